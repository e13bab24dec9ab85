import { addDays, addMonths, weekday } from '@lobbyline/server/contract'
import type { CivilDate, OpenDays } from '@lobbyline/server/contract'

/** `YYYY-MM` */
export type Month = string

export interface Day {
  date: CivilDate
  day: number
  isOpen: boolean
}

export const monthOf = (date: CivilDate): Month => date.slice(0, 7)

export const shiftMonth = (month: Month, months: number): Month => monthOf(addMonths(`${month}-01`, months))

/** Whether the rules of the service leave this day open; where none are known, every day is. */
export const isOpenDay = (date: CivilDate, { from, to, weekdays, taken }: OpenDays): boolean =>
  date >= from && date <= to && weekdays.includes(weekday(date)) && !taken.includes(date)

/** Weeks from Sunday, as the United States print them; days of other months are null. */
export const weeksOf = (month: Month, from: CivilDate, to: CivilDate, rules?: OpenDays): (Day | null)[][] => {
  const first = `${month}-01`
  const lead = weekday(first) % 7
  const days: (Day | null)[] = Array.from({ length: lead }, () => null)
  for (let date = first; monthOf(date) === month; date = addDays(date, 1))
    days.push({
      date,
      day: Number(date.slice(8)),
      isOpen: date >= from && date <= to && (!rules || isOpenDay(date, rules)),
    })
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The first day that can be chosen, or the first of all where none can. */
export const firstOpenDay = (from: CivilDate, to: CivilDate, rules?: OpenDays): CivilDate => {
  for (let date = from; rules && date <= to; date = addDays(date, 1)) if (isOpenDay(date, rules)) return date
  return from
}

/** The month within the range that is nearest to the wished one. */
export const clampMonth = (month: Month, from: CivilDate, to: CivilDate): Month =>
  month < monthOf(from) ? monthOf(from) : month > monthOf(to) ? monthOf(to) : month

/** Why a touched day is not taken: it is not open, or as many as may be are chosen. */
export type Refusal = 'closed' | 'full'

export const isRefusal = (touched: readonly CivilDate[] | Refusal): touched is Refusal =>
  typeof touched === 'string'

/** The chosen days after a touch, in order. Touching a chosen day takes it away. */
export const touchDay = (
  chosen: readonly CivilDate[],
  { date, isOpen }: Pick<Day, 'date' | 'isOpen'>,
  max: number,
): readonly CivilDate[] | Refusal => {
  if (chosen.includes(date)) return chosen.filter((each) => each !== date)
  if (!isOpen) return 'closed'
  return chosen.length < max ? [...chosen, date].sort() : 'full'
}
