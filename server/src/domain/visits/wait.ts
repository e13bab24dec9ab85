import { select } from '../select.ts'
import type { LineId, OfficeState, Visit } from '../state.ts'
import type { Instant } from '../time.ts'

const hourMs = 3_600_000
/** What one visit takes at a window as long as today has not taught better. */
const usualVisitMs = 6 * 60_000
/** One leaves, the next one walks up. */
const betweenVisitsMs = 60_000

/** Who is served first: the earlier place, then the older ticket, and of one instant the one that came first. */
export const byPlace = (one: Visit, other: Visit): number =>
  one.placeAt - other.placeAt ||
  one.createdAt - other.createdAt ||
  one.arrival - other.arrival ||
  (one.number < other.number ? -1 : 1)

export const waitingVisits = (state: OfficeState): Visit[] =>
  select(state.visits, (visit) => visit.state === 'waiting').sort(byPlace)

/** How many wait before this visit. */
export const visitsBefore = (state: OfficeState, visitId: string): number => {
  const visit = state.visits[visitId]
  if (!visit) return 0
  return select(state.visits, (other) => other.state === 'waiting' && byPlace(other, visit) < 0).length
}

/** A range of whole minutes; `null` when no window is open. */
export interface WaitRange {
  fromMinutes: number
  toMinutes: number
}

/**
 * The wait of someone with `before` visits ahead: what visits took at a window in the last hour (three of them or more), or else
 * what they usually take, shared by the windows that are open for this line. A range, since nobody knows better.
 */
export const waitRange = (
  state: OfficeState,
  before: number,
  now: Instant,
  line?: LineId,
): WaitRange | null => {
  const open = select(
    state.windows,
    (window) =>
      window.clerkId !== null && (line === undefined || window.lines === null || window.lines.includes(line)),
  ).length
  if (open === 0) return null
  const lately = select(
    state.visits,
    (visit) => visit.state === 'completed' && now - visit.since < hourMs,
  ).map(({ servedMs }) => servedMs + betweenVisitsMs)
  const visitMs =
    lately.length < 3 ? usualVisitMs : lately.reduce((sum, each) => sum + each, 0) / lately.length
  const expectedMinutes = ((before + 0.5) * visitMs) / open / 60_000
  const fromMinutes = Math.floor(expectedMinutes * 0.7)
  return { fromMinutes, toMinutes: Math.max(fromMinutes + 2, Math.ceil(expectedMinutes * 1.4)) }
}
