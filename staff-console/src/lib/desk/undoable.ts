import type { OfficeState, UndoableStep, Visit } from '@lobbyline/server/contract'

export interface Undoable {
  visit: Visit
  step: UndoableStep
}

/** My last step that can be undone: a call of mine, or what I (or a timer at my window) did to someone I served. */
export const undoableOf = (state: OfficeState, clerkId: string): Undoable | null => {
  const mine = Object.values(state.visits)
    .filter((visit) => (visit.undo?.step === 'call' ? visit.clerkId : visit.undo?.clerkId) === clerkId)
    .sort((one, other) => other.since - one.since)[0]
  return mine?.undo ? { visit: mine, step: mine.undo.step } : null
}
