import type { AssessmentView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import { assess, assessLookups } from '../domain/intakes/assessing.ts'
import type { DecisionContext } from '../domain/decision.ts'
import { Found } from '../domain/lookup.ts'
import { checkAnswers } from '../domain/answers/question-check.ts'
import type { Answers } from '../domain/question.ts'
import { ok, refuse, type Result } from '../domain/result.ts'
import type { ServiceId } from '../domain/service.ts'
import type { OfficeState } from '../domain/state.ts'
import { businessDay, type Instant } from '../domain/time.ts'
import { readLookups } from '../office/lookup-reader.ts'
import type { Services } from '../services/registry.ts'

interface AssessOptions {
  state: OfficeState
  services: Services
  now: Instant
  pool: Database
}

/** What the line would say of these answers now. Nothing is stored, and answers that do not fit are named and left out. */
export const assessView = async (
  service: ServiceId,
  raw: Answers,
  { state, services, now, pool }: AssessOptions,
): Promise<Result<AssessmentView, 'unknown-service' | 'invalid-answers'>> => {
  const known = services.get(service)
  if (!known) return refuse('unknown-service', { service })
  const today = { ...state, businessDay: businessDay(now, state.city.zone) }
  const checked = checkAnswers(known, raw, { today: today.businessDay, complete: false })
  const problems = checked.ok ? {} : checked.problems
  const fitting = Object.fromEntries(Object.entries(raw).filter(([question]) => !(question in problems)))

  const found = new Found()
  const context: DecisionContext = {
    actor: { type: 'system' },
    now,
    services,
    found,
    newId: (name) => name,
    visitUrl: () => '',
  }
  const wanted = () => assessLookups(today, service, fitting, context)
  await readLookups(pool, state.officeId, found, wanted)
  const assessed = assess(today, service, fitting, context)
  if (!assessed.ok) return refuse('invalid-answers', assessed.details)
  return ok({
    answers: assessed.value.answers,
    assessment: assessed.value.assessment,
    invalid: Object.entries(problems).map(([question, code]) => ({ question, code })),
  })
}
