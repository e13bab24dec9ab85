import { intakeFiling } from './assessing.ts'
import type { DecisionContext } from '../decision.ts'
import type { Filing } from '../filing.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Intake } from '../state.ts'
import { actorId } from '../visits/standing.ts'

/**
 * A clerk's note into the file of the intake, in place of an older one; an empty note changes nothing. Its `intake-file` is
 * looked up before. Refusals: `note-without-form`, `not-found`.
 */
export const noteFilings = (
  intake: Intake | undefined,
  note: string,
  { actor, found, now, services }: DecisionContext,
): Result<Filing[], RefusalCode> => {
  if (note === '') return ok([])
  if (!intake) return refuse('note-without-form')
  const file = found.intakeFile(intake.id)
  const service = services.get(intake.service)
  if (!file || !service) return refuse('not-found')
  return ok([intakeFiling(service, { ...file, note: { text: note, clerkId: actorId(actor), at: now } })])
}
