import type { Language, Texts } from '../language.ts'
import type { Instant } from '../time.ts'

/** The words of the office's own paper; what belongs to a service is worded by its folder. */
export const paperTexts = {
  other: { en: 'City hall counter', es: 'Ventanilla del ayuntamiento' },
  beforeNone: { en: 'You are next in line', es: 'Usted sigue en la fila' },
  beforeOne: { en: '1 person before you', es: '1 persona antes que usted' },
  before: { en: '{count} people before you', es: '{count} personas antes que usted' },
  waitShort: { en: 'Less than {to} minutes, most likely', es: 'Menos de {to} minutos, probablemente' },
  wait: { en: '{from} to {to} minutes, most likely', es: 'De {from} a {to} minutos, probablemente' },
  haveReady: { en: 'Have in your hand', es: 'Tenga a la mano' },
  amount: { en: '{amount}: cash, card or check', es: '{amount}: efectivo, tarjeta o cheque' },
  follow: { en: 'Follow the line on your phone', es: 'Siga la fila en su teléfono' },
  numbers: { en: 'We call numbers, never names.', es: 'Llamamos por número, nunca por nombre.' },
  clerkLine: { en: 'For the clerk: {what}', es: 'For the clerk: {what}' },

  receipt: { en: 'Receipt {number}', es: 'Recibo {number}' },
  voided: { en: 'VOID: receipt {number}', es: 'ANULADO: recibo {number}' },
  voidReason: { en: 'Reason', es: 'Motivo' },
  refunded: { en: 'Given back', es: 'Devuelto' },
  payer: { en: 'Paid by', es: 'Pagado por' },
  clerk: { en: 'Clerk', es: 'Le atendió' },
  window: { en: 'Window', es: 'Ventanilla' },
  till: { en: 'Till', es: 'Caja' },
  total: { en: 'Total', es: 'Total' },
  cash: { en: 'Cash', es: 'Efectivo' },
  check: { en: 'Check {number}', es: 'Cheque {number}' },
  checkPlain: { en: 'Check', es: 'Cheque' },
  card: { en: 'Card ending {lastFour}', es: 'Tarjeta terminada en {lastFour}' },
  cardPlain: { en: 'Card', es: 'Tarjeta' },
  change: { en: 'Change', es: 'Cambio' },
  questions: { en: 'Questions? Call {phone}', es: '¿Preguntas? Llame al {phone}' },
  keep: { en: 'Keep this receipt.', es: 'Guarde este recibo.' },
} satisfies Readonly<Record<string, Texts>>

const formats = new Map<string, Intl.DateTimeFormat>()

/** "Nov 23, 2026, 2:27 PM", on the clock of the office. */
export const formatMoment = (at: Instant, zone: string, language: Language): string => {
  const key = `${language} ${zone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    })
  formats.set(key, format)
  // a printer's code page has no narrow no-break space
  return format.format(at).replace(/\s/g, ' ')
}

/** Few letters for a long id: enough for two clerks to mean the same till. */
export const shortId = (id: string): string => id.slice(-6).toUpperCase()
