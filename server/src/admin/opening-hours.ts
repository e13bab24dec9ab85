import type { OpenHours, Opening } from '../domain/state.ts'

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

const spanWords = ({ from, until }: OpenHours): string => `${from}-${until}`.replaceAll(/\b0(\d:)/g, '$1')

/** A week as `readHours` reads it, days that are alike and follow each other taken together. */
export const hoursWords = ({ week }: Pick<Opening, 'week'>): string => {
  if (week === null) return 'always'
  const runs: { first: number; last: number; hours: string }[] = []
  for (const [day, spans] of week.entries()) {
    const hours = spans.map(spanWords).join(' ')
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = day
    else runs.push({ first: day, last: day, hours })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => {
      const days = first === last ? dayNames[first] : `${dayNames[first]}-${dayNames[last]}`
      return `${days} ${hours}`
    })
    .join(', ')
}
