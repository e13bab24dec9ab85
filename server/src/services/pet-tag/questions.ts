import type { Condition, Question } from '../../domain/question.ts'
import { asked } from './texts.ts'

const renewing: Condition = { question: 'purpose', is: 'renew' }
const withoutTag: Condition = { question: 'has-tag', is: false }
const newOwner: Condition = { question: 'change', is: 'new-owner' }

const whichDog: readonly Question[] = [
  {
    id: 'purpose',
    kind: {
      type: 'choice',
      options: [
        { value: 'renew', icon: 'refresh-cw', text: asked['purpose-renew'] },
        {
          value: 'replace',
          icon: 'tag',
          text: asked['purpose-replace'],
          hint: asked['purpose-replace-hint'],
        },
        {
          value: 'change',
          icon: 'pencil',
          text: asked['purpose-change'],
          hint: asked['purpose-change-hint'],
        },
      ],
    },
    title: asked.purpose,
    label: asked['purpose-label'],
  },
  {
    id: 'has-tag',
    kind: { type: 'yes-no' },
    title: asked['has-tag'],
    label: asked['has-tag-label'],
    hint: asked['has-tag-hint'],
  },
  {
    id: 'tag',
    when: [{ question: 'has-tag', is: true }],
    kind: { type: 'code', digitsOnly: true, maxLength: 7 },
    title: asked.tag,
    label: asked['tag-label'],
  },
  {
    id: 'pet-name',
    when: [withoutTag],
    kind: { type: 'text', maxLength: 40 },
    title: asked['pet-name'],
    label: asked['pet-name-label'],
  },
  {
    id: 'name',
    when: [withoutTag],
    kind: { type: 'name' },
    title: asked.name,
    label: asked['name-label'],
    hint: asked['name-hint'],
    shares: 'name',
  },
  {
    id: 'phone',
    when: [withoutTag],
    kind: { type: 'phone' },
    title: asked.phone,
    label: asked['phone-label'],
    shares: 'phone',
  },
  {
    id: 'address',
    when: [withoutTag],
    kind: { type: 'address' },
    title: asked.address,
    label: asked['address-label'],
    shares: 'address',
  },
]

const otherThanRenewal: readonly Question[] = [
  {
    id: 'loss',
    when: [{ question: 'purpose', is: 'replace' }],
    kind: {
      type: 'choice',
      options: [
        { value: 'lost', icon: 'search-x', text: asked['loss-lost'] },
        { value: 'damaged', icon: 'unlink', text: asked['loss-damaged'] },
      ],
    },
    title: asked.loss,
    label: asked['loss-label'],
  },
  {
    id: 'change',
    when: [{ question: 'purpose', is: 'change' }],
    kind: {
      type: 'choice',
      options: [
        {
          value: 'new-address',
          icon: 'house',
          text: asked['change-new-address'],
        },
        { value: 'moved-away', icon: 'truck', text: asked['change-moved-away'] },
        {
          value: 'new-owner',
          icon: 'users',
          text: asked['change-new-owner'],
        },
        { value: 'died', icon: 'flower-2', text: asked['change-died'] },
      ],
    },
    title: asked.change,
    label: asked['change-label'],
  },
  {
    id: 'new-address',
    when: [{ question: 'change', is: 'new-address' }],
    kind: { type: 'address' },
    title: asked['new-address'],
    label: asked['new-address-label'],
  },
  {
    id: 'owner-name',
    when: [newOwner],
    kind: { type: 'name' },
    title: asked['owner-name'],
    label: asked['owner-name-label'],
  },
  {
    id: 'owner-phone',
    when: [newOwner],
    kind: { type: 'phone' },
    title: asked['owner-phone'],
    label: asked['owner-phone-label'],
  },
  {
    id: 'owner-address',
    when: [newOwner],
    kind: { type: 'address' },
    title: asked['owner-address'],
    label: asked['owner-address-label'],
  },
]

const renewal: readonly Question[] = [
  {
    id: 'altered',
    when: [renewing],
    kind: { type: 'yes-no' },
    title: asked.altered,
    label: asked['altered-label'],
  },
  {
    id: 'new-shot',
    when: [renewing],
    kind: { type: 'yes-no' },
    title: asked['new-shot'],
    label: asked['new-shot-label'],
  },
  {
    id: 'shot-until',
    when: [renewing, { question: 'new-shot', is: true }],
    kind: { type: 'date', fromDays: -365, toDays: 1500 },
    title: asked['shot-until'],
    label: asked['shot-until-label'],
    hint: asked['shot-until-hint'],
  },
  {
    id: 'assistance',
    when: [renewing],
    kind: { type: 'yes-no' },
    title: asked.assistance,
    label: asked['assistance-label'],
    hint: asked['assistance-hint'],
  },
  {
    id: 'term',
    when: [renewing],
    kind: {
      type: 'choice',
      options: [
        { value: '1', icon: 'calendar', text: asked['term-1'] },
        { value: '2', icon: 'calendar', text: asked['term-2'] },
        { value: '3', icon: 'calendar', text: asked['term-3'] },
        {
          value: 'vaccine',
          icon: 'syringe',
          text: asked['term-vaccine'],
        },
      ],
    },
    title: asked.term,
    label: asked['term-label'],
  },
  {
    id: 'consent',
    when: [renewing, { question: 'term', is: 'vaccine' }],
    kind: { type: 'yes-no' },
    title: asked.consent,
    label: asked['consent-label'],
    hint: asked['consent-hint'],
  },
]

export const questions: readonly Question[] = [...whichDog, ...otherThanRenewal, ...renewal]
