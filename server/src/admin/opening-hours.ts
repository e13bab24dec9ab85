import type { OpenHours } from '../domain/state.ts'

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const span = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/
const time = (hour = '', minute = ''): string => `${hour.padStart(2, '0')}:${minute}`

const readDays = (words: string): number[] | null => {
  const [first = '', last = first] = words.split('-')
  const [from, until] = [dayNames.indexOf(first), dayNames.indexOf(last)]
  if (from < 0 || until < from) return null
  return dayNames.flatMap((_, day) => (day >= from && day <= until ? [day] : []))
}

/**
 * "mon-thu 7:00-18:00, fri 8:00-12:00 13:00-17:00" as a week from Monday on; a day that is not named is closed. "always" is null: no
 * hours. Undefined when it cannot be read; whether the times are times is checked with the command.
 */
export const readHours = (text: string): readonly (readonly OpenHours[])[] | null | undefined => {
  if (text.trim().toLowerCase() === 'always') return null
  const week: OpenHours[][] = dayNames.map(() => [])
  for (const part of text.toLowerCase().split(',')) {
    const [days = '', ...spans] = part.trim().split(/\s+/)
    const named = readDays(days)
    if (!named || spans.length === 0) return undefined
    for (const words of spans) {
      const found = span.exec(words)
      if (!found) return undefined
      const [, fromHour, fromMinute, untilHour, untilMinute] = found
      for (const day of named)
        week[day]?.push({ from: time(fromHour, fromMinute), until: time(untilHour, untilMinute) })
    }
  }
  return week
}
