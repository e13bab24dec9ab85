import {
  businessDay,
  isAtWindow,
  visitAt,
  type CivilDate,
  type Instant,
  type OfficeState,
  type UndoableStep,
  type Visit,
} from '@lobbyline/server/contract'

export interface Undoable {
  visit: Visit
  step: UndoableStep
}

/** Nobody is brought back to a window where somebody else stands by now. */
const isPlaceFree = (state: OfficeState, visit: Visit, clerkId: string): boolean => {
  const { undo } = visit
  if (!undo || undo.windowId === null || !isAtWindow({ ...visit, state: undo.state })) return true
  return state.windows[undo.windowId]?.clerkId === clerkId && !visitAt(state, undo.windowId)
}

/** My last step of today that can be undone: a call of mine, or what I (or a timer at my window) did to someone I served. */
export const undoableOf = (state: OfficeState, clerkId: string, today: CivilDate): Undoable | null => {
  const mine = Object.values(state.visits)
    .filter((visit) => (visit.undo?.step === 'call' ? visit.clerkId : visit.undo?.clerkId) === clerkId)
    .sort((one, other) => other.since - one.since)[0]
  if (!mine?.undo || businessDay(mine.since, state.city.zone) !== today) return null
  return isPlaceFree(state, mine, clerkId) ? { visit: mine, step: mine.undo.step } : null
}

const freshMs = 12_000

/** It has only just happened: that it can be undone is said aloud. */
export const isFresh = ({ visit }: Undoable, now: Instant): boolean => now - visit.since < freshMs
