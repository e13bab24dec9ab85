import { select } from '../select.ts'
import type { LineId, OfficeState, Visit, Window } from '../state.ts'
import type { CivilDate, Instant } from '../time.ts'
import { waitingPlaces } from './visit-tally.ts'

const hourMs = 3_600_000
/** What one visit takes at a window as long as today has not taught better. */
const usualVisitMs = 6 * 60_000
/** One that took longer was finished late, or its end was undone: it says little of the next one. */
const longestVisitMs = 30 * 60_000
/** One leaves, the next one walks up. */
const betweenVisitsMs = 60_000

/** Who is served first: the earlier place, then the older ticket, and of one instant the one that came first. */
export const byPlace = (one: Visit, other: Visit): number =>
  one.placeAt - other.placeAt ||
  one.createdAt - other.createdAt ||
  one.arrival - other.arrival ||
  (one.number < other.number ? -1 : 1)

/** Who is left of an earlier day is not in the lobby: a clerk settles their visit, or calls them by choice. */
const waitsToday = ({ businessDay }: OfficeState, visit: Visit): boolean =>
  visit.state === 'waiting' && visit.businessDay === businessDay

/** The office on this day, be it before the day's first command: nobody waits in its lobby since yesterday. */
export const onDay = (state: OfficeState, day: CivilDate): OfficeState =>
  day > state.businessDay ? { ...state, businessDay: day } : state

export const waitingVisits = (state: OfficeState): Visit[] =>
  select(state.visits, (visit) => waitsToday(state, visit)).sort(byPlace)

/** Where someone waits: in a line, or for the one window that they are reserved for. */
export type Place = Pick<Visit, 'line' | 'windowId'>

/** Whether a window calls who waits there. */
export const callsFrom = ({ id, lines }: Window, { line, windowId }: Place): boolean =>
  windowId === null ? lines === null || lines.includes(line) : windowId === id

/** Who is next here: reserved for this window, or of a line that it serves and reserved for none. */
export const nextFor = (state: OfficeState, window: Window): Visit | undefined => {
  const mine = select(state.visits, (visit) => waitsToday(state, visit) && callsFrom(window, visit))
  return mine.reduce<Visit | undefined>(
    (next, visit) => (next && byPlace(next, visit) < 0 ? next : visit),
    undefined,
  )
}

/** Where someone waits who comes to this line now. */
export const newcomerTo = (line: LineId): Place => ({ line, windowId: null })

/** The windows that are open, for this place or at all. */
const openWindows = (state: OfficeState, place?: Place): Window[] =>
  select(state.windows, (window) => window.clerkId !== null && (!place || callsFrom(window, place)))

/** Whether who waits at another place is called by a window that is open for this one; with none open, everyone may be. */
export const sharesWindow = (state: OfficeState, place: Place): ((other: Place) => boolean) => {
  const open = openWindows(state, place)
  return (other) => open.length === 0 || open.some((window) => callsFrom(window, other))
}

/** How many are called before this visit. */
export const visitsBefore = (state: OfficeState, visitId: string): number => {
  const visit = state.visits[visitId]
  if (!visit) return 0
  const isRival = sharesWindow(state, visit)
  return select(
    state.visits,
    (other) => waitsToday(state, other) && byPlace(other, visit) < 0 && isRival(other),
  ).length
}

/** How many are called before someone who comes to this line now. */
export const newcomerBefore = (state: OfficeState, line: LineId): number => {
  const isRival = sharesWindow(state, newcomerTo(line))
  return waitingPlaces(state).reduce((sum, place) => sum + (isRival(place) ? place.count : 0), 0)
}

/** Beyond these a wait is told in steps of five: nobody knows it by the minute. */
const exactMinutes = 20
const outward = (minutes: number, round: (steps: number) => number): number =>
  minutes > exactMinutes ? round(minutes / 5) * 5 : round(minutes)

/** A range of whole minutes; `null` when no window is open. */
export interface WaitRange {
  fromMinutes: number
  toMinutes: number
}

/**
 * The wait of someone with `before` visits ahead: what visits took at a window in the last hour (three of them or more), or else
 * what they usually take, shared by the windows that are open for this place. A range, since nobody knows better.
 */
export const waitRange = (
  state: OfficeState,
  before: number,
  now: Instant,
  place?: Place,
): WaitRange | null => {
  const open = openWindows(state, place).length
  if (open === 0) return null
  const lately = select(
    state.visits,
    (visit) => visit.state === 'completed' && now - visit.since < hourMs,
  ).map(({ servedMs }) => Math.min(servedMs, longestVisitMs) + betweenVisitsMs)
  const visitMs =
    lately.length < 3 ? usualVisitMs : lately.reduce((sum, each) => sum + each, 0) / lately.length
  const expectedMinutes = ((before + 0.5) * visitMs) / open / 60_000
  const fromMinutes = outward(expectedMinutes * 0.7, Math.floor)
  return { fromMinutes, toMinutes: Math.max(fromMinutes + 2, outward(expectedMinutes * 1.4, Math.ceil)) }
}
