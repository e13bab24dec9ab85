import type { OfficeState, OpenHours, Opening, Today } from '../state.ts'
import { addDays, businessDay, instantOf, weekday } from '../time.ts'
import type { CivilDate, Instant } from '../time.ts'

/** Nobody has told any hours: the counter is open whenever somebody comes. */
export const alwaysOpen: Opening = { week: null, closedDays: [] }

/** A day on which nothing is out of the ordinary. */
export const usualToday: Today = { isClosed: false, servicesOff: [] }

/** How far ahead an opening is looked for: longer than any holiday. */
const farthestDays = 60

type Hours = Pick<OfficeState, 'opening' | 'today' | 'businessDay' | 'city'>

/** `opensAt` is null where nobody can tell: the city has told no hours, or has none in the next weeks. */
export type Openness =
  { state: 'open' } | { state: 'closed'; why: 'today' | 'closed-day' | 'hours'; opensAt: Instant | null }

/** What was said of a day counts on that day; the fact that ends it comes with the first command of the next one. */
const isOfToday = ({ businessDay: day, city }: Hours, now: Instant): boolean =>
  day === businessDay(now, city.zone)

export const hoursOn = ({ week, closedDays }: Opening, day: CivilDate): readonly OpenHours[] =>
  closedDays.includes(day) ? [] : (week?.[weekday(day) - 1] ?? [])

const nextOpening = (hours: Hours, now: Instant, from: CivilDate): Instant | null => {
  const { opening, city } = hours
  for (let ahead = 0; opening.week && ahead < farthestDays; ahead += 1) {
    const day = addDays(from, ahead)
    for (const span of hoursOn(opening, day)) {
      const opensAt = instantOf(day, span.from, city.zone)
      if (opensAt > now) return opensAt
    }
  }
  return null
}

/** Whether the public is served at this moment, and else why not and from when on. */
export const openness = (hours: Hours, now: Instant): Openness => {
  const { opening, today, city } = hours
  const day = businessDay(now, city.zone)
  const closed = (why: 'today' | 'closed-day' | 'hours', from: CivilDate): Openness => ({
    state: 'closed',
    why,
    opensAt: nextOpening(hours, now, from),
  })
  if (today.isClosed && isOfToday(hours, now)) return closed('today', addDays(day, 1))
  if (opening.closedDays.includes(day)) return closed('closed-day', addDays(day, 1))
  if (opening.week === null) return { state: 'open' }
  const isOpen = hoursOn(opening, day).some(
    ({ from, until }) => now >= instantOf(day, from, city.zone) && now < instantOf(day, until, city.zone),
  )
  return isOpen ? { state: 'open' } : closed('hours', day)
}

/** Whether this service is not offered for the rest of the day. */
export const isServiceOff = (hours: Hours, service: string, now: Instant): boolean =>
  hours.today.servicesOff.includes(service) && isOfToday(hours, now)
