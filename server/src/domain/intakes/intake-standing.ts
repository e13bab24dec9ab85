import { intakeMoves } from './intake.ts'
import type { IntakeMove } from './intake.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Intake, IntakeState, OfficeState } from '../state.ts'
import type { Instant } from '../time.ts'

/** What every step of an intake tells of the interval that it ends. */
export const intakeStep = (intake: Intake): { intakeId: string; from: IntakeState; since: Instant } => ({
  intakeId: intake.id,
  from: intake.state,
  since: intake.since,
})

/**
 * The intake, when the move is one from its state and the clerk has seen its last correction.
 * Refusals: `not-found`, `wrong-state`, `stale-revision`.
 */
export const intakeFor = (
  state: OfficeState,
  intakeId: string,
  move: IntakeMove,
  rev?: number,
): Result<Intake, RefusalCode> => {
  const intake = state.intakes[intakeId]
  if (!intake) return refuse('not-found')
  if (!intakeMoves[intake.state][move]) return refuse('wrong-state', { state: intake.state })
  if (rev !== undefined && rev !== intake.rev) return refuse('stale-revision', { rev: intake.rev })
  return ok(intake)
}
