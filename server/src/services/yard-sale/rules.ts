import { fullAddress } from '../../domain/answers/address.ts'
import type { Issuance } from '../../domain/lookup.ts'
import type { OpenDays, Problem } from '../../domain/service.ts'
import { addDays, daysBetween, weekday } from '../../domain/time.ts'
import type { CivilDate } from '../../domain/time.ts'
import { askClerk, turnAway } from '../problem.ts'
import { hourCode } from './hours.ts'
import { exemptionOf } from './sale.ts'
import type { Sale } from './sale.ts'
import type { YardSaleSettings } from './settings.ts'
import { cityOf } from './street-list.ts'

/** Where many homes have one house number. */
const unitPlaces = ['apartment', 'mobile-home']

export const placeProblems = (sale: Sale, settings: YardSaleSettings): Problem[] => {
  const problems: Problem[] = []
  const exempt = exemptionOf(sale, settings).fromPlace
  if (sale.address) {
    const city = cityOf(sale.address, settings.streets, settings.cityName)
    const { display, unit, unread } = sale.address
    const values = { address: display, city: settings.cityName }
    const asWritten = { ...values, address: fullAddress(sale.address) }
    if (city === 'out') problems.push(turnAway('outside-city', 'address', values))
    if (city === 'doubt') problems.push(askClerk('city-unsure', 'address', asWritten))
    if (unread !== null || (unit === null && unitPlaces.includes(sale.place)))
      problems.push(askClerk('unit-unclear', 'address', asWritten))
  }
  if (sale.place === 'other' && !exempt) problems.push(turnAway('not-residential', 'place'))
  if (sale.occupancy === 'none' && !exempt) problems.push(turnAway('not-occupant', 'occupancy'))
  return problems
}

const areConsecutive = (days: readonly CivilDate[]): boolean =>
  days.every((day, index) => index === 0 || daysBetween(days[index - 1] ?? day, day) === 1)

/** The rules on days that hold for a new sale and for one that rain moved. */
export const dayProblems = ({ days }: Sale, settings: YardSaleSettings): Problem[] => {
  const problems: Problem[] = []
  if (days.length > settings.maxDays)
    problems.push(turnAway('too-many-days', 'days', { max: settings.maxDays, chosen: days.length }))
  if (settings.consecutiveOnly && !areConsecutive(days))
    problems.push(turnAway('days-not-consecutive', 'days'))
  const wrong = [...new Set(days.map(weekday))].filter((day) => !settings.weekdays.includes(day))
  if (wrong.length > 0)
    problems.push(
      turnAway('day-not-allowed', 'days', {
        days: { list: wrong.map((day) => ({ text: `weekday-${day}` })) },
        allowed: { list: settings.weekdays.map((day) => ({ text: `weekday-${day}` })) },
      }),
    )
  return problems
}

export const noticeProblems = (
  { first, last }: Sale,
  settings: YardSaleSettings,
  today: CivilDate,
): Problem[] => {
  if (first === null || last === null) return []
  const earliest = addDays(today, settings.leadDays)
  const latest = addDays(today, settings.aheadDays)
  if (first < earliest)
    return [turnAway('too-soon', 'days', { days: settings.leadDays, earliest: { date: earliest } })]
  if (last > latest)
    return [turnAway('too-far-ahead', 'days', { days: settings.aheadDays, latest: { date: latest } })]
  return []
}

export const hourProblems = ({ opens, closes }: Sale, settings: YardSaleSettings): Problem[] => {
  const values = {
    from: { text: hourCode(settings.fromHour) },
    until: { text: hourCode(settings.untilHour) },
  }
  if (opens !== null && closes !== null && closes <= opens)
    return [turnAway('hours-reversed', 'closes', values)]
  if (opens !== null && opens < settings.fromHour) return [turnAway('hours-not-allowed', 'opens', values)]
  if (closes !== null && closes > settings.untilHour) return [turnAway('hours-not-allowed', 'closes', values)]
  return []
}

interface Span {
  from: CivilDate
  until: CivilDate
}

const daysIn = ({ from, until }: Span): CivilDate[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, day) => addDays(from, day))

const spanOf = ({ validFrom, validUntil }: Issuance): Span => ({ from: validFrom, until: validUntil })

/** Of a permit that names no days, all from its first to its last are taken. */
const daysOf = (permit: Issuance): readonly CivilDate[] => {
  const { days } = permit.data
  return Array.isArray(days) ? (days as readonly CivilDate[]) : daysIn(spanOf(permit))
}

const sharesDay = (sale: Sale, permit: Issuance): boolean => {
  const taken = daysOf(permit)
  return sale.days.some((day) => taken.includes(day))
}

const daysApart = (one: Span, other: Span): number =>
  other.from > one.until ? daysBetween(one.until, other.from) : daysBetween(other.until, one.from)

/** The other sales of a home, issued or approved, and how far from them a sale has to be: not at all with 0. */
interface Distance {
  gap: number
  others: readonly Span[]
}

const distanceOf = (
  sale: Sale,
  permits: readonly Issuance[],
  claimed: readonly CivilDate[],
  settings: YardSaleSettings,
): Distance => ({
  gap: exemptionOf(sale, settings).fromCap ? 0 : settings.gapDays,
  others: [...permits.map(spanOf), ...claimed.map((day) => ({ from: day, until: day }))],
})

const tooClose = (span: Span, { gap, others }: Distance): Span | undefined =>
  gap === 0 ? undefined : others.find((other) => daysApart(span, other) < gap)

/** The first day, from this one on, that is far enough from every other sale. */
const farEnough = (day: CivilDate, distance: Distance): CivilDate => {
  const close = tooClose({ from: day, until: day }, distance)
  return close ? farEnough(addDays(close.until, distance.gap), distance) : day
}

/** The days on which a sale may be at all, whichever of them are then chosen together. */
export const openDays = (
  sale: Sale,
  permits: readonly Issuance[],
  claimed: readonly CivilDate[],
  settings: YardSaleSettings,
  today: CivilDate,
): OpenDays => {
  const distance = distanceOf(sale, permits, claimed, settings)
  const from = addDays(today, settings.leadDays)
  const to = addDays(today, settings.aheadDays)
  const close = daysIn({ from, until: to }).filter((day) => tooClose({ from: day, until: day }, distance))
  return {
    from,
    to,
    weekdays: settings.weekdays,
    taken: [...new Set([...permits.flatMap(daysOf), ...claimed, ...close])].filter((day) => day >= today),
  }
}

export const neighborProblems = (
  sale: Sale,
  permits: readonly Issuance[],
  claimed: readonly CivilDate[],
  settings: YardSaleSettings,
): Problem[] => {
  const { first, last } = sale
  if (first === null || last === null) return []
  const overlapping = permits.find((permit) => sharesDay(sale, permit))
  if (overlapping) {
    const values = { from: { date: overlapping.validFrom }, until: { date: overlapping.validUntil } }
    return [turnAway('overlapping-permit', 'days', values)]
  }
  const shared = sale.days.filter((day) => claimed.includes(day))
  if (shared.length > 0)
    return [turnAway('days-taken', 'days', { days: { list: shared.map((date) => ({ date })) } })]
  const distance = distanceOf(sale, permits, claimed, settings)
  const close = tooClose({ from: first, until: last }, distance)
  if (!close) return []
  const { gap } = distance
  const earliest = farEnough(addDays(close.until, gap), distance)
  return [turnAway('gap-too-short', 'days', { days: gap, earliest: { date: earliest } })]
}
