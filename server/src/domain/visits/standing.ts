import type { CommandActor } from '../command.ts'
import { isSupervisor } from '../permission.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { OfficeState, Visit, VisitState, Window } from '../state.ts'
import type { Instant } from '../time.ts'
import { visitMoves } from './visit.ts'
import type { VisitMove } from './visit.ts'
import { visitAt } from '../offices/window.ts'

export const actorId = (actor: CommandActor): string => (actor.type === 'system' ? 'system' : actor.id)

/** What every step of a visit tells of the interval that it ends. */
export const stepOf = (visit: Visit): { visitId: string; from: VisitState; since: Instant } => ({
  visitId: visit.id,
  from: visit.state,
  since: visit.since,
})

/**
 * The visit, when the move is one from its state and it stands with nobody else. A supervisor may act for a colleague.
 * Refusals: `not-found`, `already-called`, `wrong-state`, `visit-at-other-window`.
 */
export const visitFor = (
  state: OfficeState,
  visitId: string,
  move: VisitMove,
  actor: CommandActor,
): Result<Visit, RefusalCode> => {
  const visit = state.visits[visitId]
  if (!visit) return refuse('not-found')
  if (!visitMoves[visit.state][move]) {
    const taken = move === 'call' && (visit.state === 'called' || visit.state === 'serving')
    return refuse(taken ? 'already-called' : 'wrong-state', { state: visit.state })
  }
  const mine = visit.clerkId === null || actor.type === 'system' || visit.clerkId === actor.id
  return mine || isSupervisor(actor) ? ok(visit) : refuse('visit-at-other-window')
}

/** The window where this clerk sits with nobody in front. Refusals: `not-found`, `window-closed`, `window-taken`, `window-busy`. */
export const freeWindow = (
  state: OfficeState,
  windowId: string,
  actor: CommandActor,
): Result<Window, RefusalCode> => {
  const window = ownWindow(state, windowId, actor)
  if (!window.ok) return window
  return visitAt(state, windowId) ? refuse('window-busy') : window
}

export const ownWindow = (
  state: OfficeState,
  windowId: string,
  actor: CommandActor,
): Result<Window, RefusalCode> => {
  const window = state.windows[windowId]
  if (!window) return refuse('not-found')
  if (window.clerkId === null) return refuse('window-closed')
  return window.clerkId === actorId(actor) ? ok(window) : refuse('window-taken')
}
