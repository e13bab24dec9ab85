import type { Condition, Question } from '../../domain/question.ts'

const renewing: Condition = { question: 'purpose', is: 'renew' }
const withoutTag: Condition = { question: 'has-tag', is: false }
const newOwner: Condition = { question: 'change', is: 'new-owner' }

const whichDog: readonly Question[] = [
  {
    id: 'purpose',
    kind: {
      type: 'choice',
      options: [
        { value: 'renew', icon: 'refresh-cw', text: { en: 'Renew the license', es: 'Renovar la licencia' } },
        {
          value: 'replace',
          icon: 'tag',
          text: { en: 'Replace a tag', es: 'Reponer una placa' },
          hint: { en: 'It is lost or damaged', es: 'Se perdió o se dañó' },
        },
        {
          value: 'change',
          icon: 'pencil',
          text: { en: 'Report a change', es: 'Avisar de un cambio' },
          hint: { en: 'Moved, new owner, or died', es: 'Mudanza, nuevo dueño o fallecimiento' },
        },
      ],
    },
    title: { en: 'What do you need?', es: '¿Qué necesita?' },
    label: { en: 'Request', es: 'Trámite' },
  },
  {
    id: 'has-tag',
    kind: { type: 'yes-no' },
    title: { en: 'Do you know the tag number?', es: '¿Sabe el número de la placa?' },
    label: { en: 'Tag number known', es: 'Sabe el número' },
    hint: {
      en: 'It is on the tag and on the renewal letter.',
      es: 'Está en la placa y en la carta de renovación.',
    },
  },
  {
    id: 'tag',
    when: [{ question: 'has-tag', is: true }],
    kind: { type: 'code', digitsOnly: true, maxLength: 7 },
    title: { en: 'What is the tag number?', es: '¿Cuál es el número de la placa?' },
    label: { en: 'Tag', es: 'Placa' },
  },
  {
    id: 'pet-name',
    when: [withoutTag],
    kind: { type: 'text', maxLength: 40 },
    title: { en: 'What is your dog’s name?', es: '¿Cómo se llama su perro?' },
    label: { en: 'Dog', es: 'Perro' },
  },
  {
    id: 'name',
    when: [withoutTag],
    kind: { type: 'name' },
    title: { en: 'What is your name?', es: '¿Cómo se llama usted?' },
    label: { en: 'Name', es: 'Nombre' },
    hint: { en: 'A clerk finds the license with it.', es: 'Con él encontramos la licencia.' },
    shares: 'name',
  },
  {
    id: 'phone',
    when: [withoutTag],
    kind: { type: 'phone' },
    title: { en: 'What is your phone number?', es: '¿Cuál es su número de teléfono?' },
    label: { en: 'Phone', es: 'Teléfono' },
    shares: 'phone',
  },
  {
    id: 'address',
    when: [withoutTag],
    kind: { type: 'address' },
    title: { en: 'Where does {pet} live?', es: '¿Dónde vive {pet}?' },
    label: { en: 'Address', es: 'Dirección' },
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
        { value: 'lost', icon: 'search-x', text: { en: 'It is lost', es: 'Se perdió' } },
        { value: 'damaged', icon: 'unlink', text: { en: 'It is damaged', es: 'Está dañada' } },
      ],
    },
    title: { en: 'What happened to the tag?', es: '¿Qué pasó con la placa?' },
    label: { en: 'Old tag', es: 'Placa anterior' },
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
          text: { en: 'We moved within the city', es: 'Nos mudamos dentro de la ciudad' },
        },
        { value: 'moved-away', icon: 'truck', text: { en: 'We moved away', es: 'Nos fuimos de la ciudad' } },
        {
          value: 'new-owner',
          icon: 'users',
          text: { en: 'There is a new owner', es: 'Tiene un nuevo dueño' },
        },
        { value: 'died', icon: 'flower-2', text: { en: '{pet} died', es: '{pet} falleció' } },
      ],
    },
    title: { en: 'What has changed?', es: '¿Qué cambió?' },
    label: { en: 'Change', es: 'Cambio' },
  },
  {
    id: 'new-address',
    when: [{ question: 'change', is: 'new-address' }],
    kind: { type: 'address' },
    title: { en: 'What is the new address?', es: '¿Cuál es la nueva dirección?' },
    label: { en: 'New address', es: 'Nueva dirección' },
  },
  {
    id: 'owner-name',
    when: [newOwner],
    kind: { type: 'name' },
    title: { en: 'Who is the new owner?', es: '¿Quién es el nuevo dueño?' },
    label: { en: 'New owner', es: 'Nuevo dueño' },
  },
  {
    id: 'owner-phone',
    when: [newOwner],
    kind: { type: 'phone' },
    title: { en: 'What is the new owner’s phone number?', es: '¿Qué teléfono tiene el nuevo dueño?' },
    label: { en: 'New owner’s phone', es: 'Teléfono del nuevo dueño' },
  },
  {
    id: 'owner-address',
    when: [newOwner],
    kind: { type: 'address' },
    title: { en: 'Where does {pet} live now?', es: '¿Dónde vive {pet} ahora?' },
    label: { en: 'New address', es: 'Nueva dirección' },
  },
]

