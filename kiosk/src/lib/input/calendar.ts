import { addDays, addMonths, weekday } from '@lobbyline/server/contract'
import type { CivilDate } from '@lobbyline/server/contract'

/** `YYYY-MM` */
export type Month = string

export interface Day {
  date: CivilDate
  day: number
  isOpen: boolean
}

export const monthOf = (date: CivilDate): Month => date.slice(0, 7)

export const shiftMonth = (month: Month, months: number): Month => monthOf(addMonths(`${month}-01`, months))

/** Weeks from Sunday, as the United States print them; days of other months are null. */
export const weeksOf = (month: Month, from: CivilDate, to: CivilDate): (Day | null)[][] => {
  const first = `${month}-01`
  const lead = weekday(first) % 7
  const days: (Day | null)[] = Array.from({ length: lead }, () => null)
  for (let date = first; monthOf(date) === month; date = addDays(date, 1))
    days.push({ date, day: Number(date.slice(8)), isOpen: date >= from && date <= to })
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The month within the range that is nearest to the wished one. */
export const clampMonth = (month: Month, from: CivilDate, to: CivilDate): Month =>
  month < monthOf(from) ? monthOf(from) : month > monthOf(to) ? monthOf(to) : month

/** Touching a chosen day takes it away; beyond `max` nothing is added. */
export const toggleDate = (
  dates: readonly CivilDate[],
  date: CivilDate,
  max: number,
): readonly CivilDate[] =>
  dates.includes(date)
    ? dates.filter((each) => each !== date)
    : dates.length < max
      ? [...dates, date].sort()
      : dates
