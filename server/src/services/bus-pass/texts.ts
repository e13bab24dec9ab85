import type { Texts } from '../../domain/language.ts'

export const texts: Readonly<Record<string, Texts>> = {
  'sale-not-open': {
    en: 'Next month’s pass is not on sale yet.',
    es: 'El pase del próximo mes todavía no está a la venta.',
  },
  'sale-not-open-rule': {
    en: 'It is sold from {day}.',
    es: 'Se vende a partir del {day}.',
  },
  'sale-not-open-instead': {
    en: 'You can buy a pass for this month, or come back on {day}.',
    es: 'Puede comprar un pase para este mes o volver el {day}.',
  },
  'sale-opens': { en: 'On sale from {day}', es: 'A la venta desde el {day}' },
  'month-until': { en: 'Good until {until}', es: 'Válido hasta el {until}' },
  'month-ends-soon': {
    en: 'This month’s pass ends on {until}.',
    es: 'El pase de este mes vence el {until}.',
  },
  'free-until': {
    en: 'This pass is free until {until}.',
    es: 'Este pase es gratis hasta el {until}.',
  },
  'fare-not-sold': {
    en: 'This pass is not sold for this fare.',
    es: 'Este pase no se vende con esta tarifa.',
  },
  'fare-not-sold-rule': {
    en: 'Each fare has its own passes.',
    es: 'Cada tarifa tiene sus propios pases.',
  },
  'fare-not-sold-instead': {
    en: 'Choose another pass, or the regular fare.',
    es: 'Elija otro pase o la tarifa regular.',
  },
  'too-many': {
    en: 'You asked for too many passes.',
    es: 'Pidió demasiados pases.',
  },
  'too-many-rule': {
    en: 'The most passes at a time: {max}.',
    es: 'Pases a la vez, como máximo: {max}.',
  },
  'too-many-instead': {
    en: 'Choose {max} or fewer. A clerk can help you with a group.',
    es: 'Elija {max} o menos. En la ventanilla le ayudan con un grupo.',
  },
  'day-fee': { en: 'Day pass: {quantity} at {each}', es: 'Pase de un día: {quantity} a {each}' },
  'monthly-fee': { en: 'Monthly pass: {quantity} at {each}', es: 'Pase mensual: {quantity} a {each}' },
  'proof-senior': {
    en: 'The rider’s ID that shows they are 60 or older',
    es: 'Una identificación que muestre que quien viaja tiene 60 años o más',
  },
  'proof-disabled': {
    en: 'The rider’s Medicare card, DMV placard card or transit disability card',
    es: 'La tarjeta de Medicare, la del permiso del DMV o la de transporte de quien viaja',
  },
  'proof-veteran': {
    en: 'The rider’s veteran ID or DD-214',
    es: 'La identificación de veterano o el DD-214 de quien viaja',
  },
  'proof-student': {
    en: 'The rider’s student ID for this term',
    es: 'La credencial de estudiante vigente de quien viaja',
  },
  'proof-youth': {
    en: 'An ID or a paper that shows the rider’s age',
    es: 'Una identificación o un papel que muestre la edad de quien viaja',
  },
  'proof-not-shown': {
    en: 'The proof for the reduced fare was not shown.',
    es: 'No se mostró el comprobante para la tarifa reducida.',
  },
  'pass-title-day': { en: 'Day pass', es: 'Pase de un día' },
  'pass-title-monthly': { en: 'Monthly pass', es: 'Pase mensual' },
  'pass-from': { en: 'Good from', es: 'Válido desde' },
  'pass-until': { en: 'Good until', es: 'Válido hasta' },
  'pass-card': { en: 'Card', es: 'Tarjeta' },
  'pass-show': {
    en: 'Show the card to the driver. A lost card is not replaced.',
    es: 'Muestre la tarjeta al conductor. Las tarjetas perdidas no se reponen.',
  },
}
