import type { Question } from '../../domain/question.ts'
import { closing, hourOptions, opening } from './hours.ts'
import { calendar } from './settings.ts'
import { asked } from './texts.ts'

export const questions: readonly Question[] = [
  {
    id: 'address',
    kind: { type: 'address' },
    title: asked.address,
    label: asked['address-label'],
    hint: asked['address-hint'],
    shares: 'address',
  },
  {
    id: 'place',
    kind: {
      type: 'choice',
      options: [
        { value: 'house', icon: 'house', text: asked['place-house'] },
        {
          value: 'apartment',
          icon: 'building-2',
          text: asked['place-apartment'],
        },
        { value: 'mobile-home', icon: 'caravan', text: asked['place-mobile-home'] },
        {
          value: 'other',
          icon: 'store',
          text: asked['place-other'],
          hint: asked['place-other-hint'],
        },
      ],
    },
    title: asked.place,
    label: asked['place-label'],
  },
  {
    id: 'occupancy',
    kind: {
      type: 'choice',
      options: [
        { value: 'owner', icon: 'key-round', text: asked['occupancy-owner'] },
        { value: 'tenant', icon: 'file-text', text: asked['occupancy-tenant'] },
        {
          value: 'occupant',
          icon: 'users',
          text: asked['occupancy-occupant'],
        },
        { value: 'none', icon: 'circle-off', text: asked['occupancy-none'] },
      ],
    },
    title: asked.occupancy,
    label: asked['occupancy-label'],
  },
  {
    id: 'exemption',
    kind: {
      type: 'choice',
      options: [
        { value: 'none', icon: 'armchair', text: asked['exemption-none'] },
        {
          value: 'charity',
          icon: 'heart-handshake',
          text: asked['exemption-charity'],
        },
        {
          value: 'court-order',
          icon: 'gavel',
          text: asked['exemption-court-order'],
        },
      ],
    },
    title: asked.exemption,
    label: asked['exemption-label'],
  },
  {
    id: 'days',
    kind: { type: 'dates', fromDays: 0, toDays: calendar.daysAhead, max: calendar.most },
    title: asked.days,
    label: asked['days-label'],
    hint: asked['days-hint'],
  },
  {
    id: 'opens',
    kind: { type: 'choice', options: hourOptions(opening.from, opening.to) },
    title: asked.opens,
    label: asked['opens-label'],
  },
  {
    id: 'closes',
    kind: { type: 'choice', options: hourOptions(closing.from, closing.to) },
    title: asked.closes,
    label: asked['closes-label'],
  },
  {
    id: 'name',
    kind: { type: 'name' },
    title: asked.name,
    label: asked['name-label'],
    shares: 'name',
  },
  {
    id: 'phone',
    kind: { type: 'phone' },
    title: asked.phone,
    label: asked['phone-label'],
    shares: 'phone',
  },
]
