/** Epoch milliseconds, UTC. */
export type Instant = number

/** `YYYY-MM-DD` in the office's zone. */
export type CivilDate = string

/** Whether something is a day that there is, written as one. */
export const isCivilDate = (raw: unknown): raw is CivilDate => {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return false
  const date = new Date(`${raw}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(raw)
}

interface Day {
  date: CivilDate
  from: Instant
  until: Instant
}

/** Asked several times for each command, and nearly always for the day that it was asked for before. */
const lastDays = new Map<string, Day>()

const dayOf = (instant: Instant, zone: string): Day => {
  const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).startOfDay()
  return {
    date: start.toPlainDate().toString(),
    from: start.epochMilliseconds,
    until: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  }
}

/** The date on the wall at `instant` in an IANA zone: a business day runs from midnight to midnight there. */
export const businessDay = (instant: Instant, zone: string): CivilDate => {
  let day = lastDays.get(zone)
  if (!day || instant < day.from || instant >= day.until) lastDays.set(zone, (day = dayOf(instant, zone)))
  return day.date
}

type Unit = 'days' | 'months' | 'years'

const mostSums = 1_000
/** The rules of a service add the same few terms to the same few dates, visit after visit. */
const sums = new Map<string, CivilDate>()

const add = (date: CivilDate, count: number, unit: Unit): CivilDate => {
  const key = `${date} ${count} ${unit}`
  const known = sums.get(key)
  if (known !== undefined) return known
  const sum = Temporal.PlainDate.from(date)
    .add({ [unit]: count })
    .toString()
  if (sums.size === mostSums) sums.clear()
  sums.set(key, sum)
  return sum
}

export const addDays = (date: CivilDate, days: number): CivilDate => add(date, days, 'days')

export const addMonths = (date: CivilDate, months: number): CivilDate => add(date, months, 'months')

/** A year later is the same day; February 29 becomes February 28. */
export const addYears = (date: CivilDate, years: number): CivilDate => add(date, years, 'years')

/** Whole days from `from` to `until`; negative when `until` is earlier. */
export const daysBetween = (from: CivilDate, until: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekday = (date: CivilDate): number => Temporal.PlainDate.from(date).dayOfWeek

/** The instant of a wall-clock time `HH:MM` on a date in a zone; a time that the clock skips moves forward. */
export const instantOf = (date: CivilDate, time: string, zone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
