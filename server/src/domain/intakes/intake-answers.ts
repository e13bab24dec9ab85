import {
  assess,
  assessLookups,
  carryEvidence,
  carryMarks,
  intakeFiling,
  owedCentsOf,
  termsOf,
} from './assessing.ts'
import { heldLookups, releaseClaims } from './claims.ts'
import { decided } from '../decision.ts'
import type { DecisionContext, Deciders } from '../decision.ts'
import type { FactBody } from '../fact.ts'
import type { Filing } from '../filing.ts'
import { intakeFor, intakeStep } from './intake-standing.ts'
import type { Lookup } from '../lookup.ts'
import type { Answers } from '../question.ts'
import { refuse } from '../result.ts'
import type { ServiceId } from '../service.ts'
import type { Intake, OfficeState } from '../state.ts'
import { submission } from '../visits/take-ticket.ts'
import { isOpenVisit } from '../visits/visit.ts'

const correctionLookups = (
  state: OfficeState,
  intakeId: string,
  service: ServiceId | undefined,
  answers: Answers,
  context: DecisionContext,
): Lookup[] => {
  if (service === undefined) return []
  return [
    ...heldLookups(intakeId, context.found),
    ...assessLookups(state, service, answers, context, intakeId),
  ]
}

/** Both ways to change what was told: the old answers are kept, and an approval that rested on them is taken back. */
const correct = (
  state: OfficeState,
  intake: Intake,
  serviceId: ServiceId,
  raw: Answers,
  context: DecisionContext,
) => {
  const { found } = context
  const was = found.intakeFile(intake.id)
  if (!was) return refuse('not-found')
  const assessed = assess(state, serviceId, raw, context, { intakeId: intake.id })
  if (!assessed.ok) return assessed
  const { service, answers, assessment } = assessed.value
  const same = serviceId === intake.service
  const checklist = same ? was.assessment.checklist : []
  const rev = intake.rev + 1
  const terms = termsOf(assessment, carryMarks(checklist, intake.marks, assessment.checklist))
  const step = { ...intakeStep(intake), rev, terms }
  const fact: FactBody = same
    ? { kind: 'intake-corrected', body: { ...step, sameAnswers: false } }
    : {
        kind: 'intake-service-changed',
        body: {
          ...step,
          service: serviceId,
          wasService: intake.service,
          quotedCents: assessment.fees.length > 0 ? owedCentsOf(assessment) : null,
        },
      }
  const filings: Filing[] = [
    { type: 'correction', intakeId: intake.id, rev: intake.rev, was: was.answers },
    intakeFiling(service, {
      intakeId: intake.id,
      service: serviceId,
      language: was.language,
      rev,
      answers,
      assessment,
      evidence: carryEvidence(checklist, was.evidence, assessment.checklist),
      note: was.note,
    }),
    ...(intake.state === 'approved' ? releaseClaims(was.assessment, intake.id, found) : []),
  ]
  return decided([fact], {}, filings)
}

export const answersDeciders: Pick<Deciders, 'add-intake' | 'correct-answers' | 'change-service'> = {
  'add-intake': {
    lookups: (state, { intake }, context) => assessLookups(state, intake.service, intake.answers, context),
    decide(state, { visitId, channel, language, intake: draft }, context) {
      const visit = visitId === null ? null : state.visits[visitId]
      if (visit === undefined) return refuse('not-found')
      if (visit && !isOpenVisit(visit)) return refuse('wrong-state', { state: visit.state })
      const assessed = assess(state, draft.service, draft.answers, context)
      if (!assessed.ok) return assessed
      const intakeId = context.newId('intake')
      const { fact, filing } = submission(state, assessed.value, {
        intakeId,
        visitId,
        channel,
        language,
        draft,
      })
      return decided([fact], { intakeId }, [filing])
    },
  },
  'correct-answers': {
    lookups: (state, { intakeId, answers }, context) =>
      correctionLookups(state, intakeId, state.intakes[intakeId]?.service, answers, context),
    decide(state, { intakeId, rev, answers }, context) {
      const intake = intakeFor(state, intakeId, 'correct', rev)
      return intake.ok ? correct(state, intake.value, intake.value.service, answers, context) : intake
    },
  },
  'change-service': {
    lookups: (state, { intakeId, service, answers }, context) =>
      correctionLookups(state, intakeId, service, answers, context),
    decide(state, { intakeId, rev, service, answers }, context) {
      const intake = intakeFor(state, intakeId, 'correct', rev)
      return intake.ok ? correct(state, intake.value, service, answers, context) : intake
    },
  },
}
