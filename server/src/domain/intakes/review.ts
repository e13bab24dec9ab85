import { assess, assessLookups, intakeFiling, settingsOf } from './assessing.ts'
import { approveIntake } from './approval.ts'
import { heldLookups, releaseClaims } from './claims.ts'
import { decided } from '../decision.ts'
import type { DecisionContext, Deciders } from '../decision.ts'
import type { Filing } from '../filing.ts'
import { isLeft } from './intake.ts'
import { intakeFor, intakeStep } from './intake-standing.ts'
import type { IntakeFile } from '../lookup.ts'
import { noteFilings } from './note.ts'
import { printSlip } from '../papers/printing.ts'
import { refuse } from '../result.ts'
import type { Problem, Service } from '../service.ts'
import type { OfficeState } from '../state.ts'
import { voidRefusal } from '../tills/till.ts'
import { actorId, visitFor } from '../visits/standing.ts'

type ReviewCommand =
  | 'start-review'
  | 'mark-paper'
  | 'request-information'
  | 'receive-information'
  | 'take-up-intake'
  | 'print-declaration'
  | 'sign-declaration'
  | 'administer-oath'
  | 'approve-intake'
  | 'deny-intake'
  | 'withdraw-intake'
  | 'withdraw-paid-intake'

/** A reason that has come up since the ticket is filed with what it says, so that it can be read later. */
const problemFilings = (
  state: OfficeState,
  service: Service,
  file: IntakeFile,
  code: string,
  context: DecisionContext,
): Filing[] => {
  const isCode = (problem: Problem): boolean => problem.code === code
  if (file.assessment.problems.some(isCode)) return []
  const now = assess(state, service.id, file.answers, context, { intakeId: file.intakeId })
  const found = now.ok ? now.value.assessment.problems.filter(isCode) : []
  if (found.length === 0) return []
  const problems = [...file.assessment.problems, ...found]
  return [intakeFiling(service, { ...file, assessment: { ...file.assessment, problems } })]
}