const renewal: readonly Question[] = [
  {
    id: 'altered',
    when: [renewing],
    kind: { type: 'yes-no' },
    title: { en: 'Is {pet} spayed or neutered?', es: '¿Esterilizaron o castraron a {pet}?' },
    label: { en: 'Spayed or neutered', es: 'Esterilización' },
  },
  {
    id: 'new-shot',
    when: [renewing],
    kind: { type: 'yes-no' },
    title: {
      en: 'Has {pet} had a rabies shot since the last license?',
      es: '¿Vacunaron a {pet} contra la rabia después de la última licencia?',
    },
    label: { en: 'New rabies shot', es: 'Nueva vacuna' },
  },
  {
    id: 'shot-until',
    when: [renewing, { question: 'new-shot', is: true }],
    kind: { type: 'date', fromDays: -365, toDays: 1500 },
    title: { en: 'Until when is the shot good?', es: '¿Hasta cuándo vale la vacuna?' },
    label: { en: 'Shot good until', es: 'Vacuna válida hasta' },
    hint: {
      en: 'The certificate says “next due” or “expires”.',
      es: 'El certificado dice “next due” o “expires”.',
    },
  },
  {
    id: 'assistance',
    when: [renewing],
    kind: { type: 'yes-no' },
    title: {
      en: 'Do you want an assistance dog tag?',
      es: '¿Quiere una placa de perro de asistencia?',
    },
    label: { en: 'Assistance dog tag', es: 'Perro de asistencia' },
    hint: {
      en: 'For guide, signal and service dogs. You sign a statement.',
      es: 'Para perros guía, de señal y de servicio. Usted firma una declaración.',
    },
  },
  {
    id: 'term',
    when: [renewing],
    kind: {
      type: 'choice',
      options: [
        { value: '1', icon: 'calendar', text: { en: '1 year', es: '1 año' } },
        { value: '2', icon: 'calendar', text: { en: '2 years', es: '2 años' } },
        { value: '3', icon: 'calendar', text: { en: '3 years', es: '3 años' } },
        {
          value: 'vaccine',
          icon: 'syringe',
          text: { en: 'Until the rabies shot ends', es: 'Hasta que venza la vacuna' },
        },
      ],
    },
    title: { en: 'For how long?', es: '¿Por cuánto tiempo?' },
    label: { en: 'Term', es: 'Plazo' },
  },
  {
    id: 'consent',
    when: [renewing, { question: 'term', is: 'vaccine' }],
    kind: { type: 'yes-no' },
    title: {
      en: 'The license ends with the shot, on {ends}. Do you agree?',
      es: 'La licencia vence con la vacuna, el {ends}. ¿Está de acuerdo?',
    },
    label: { en: 'Shorter term agreed', es: 'Acepta el plazo' },
    hint: { en: 'The fee stays the same.', es: 'La tarifa es la misma.' },
  },
]

export const questions: readonly Question[] = [...whichDog, ...otherThanRenewal, ...renewal]
