import type { Question } from '../../domain/question.ts'
import { closing, hourOptions, opening } from './hours.ts'

export const questions: readonly Question[] = [
  {
    id: 'address',
    kind: { type: 'address' },
    title: { en: 'Where is the yard sale?', es: '¿Dónde será la venta?' },
    label: { en: 'Address', es: 'Dirección' },
    hint: {
      en: 'Street number and name. Add the apartment if there is one.',
      es: 'Número y nombre de la calle. Agregue el apartamento si lo hay.',
    },
    shares: 'address',
  },
  {
    id: 'place',
    kind: {
      type: 'choice',
      options: [
        { value: 'house', icon: 'house', text: { en: 'A house', es: 'Una casa' } },
        {
          value: 'apartment',
          icon: 'building-2',
          text: { en: 'An apartment or condo', es: 'Un apartamento o condominio' },
        },
        { value: 'mobile-home', icon: 'caravan', text: { en: 'A mobile home', es: 'Una casa móvil' } },
        {
          value: 'other',
          icon: 'store',
          text: { en: 'Not a home', es: 'No es una vivienda' },
          hint: { en: 'A store, a lot, a church', es: 'Una tienda, un terreno, una iglesia' },
        },
      ],
    },
    title: { en: 'What kind of place is it?', es: '¿Qué tipo de lugar es?' },
    label: { en: 'Kind of place', es: 'Tipo de lugar' },
  },
  {
    id: 'occupancy',
    kind: {
      type: 'choice',
      options: [
        { value: 'owner', icon: 'key-round', text: { en: 'I own it', es: 'Soy dueño o dueña' } },
        { value: 'tenant', icon: 'file-text', text: { en: 'I rent it', es: 'Lo alquilo' } },
        {
          value: 'occupant',
          icon: 'users',
          text: { en: 'I live there with others', es: 'Vivo ahí con otras personas' },
        },
        { value: 'none', icon: 'circle-off', text: { en: 'I do not live there', es: 'No vivo ahí' } },
      ],
    },
    title: { en: 'Do you own it or rent it?', es: '¿Es de usted o lo alquila?' },
    label: { en: 'Your home', es: 'Su vivienda' },
  },
  {
    id: 'exemption',
    kind: {
      type: 'choice',
      options: [
        { value: 'none', icon: 'armchair', text: { en: 'My own things', es: 'Mis propias cosas' } },
        {
          value: 'charity',
          icon: 'heart-handshake',
          text: { en: 'For a charity', es: 'Para una organización benéfica' },
        },
        {
          value: 'court-order',
          icon: 'gavel',
          text: { en: 'A court ordered it', es: 'La ordenó un juzgado' },
        },
      ],
    },
    title: { en: 'What is the sale for?', es: '¿Para qué es la venta?' },
    label: { en: 'Purpose', es: 'Motivo' },
  },
  {
    id: 'days',
    kind: { type: 'dates', fromDays: 0, toDays: 365, max: 7 },
    title: { en: 'On which days?', es: '¿Qué días?' },
    label: { en: 'Days', es: 'Días' },
    hint: { en: 'Touch each day of the sale.', es: 'Toque cada día de la venta.' },
  },
  {
    id: 'opens',
    kind: { type: 'choice', options: hourOptions(opening.from, opening.to) },
    title: { en: 'When does it start?', es: '¿A qué hora empieza?' },
    label: { en: 'Starts', es: 'Empieza' },
  },
  {
    id: 'closes',
    kind: { type: 'choice', options: hourOptions(closing.from, closing.to) },
    title: { en: 'When does it end?', es: '¿A qué hora termina?' },
    label: { en: 'Ends', es: 'Termina' },
  },
  {
    id: 'name',
    kind: { type: 'name' },
    title: { en: 'What is your name?', es: '¿Cómo se llama usted?' },
    label: { en: 'Name', es: 'Nombre' },
    shares: 'name',
  },
  {
    id: 'phone',
    kind: { type: 'phone' },
    title: { en: 'What is your phone number?', es: '¿Cuál es su número de teléfono?' },
    label: { en: 'Phone', es: 'Teléfono' },
    shares: 'phone',
  },
]
