import { businessDay, formatDate } from '@lobbyline/server/contract'
import type { Language } from '@lobbyline/server/contract'
import { clockTime } from './index.ts'
import type { Words } from './words.ts'

/** When the counter opens: today at a time, or on a day at a time. */
export const openingText = (
  opensAt: number,
  { now, zone, language, words }: { now: number; zone: string; language: Language; words: Words },
): string => {
  const time = clockTime(opensAt, zone, words)
  const day = businessDay(opensAt, zone)
  return day === businessDay(now, zone)
    ? words.closed.opensToday(time)
    : words.closed.opens(formatDate(day, language, 'weekday'), time)
}
