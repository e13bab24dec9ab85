type Pair = [question: string, answer: string]

interface Way {
  language: 'English' | 'Español'
  petTag: string
  purpose: Pair
  hasTag: Pair
  tag: string
  altered: Pair
  newShot: Pair
  shotUntil: Pair
  assistance: Pair
  term: Pair
  costs: string
  bring: string
  missing: string
  check: string
  nextYear: string
  yardSale: string
  address: string
  place: Pair
  occupancy: Pair
  exemption: Pair
  days: [question: string, ...days: string[]]
  turnedAway: string
  ticket: string
}

/** The same way through the kiosk in both languages, for its pictures. */
export const screenWords: Record<'en' | 'es', Way> = {
  en: {
    language: 'English',
    petTag: 'Pet tag',
    purpose: ['What do you need?', 'Renew the license'],
    hasTag: ['Do you know the tag number?', 'Yes'],
    tag: 'What is the tag number?',
    altered: ['Is Biscuit spayed or neutered?', 'Yes'],
    newShot: ['Has Biscuit had a rabies shot since the last license?', 'Yes'],
    shotUntil: ['Until when is the shot good?', 'November 20, 2028'],
    assistance: ['Do you want an assistance dog tag?', 'No'],
    term: ['For how long?', '1 year'],
    costs: 'What it costs',
    bring: 'Have this ready',
    missing: 'You can still get something done today',
    check: 'Check your answers',
    nextYear: 'Next year',
    yardSale: 'Yard sale permit',
    address: 'Where is the yard sale?',
    place: ['What kind of place is it?', 'A house'],
    occupancy: ['Do you own it or rent it?', 'I own it'],
    exemption: ['What is the sale for?', 'My own things'],
    days: ['On which days?', 'December 11, 2026', 'December 13, 2026'],
    turnedAway: 'With these answers we cannot help you today',
    ticket: 'Pet tag · Biscuit',
  },
  es: {
    language: 'Español',
    petTag: 'Placa de mascota',
    purpose: ['¿Qué necesita?', 'Renovar la licencia'],
    hasTag: ['¿Sabe el número de la placa?', 'Sí'],
    tag: '¿Cuál es el número de la placa?',
    altered: ['¿Esterilizaron o castraron a Biscuit?', 'Sí'],
    newShot: ['¿Vacunaron a Biscuit contra la rabia después de la última licencia?', 'Sí'],
    shotUntil: ['¿Hasta cuándo vale la vacuna?', '20 de noviembre de 2028'],
    assistance: ['¿Quiere una placa de perro de asistencia?', 'No'],
    term: ['¿Por cuánto tiempo?', '1 año'],
    costs: 'Cuánto cuesta',
    bring: 'Tenga esto a la mano',
    missing: 'Hoy todavía puede avanzar',
    check: 'Revise sus respuestas',
    nextYear: 'Año siguiente',
    yardSale: 'Permiso para venta de garaje',
    address: '¿Dónde será la venta?',
    place: ['¿Qué tipo de lugar es?', 'Una casa'],
    occupancy: ['¿Es de usted o lo alquila?', 'Soy dueño o dueña'],
    exemption: ['¿Para qué es la venta?', 'Mis propias cosas'],
    days: ['¿Qué días?', '11 de diciembre de 2026', '13 de diciembre de 2026'],
    turnedAway: 'Con estas respuestas hoy no podemos hacer el trámite',
    ticket: 'Placa de mascota · Biscuit',
  },
}
