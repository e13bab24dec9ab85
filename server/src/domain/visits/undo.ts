import type { Decider } from '../decision.ts'
import { decided } from '../decision.ts'
import { isSupervisor } from '../permission.ts'
import { refuse } from '../result.ts'
import { businessDay } from '../time.ts'
import { actorId, stepOf } from './standing.ts'
import { isAtWindow } from './visit.ts'
import { visitAt } from '../offices/window.ts'

/**
 * Takes the last step of a visit back on its own day, as long as nothing of effect outside came after it: state, since and place are as before,
 * and a timer goes on with what it had left. A timer that had run out starts anew, or it would undo the undo at once.
 * Only the clerk whose step it was, or a supervisor. Refusals: `nothing-to-undo`, `undo-window-busy`, `window-closed`.
 */
export const undoVisitStep: Decider<'undo-visit-step'> = {
  decide(state, { visitId }, { actor, now }) {
    const visit = state.visits[visitId]
    if (!visit) return refuse('not-found')
    const { undo } = visit
    if (!undo || businessDay(visit.since, state.city.zone) < state.businessDay)
      return refuse('nothing-to-undo')
    const clerkId = undo.clerkId ?? visit.clerkId
    if (clerkId !== actorId(actor) && !isSupervisor(actor)) return refuse('visit-at-other-window')
    if (isAtWindow({ ...visit, state: undo.state }) && undo.windowId !== null) {
      const window = state.windows[undo.windowId]
      if (!window || window.clerkId === null) return refuse('window-closed')
      if (window.clerkId !== undo.clerkId || visitAt(state, window.id)) return refuse('undo-window-busy')
    }
    const remainingMs = undo.remainingMs
    const due =
      remainingMs === null ? null : now + (remainingMs > 0 ? remainingMs : state.lineSettings.noShowMs)
    return decided([{ kind: 'visit-step-undone', body: { ...stepOf(visit), step: undo.step, due } }], {})
  },
}
