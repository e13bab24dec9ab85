import type { AssessmentView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import { assess, assessLookups, inputOf } from '../domain/intakes/assessing.ts'
import type { DecisionContext } from '../domain/decision.ts'
import { Found } from '../domain/lookup.ts'
import { checkAnswers } from '../domain/answers/question-check.ts'
import type { Answers } from '../domain/question.ts'
import { ok, refuse, type Result } from '../domain/result.ts'
import type { OnFile, ServiceId } from '../domain/service.ts'
import type { OfficeState } from '../domain/state.ts'
import { businessDay, type Instant } from '../domain/time.ts'
import { onDay } from '../domain/visits/wait.ts'
import { readLookups } from '../office/lookup-reader.ts'
import type { Services } from '../services/registry.ts'

export interface Counter {
  state: OfficeState
  services: Services
  now: Instant
  pool: Database
}

/** A decision's surroundings for those who only look. */
export const reading = (services: Services, now: Instant): DecisionContext => ({
  actor: { type: 'system' },
  now,
  services,
  found: new Found(),
  newId: (name) => name,
  visitUrl: () => '',
})

/** Lines of the records that these answers are about. */
export const readOnFile = async (
  serviceId: ServiceId,
  answers: Answers,
  { state, services, now, pool }: Counter,
): Promise<readonly OnFile[]> => {
  const service = services.get(serviceId)
  if (!service?.onFile) return []
  const context = reading(services, now)
  const input = inputOf(state, service, answers, context)
  await readLookups(pool, state.officeId, context.found, () => service.lookups(input))
  return service.onFile(input)
}

/**
 * What a kiosk is told of an assessment: what it shows, and nothing that would tell a stranger of someone else's record.
 */
export const forTheKiosk = (view: AssessmentView): AssessmentView => ({
  ...view,
  assessment: {
    ...view.assessment,
    checklist: [],
    claims: [],
    handover: { kind: 'none', number: 'assigned', count: 0 },
  },
})

/**
 * What the line would say of these answers now. Nothing is stored, and answers that do not fit are named and left out.
 * @param intakeId the intake that the answers are of: what it has claimed itself does not count against it
 */
export const assessView = async (
  service: ServiceId,
  raw: Answers,
  { state, services, now, pool }: Counter,
  intakeId?: string,
): Promise<Result<AssessmentView, 'unknown-service' | 'invalid-answers'>> => {
  const known = services.get(service)
  if (!known) return refuse('unknown-service', { service })
  const today = onDay(state, businessDay(now, state.city.zone))
  const checked = checkAnswers(known, raw, { today: today.businessDay, complete: false })
  const problems = checked.ok ? {} : checked.problems
  const fitting = Object.fromEntries(Object.entries(raw).filter(([question]) => !(question in problems)))

  const context = reading(services, now)
  await readLookups(pool, state.officeId, context.found, () =>
    assessLookups(today, service, fitting, context, intakeId),
  )
  const assessed = assess(today, service, fitting, context, { intakeId })
  if (!assessed.ok) return refuse('invalid-answers', assessed.details)
  return ok({
    answers: assessed.value.answers,
    assessment: assessed.value.assessment,
    invalid: Object.entries(problems).map(([question, code]) => ({ question, code })),
  })
}
