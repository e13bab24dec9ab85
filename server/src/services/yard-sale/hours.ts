import type { Texts } from '../../domain/language.ts'
import type { Option } from '../../domain/question.ts'

const hourText = (hour: number): Texts => {
  if (hour === 12) return { en: 'Noon', es: '12 del mediodía' }
  const shown = hour % 12 === 0 ? 12 : hour % 12
  const morning = hour < 12 || hour === 24
  return { en: `${shown} ${morning ? 'am' : 'pm'}`, es: `${shown} ${morning ? 'a. m.' : 'p. m.'}` }
}

const hours = Array.from({ length: 25 }, (_, hour) => hour)

/** `9` is the answer "09" and the text code "hour-09" */
export const hourValue = (hour: number): string => String(hour).padStart(2, '0')

export const hourCode = (hour: number): string => `hour-${hourValue(hour)}`

export const hourTexts: Readonly<Record<string, Texts>> = Object.fromEntries(
  hours.map((hour) => [hourCode(hour), hourText(hour)]),
)

export const hourOptions = (from: number, to: number): Option[] =>
  hours.slice(from, to + 1).map((hour) => ({ value: hourValue(hour), text: hourText(hour) }))

export const opening = { from: 6, to: 13 }
export const closing = { from: 12, to: 21 }
