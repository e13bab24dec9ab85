import { assess, lookupsOf } from './assessing.ts'
import type { Assessed } from './assessing.ts'
import type { DecisionContext } from '../decision.ts'
import type { Issuance, Lookup } from '../lookup.ts'
import type { Answers } from '../question.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Result } from '../result.ts'
import type { OfficeState } from '../state.ts'

/** What was issued, drawn anew with other answers: by the settings of today, but for what its service keeps as it was approved. */
export const assessAmendment = (
  state: OfficeState,
  issuance: Issuance,
  answers: Answers,
  context: DecisionContext,
): Result<Assessed, RefusalCode> => {
  const { service, intakeId } = issuance
  const approved = intakeId === null ? undefined : context.found.intakeFile(intakeId)?.assessment.settings
  return assess(state, service, answers, context, {
    intakeId: intakeId ?? undefined,
    complete: true,
    settings: (known, today) =>
      approved && known.amendedBy ? known.amendedBy({ ...today, issuance, approved }) : today.settings,
  })
}

export const amendmentLookups = (
  state: OfficeState,
  issuance: Issuance,
  answers: Answers,
  context: DecisionContext,
): Lookup[] => {
  const { intakeId } = issuance
  const assessed = assessAmendment(state, issuance, answers, context)
  return [
    ...(intakeId === null ? [] : [{ kind: 'intake-file', intakeId } as const]),
    ...(assessed.ok ? lookupsOf(assessed.value) : []),
  ]
}