export const reviewDeciders: Pick<Deciders, ReviewCommand> = {
  'start-review': {
    decide(state, { intakeId }) {
      const intake = intakeFor(state, intakeId, 'start-review')
      if (!intake.ok) return intake
      return decided([{ kind: 'intake-review-started', body: intakeStep(intake.value) }], {})
    },
  },
  'mark-paper': {
    lookups: (_state, { intakeId }) => [{ kind: 'intake-file', intakeId }],
    decide(state, { intakeId, rev, item, mark, evidence }, { found, services }) {
      const intake = intakeFor(state, intakeId, 'mark-paper', rev)
      if (!intake.ok) return intake
      const was = intake.value.marks[item]
      const file = found.intakeFile(intakeId)
      const service = services.get(intake.value.service)
      if (was === undefined || !file || !service) return refuse('not-found')
      return decided([{ kind: 'intake-paper-marked', body: { intakeId, item, mark, was } }], {}, [
        intakeFiling(service, { ...file, evidence: { ...file.evidence, [item]: evidence } }),
      ])
    },
  },
  'request-information': {
    lookups: (_state, { intakeId, note }) => (note === '' ? [] : [{ kind: 'intake-file', intakeId }]),
    decide(state, { intakeId, reason, note }, context) {
      const intake = intakeFor(state, intakeId, 'request-information')
      if (!intake.ok) return intake
      const noted = noteFilings(intake.value, note, context)
      if (!noted.ok) return noted
      const body = { ...intakeStep(intake.value), reason }
      return decided([{ kind: 'intake-information-requested', body }], {}, noted.value)
    },
  },
  'receive-information': {
    decide(state, { intakeId }) {
      const intake = intakeFor(state, intakeId, 'receive-information')
      if (!intake.ok) return intake
      return decided([{ kind: 'intake-information-received', body: intakeStep(intake.value) }], {})
    },
  },
  'take-up-intake': {
    decide(state, { intakeId, visitId }, { actor }) {
      const intake = state.intakes[intakeId]
      if (!intake) return refuse('not-found')
      if (!isLeft(state, intake)) return refuse('wrong-state', { state: intake.state })
      const visit = visitFor(state, visitId, 'complete', actor)
      if (!visit.ok) return visit
      const body = { intakeId, visitId, wasVisitId: intake.visitId }
      return decided([{ kind: 'intake-taken-up', body }], {})
    },
  },
  'print-declaration': {
    lookups: (_state, { intakeId }) => [{ kind: 'intake-file', intakeId }],
    decide(state, { intakeId, printerId }, context) {
      const intake = intakeFor(state, intakeId, 'print-declaration')
      if (!intake.ok) return intake
      const service = context.services.get(intake.value.service)
      const file = context.found.intakeFile(intakeId)
      if (!service || !file) return refuse('not-found')
      const slip = service.declaration?.({
        answers: file.answers,
        settings: settingsOf(state, service),
        language: file.language,
        city: state.city,
      })
      if (!intake.value.needsDeclaration || !slip) return refuse('nothing-to-print')
      const known = state.printers[printerId] ? printerId : null
      const { jobId, facts, filings } = printSlip(state, context, known, { intakeId }, () => slip)
      return jobId === null ? refuse('printer-unknown') : decided(facts, { jobId }, filings)
    },
  },
  'sign-declaration': {
    decide(state, { intakeId }, { actor }) {
      const intake = intakeFor(state, intakeId, 'sign-declaration')
      if (!intake.ok) return intake
      if (!intake.value.needsDeclaration || intake.value.declarationAt !== null) return refuse('wrong-state')
      const body = { intakeId, clerkId: actorId(actor) }
      return decided([{ kind: 'intake-declaration-signed', body }], {})
    },
  },
  'administer-oath': {
    decide(state, { intakeId, manner, wordingVersion }, { actor }) {
      const intake = intakeFor(state, intakeId, 'administer-oath')
      if (!intake.ok) return intake
      if (!intake.value.needsOath) return refuse('oath-not-asked')
      if (intake.value.oathAt !== null) return refuse('wrong-state')
      const body = { intakeId, clerkId: actorId(actor), wordingVersion }
      return decided([{ kind: 'intake-oath-administered', body }], {}, [{ type: 'oath', intakeId, manner }])
    },
  },
  'approve-intake': approveIntake,
  'deny-intake': {
    lookups(state, { intakeId }, context) {
      const file = context.found.intakeFile(intakeId)
      return [
        { kind: 'intake-file', intakeId },
        ...(file ? assessLookups(state, file.service, file.answers, context, intakeId) : []),
      ]
    },
    decide(state, { intakeId, code }, context) {
      const intake = intakeFor(state, intakeId, 'deny')
      if (!intake.ok) return intake
      const service = context.services.get(intake.value.service)
      if (!service?.denials.includes(code)) return refuse('unknown-denial')
      const file = context.found.intakeFile(intakeId)
      const filings = file ? problemFilings(state, service, file, code, context) : []
      return decided([{ kind: 'intake-denied', body: { ...intakeStep(intake.value), code } }], {}, filings)
    },
  },
  'withdraw-intake': {
    lookups: (state, { intakeId }, { found }) =>
      state.intakes[intakeId]?.state === 'approved' ? heldLookups(intakeId, found) : [],
    decide(state, { intakeId }, { found }) {
      const intake = intakeFor(state, intakeId, 'withdraw')
      if (!intake.ok) return intake
      const file = found.intakeFile(intakeId)
      const released = file ? releaseClaims(file.assessment, intakeId, found) : []
      return decided([{ kind: 'intake-withdrawn', body: intakeStep(intake.value) }], {}, released)
    },
  },
  'withdraw-paid-intake': {
    lookups: (_state, { intakeId }, { found }) => heldLookups(intakeId, found),
    decide(state, { intakeId, reason }, { found }) {
      const intake = intakeFor(state, intakeId, 'withdraw-paid')
      if (!intake.ok) return intake
      const receipt = state.receipts[intake.value.receiptId ?? '']
      if (receipt && voidRefusal(state, receipt) === null) return refuse('void-first')
      const file = found.intakeFile(intakeId)
      const released = file ? releaseClaims(file.assessment, intakeId, found) : []
      const body = { ...intakeStep(intake.value), reason }
      return decided([{ kind: 'intake-withdrawn', body }], {}, released)
    },
  },
}
