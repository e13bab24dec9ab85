import type { AmendmentView, IssuanceView } from '../contract/views.ts'
import { checkAnswers } from '../domain/answers/question-check.ts'
import { amendmentLookups, assessAmendment } from '../domain/intakes/amending.ts'
import { settingsOf } from '../domain/intakes/assessing.ts'
import { isWrittenSince } from '../domain/lookup.ts'
import type { Answers } from '../domain/question.ts'
import { businessDay, type Instant } from '../domain/time.ts'
import { onDay } from '../domain/visits/wait.ts'
import { readLookups } from '../office/lookup-reader.ts'
import { reading, type Counter } from './assess-view.ts'
import { intakeFileOf, issuanceOf, type IntakeFileRow, type IssuanceRow } from './rows.ts'

const issuanceQuery = `
  select id, service, intake_id, kind, number, subject, valid_from, valid_until, issued_at, state, data
  from issuance where office = $1 and id = $2`

const fileQuery = `
  select intake_id, service, language, rev, answers, assessment, evidence, note
  from intake_file where office = $1 and intake_id = $2`

/** Its last slip, as long as it is kept for printing again. */
const slipQuery = `
  select print.id as "jobId", print.at
  from print join print_job on print_job.job_id = print.id
  where print.office = $1 and print.of ->> 'issuanceId' = $2 and print.copy = 0
  order by print.at desc limit 1`

/** What was issued to whom, and what may still be done with it. */
export const readIssuance = async (issuanceId: string, counter: Counter): Promise<IssuanceView | null> => {
  const { pool, state, services, now } = counter
  const { officeId, city } = state
  const { rows } = await pool.query<IssuanceRow>(issuanceQuery, [officeId, issuanceId])
  if (!rows[0]) return null
  const issuance = issuanceOf(rows[0])
  const [files, slips] = await Promise.all([
    pool.query<IntakeFileRow>(fileQuery, [officeId, issuance.intakeId]),
    pool.query<{ jobId: string; at: Instant }>(slipQuery, [officeId, issuanceId]),
  ])
  const file = files.rows[0] ? intakeFileOf(files.rows[0]) : null
  const service = services.get(issuance.service)
  const settings = service ? settingsOf(onDay(state, businessDay(now, city.zone)), service) : {}
  const { found } = reading(services, now)
  const wrote = service?.restores?.lookups(issuance) ?? []
  await readLookups(pool, officeId, found, () => wrote)
  const canceling = service?.cancellation?.({ issuance, settings, now, zone: city.zone })
  return {
    issuance,
    file,
    countsWhenCanceled: canceling ? !canceling.releasesClaims : null,
    writtenSince: isWrittenSince(issuance, wrote, found),
    amends: file && service?.amend ? (service.amends ?? []) : [],
    slip: slips.rows[0] ?? null,
  }
}

/** What amending with these answers would come to. Nothing is stored. Null when there is nothing that could be amended. */
export const readAmendment = async (
  issuanceId: string,
  answers: Answers,
  counter: Counter,
): Promise<AmendmentView | null> => {
  const view = await readIssuance(issuanceId, counter)
  if (!view?.file || view.amends.length === 0) return null
  const { pool, services, now } = counter
  const { issuance } = view
  const state = onDay(counter.state, businessDay(now, counter.state.city.zone))
  const known = services.get(issuance.service)
  if (!known?.amend) return null
  const checked = checkAnswers(known, answers, { today: state.businessDay, complete: true })
  if (!checked.ok) {
    const invalid = Object.entries(checked.problems).map(([question, code]) => ({ question, code }))
    return { invalid, problem: null }
  }
  const context = reading(services, now)
  await readLookups(pool, state.officeId, context.found, () =>
    amendmentLookups(state, issuance, answers, context),
  )
  const assessed = assessAmendment(state, issuance, answers, context)
  if (!assessed.ok) return null
  const amended = known.amend({ ...assessed.value.input, issuance })
  return { invalid: [], problem: amended.ok ? null : amended.problem }
}
