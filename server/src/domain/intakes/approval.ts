import {
  approvedBy,
  assess,
  assessLookups,
  carryEvidence,
  carryMarks,
  intakeFiling,
  saidKey,
  termsOf,
} from './assessing.ts'
import { blockerOf } from './blocker.ts'
import { takeClaims } from './claims.ts'
import type { Decider } from '../decision.ts'
import { decided } from '../decision.ts'
import type { FactBody, IntakeTerms } from '../fact.ts'
import type { Filing } from '../filing.ts'
import { intakeFor, intakeStep } from './intake-standing.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Assessment, ChecklistItem } from '../service.ts'
import type { Intake } from '../state.ts'

const settled = (
  checklist: readonly ChecklistItem[],
  terms: Pick<IntakeTerms, 'marks' | 'needsDeclaration' | 'needsOath'>,
  intake: Intake,
): Result<null, RefusalCode> => {
  for (const [position, mark] of terms.marks.entries()) {
    const paper = checklist[position]?.code ?? ''
    if (mark === null) return refuse('review-incomplete', { paper })
    if (mark === 'not-acceptable') return refuse('paper-not-acceptable', { paper })
  }
  if (terms.needsDeclaration && intake.declarationAt === null) return refuse('declaration-missing')
  if (terms.needsOath && intake.oathAt === null) return refuse('oath-missing')
  return ok(null)
}

const isSame = (one: Result<null, RefusalCode>, other: Result<null, RefusalCode>): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** What the till asks for, and for what: a pass of another month may cost the same. */
const saidOfFees = ({ fees }: Assessment): string => JSON.stringify(fees.map(saidKey))

const differ = (intake: Intake, terms: IntakeTerms): boolean =>
  terms.owedCents !== intake.owedCents ||
  terms.blocked !== intake.blocked ||
  terms.needsDeclaration !== intake.needsDeclaration ||
  terms.needsOath !== intake.needsOath ||
  terms.marks.length !== intake.marks.length ||
  terms.marks.some((mark, position) => mark !== intake.marks[position])

/**
 * The decision is made on the records of this moment, not of the ticket: eligibility, papers, fee and caps are drawn anew.
 * What has changed since is told by a correction, so that the till asks for what is owed now. Where something is missing that the form
 * does not show yet, the correction comes alone: what is asked for can be done then, and approved.
 * Refusals: `eligibility`, `review-incomplete`, `paper-not-acceptable`, `declaration-missing`, `oath-missing`, `claim-taken`.
 */
export const approveIntake: Decider<'approve-intake'> = {
  lookups(state, { intakeId }, context) {
    const file = context.found.intakeFile(intakeId)
    return [
      { kind: 'intake-file', intakeId },
      ...(file ? assessLookups(state, file.service, file.answers, context, intakeId) : []),
    ]
  },

  decide(state, { intakeId, rev: seen }, context) {
    const found = intakeFor(state, intakeId, 'approve', seen)
    if (!found.ok) return found
    const intake = found.value
    const file = context.found.intakeFile(intakeId)
    if (!file) return refuse('not-found')
    const assessed = assess(state, file.service, file.answers, context, { intakeId, complete: true })
    if (!assessed.ok) {
      return assessed.code === 'invalid-answers' ? refuse('review-incomplete', assessed.details) : assessed
    }
    const { service, answers, assessment } = assessed.value
    const problem = blockerOf(assessment)
    if (problem !== null) return refuse('eligibility', { problem })

    const was = file.assessment.checklist
    const terms = termsOf(assessment, carryMarks(was, intake.marks, assessment.checklist))
    const complete = settled(assessment.checklist, terms, intake)
    if (!complete.ok && isSame(complete, settled(was, intake, intake))) return complete

    const changed =
      !complete.ok || differ(intake, terms) || saidOfFees(assessment) !== saidOfFees(file.assessment)
    const step = intakeStep(intake)
    const rev = changed ? intake.rev + 1 : intake.rev
    const corrected: FactBody = {
      kind: 'intake-corrected',
      body: { ...step, rev, terms, sameAnswers: true },
    }
    const filed = (as: Assessment): Filing =>
      intakeFiling(service, {
        ...file,
        rev,
        answers,
        assessment: as,
        evidence: carryEvidence(was, file.evidence, as.checklist),
      })
    if (!complete.ok) return decided([corrected], {}, [filed(assessment)])

    const claims = takeClaims(assessment, intakeId, context.found)
    if (!claims.ok) return claims
    const approved: FactBody = { kind: 'intake-approved', body: step }
    return decided(changed ? [corrected, approved] : [approved], {}, [
      filed(approvedBy(assessed.value)),
      ...claims.value,
    ])
  },
}
