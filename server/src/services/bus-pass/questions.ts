import type { Question } from '../../domain/question.ts'

export const questions: readonly Question[] = [
  {
    id: 'product',
    kind: {
      type: 'choice',
      options: [
        {
          value: 'day',
          icon: 'sun',
          text: { en: 'Day pass', es: 'Pase de un día' },
          hint: { en: 'Ride all day', es: 'Viaje todo el día' },
        },
        {
          value: 'monthly',
          icon: 'calendar-days',
          text: { en: 'Monthly pass', es: 'Pase mensual' },
          hint: {
            en: 'Ride from the first to the last day of a month',
            es: 'Viaje del primer al último día del mes',
          },
        },
      ],
    },
    title: { en: 'Which pass?', es: '¿Qué pase quiere?' },
    label: { en: 'Pass', es: 'Pase' },
  },
  {
    id: 'month',
    when: [{ question: 'product', is: 'monthly' }],
    kind: {
      type: 'choice',
      options: [
        { value: 'this', icon: 'calendar', text: { en: 'This month', es: 'Este mes' } },
        { value: 'next', icon: 'calendar-plus', text: { en: 'Next month', es: 'El próximo mes' } },
      ],
    },
    title: { en: 'For which month?', es: '¿Para qué mes?' },
    label: { en: 'Month', es: 'Mes' },
  },
  {
    id: 'fare',
    kind: {
      type: 'choice',
      options: [
        { value: 'regular', icon: 'user', text: { en: 'Regular', es: 'Regular' } },
        {
          value: 'senior',
          icon: 'user-round',
          text: { en: 'Senior', es: 'Persona mayor' },
          hint: { en: '60 or older', es: '60 años o más' },
        },
        {
          value: 'disabled',
          icon: 'accessibility',
          text: { en: 'Rider with a disability', es: 'Persona con discapacidad' },
        },
        { value: 'veteran', icon: 'medal', text: { en: 'Veteran', es: 'Veterano o veterana' } },
        {
          value: 'student',
          icon: 'graduation-cap',
          text: { en: 'College student', es: 'Estudiante universitario' },
        },
        {
          value: 'youth',
          icon: 'backpack',
          text: { en: 'Youth', es: 'Joven' },
          hint: { en: 'Up to 18', es: 'Hasta 18 años' },
        },
      ],
    },
    title: { en: 'Who will ride?', es: '¿Quién va a viajar?' },
    label: { en: 'Fare', es: 'Tarifa' },
  },
  {
    id: 'quantity',
    kind: { type: 'quantity', min: 1, max: 20 },
    title: { en: 'How many passes?', es: '¿Cuántos pases?' },
    label: { en: 'Passes', es: 'Pases' },
  },
]
