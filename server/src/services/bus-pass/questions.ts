import type { Question } from '../../domain/question.ts'
import { mostPasses } from './settings.ts'
import { asked } from './texts.ts'

export const questions: readonly Question[] = [
  {
    id: 'product',
    kind: {
      type: 'choice',
      options: [
        {
          value: 'day',
          icon: 'sun',
          text: asked['product-day'],
          hint: asked['product-day-hint'],
        },
        {
          value: 'monthly',
          icon: 'calendar-days',
          text: asked['product-monthly'],
          hint: asked['product-monthly-hint'],
        },
      ],
    },
    title: asked.product,
    label: asked['product-label'],
  },
  {
    id: 'month',
    when: [{ question: 'product', is: 'monthly' }],
    kind: {
      type: 'choice',
      options: [
        { value: 'this', icon: 'calendar', text: asked['month-this'] },
        { value: 'next', icon: 'calendar-plus', text: asked['month-next'] },
      ],
    },
    title: asked.month,
    label: asked['month-label'],
  },
  {
    id: 'fare',
    kind: {
      type: 'choice',
      options: [
        { value: 'regular', icon: 'user', text: asked['fare-regular'] },
        {
          value: 'senior',
          icon: 'user-round',
          text: asked['fare-senior'],
          hint: asked['fare-senior-hint'],
        },
        {
          value: 'disabled',
          icon: 'accessibility',
          text: asked['fare-disabled'],
        },
        { value: 'veteran', icon: 'medal', text: asked['fare-veteran'] },
        {
          value: 'student',
          icon: 'graduation-cap',
          text: asked['fare-student'],
        },
        {
          value: 'youth',
          icon: 'backpack',
          text: asked['fare-youth'],
          hint: asked['fare-youth-hint'],
        },
      ],
    },
    title: asked.fare,
    label: asked['fare-label'],
  },
  {
    id: 'quantity',
    kind: { type: 'quantity', min: 1, max: mostPasses },
    title: asked.quantity,
    label: asked['quantity-label'],
  },
]
