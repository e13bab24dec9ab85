import { businessDay, formatDate, type OfficeState, type Openness } from '@lobbyline/server/contract'
import { clockTime } from './times.ts'

const closed = {
  today: 'Closed for today',
  'closed-day': 'A closed day',
  hours: 'Outside the hours',
} as const

/** What the public is told now, and until when. */
export const openingWords = (
  standing: Openness,
  { city }: Pick<OfficeState, 'city'>,
  now: number,
): string => {
  if (standing.state === 'open') return 'Open: the kiosk takes people in.'
  const { why, opensAt } = standing
  if (opensAt === null) return `${closed[why]}: the kiosk says so.`
  const day = businessDay(opensAt, city.zone)
  const when = day === businessDay(now, city.zone) ? 'today' : formatDate(day, 'en', 'weekday')
  return `${closed[why]}: the kiosk says that it opens ${when} at ${clockTime(opensAt, city.zone)}.`
}
