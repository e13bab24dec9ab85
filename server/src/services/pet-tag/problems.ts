import type { Problem } from '../../domain/service.ts'
import type { CivilDate } from '../../domain/time.ts'
import { askClerk, notice, turnAway } from '../problem.ts'
import type { Request } from './request.ts'

/**
 * Not found is never a reason to turn anyone away: the clerk settles it before approval, with another number or with the answer
 * that it is not known. Then owner and dog are asked, and a renewal can begin a record of its own.
 */
const recordProblems = ({ answers, tag, record, purpose }: Request): Problem[] => {
  if (answers['has-tag'] === false) {
    const lookUp = askClerk('look-up', 'has-tag')
    return [purpose === 'renew' ? lookUp : { ...lookUp, mustSettle: true }]
  }
  if (tag !== null && !record)
    return [{ ...askClerk('not-found', 'tag', { tag }), instead: 'not-found-instead', mustSettle: true }]
  if (record?.status === 'deceased' || record?.status === 'moved-away')
    return [askClerk('record-closed', 'tag')]
  return []
}

const vaccineProblems = (
  { answers, record, rabies, start, offers, altered }: Request,
  today: CivilDate,
): Problem[] => {
  const question = answers['new-shot'] === true ? 'shot-until' : 'new-shot'
  if (answers['new-shot'] === undefined) return []
  if (rabies.until === null) {
    if (answers['new-shot'] === true) return []
    return record
      ? [turnAway('rabies-missing', question)]
      : [{ ...askClerk('rabies-unknown', question), mustSettle: true }]
  }
  const values = { until: { date: rabies.until } }
  if (rabies.until < today) return [turnAway('rabies-expired', question, values)]
  const isOffered = altered === null ? rabies.until > start : offers.some(({ refused }) => refused === null)
  return isOffered ? [] : [turnAway('rabies-too-short', question, values)]
}

const termProblems = ({ answers, offers, chosen }: Request): Problem[] => {
  if (answers['term'] === undefined || offers.length === 0) return []
  if (!chosen) return [turnAway('term-not-available', 'term')]
  return answers['consent'] === false
    ? [turnAway('consent-missing', 'consent', { ends: { date: chosen.until } })]
    : []
}

const alteredProblems = ({ altered, record }: Request): Problem[] =>
  altered === false && record?.altered ? [askClerk('altered-check', 'altered')] : []

const replaceProblems = ({ record }: Request, today: CivilDate): Problem[] =>
  record && record.expires !== '' && record.expires < today
    ? [turnAway('license-expired', 'purpose', { expired: { date: record.expires } })]
    : []

export const problemsOf = (request: Request, today: CivilDate): Problem[] => {
  const problems = recordProblems(request)
  if (request.purpose === 'replace') problems.push(...replaceProblems(request, today))
  if (request.purpose === 'renew') {
    const vaccine = vaccineProblems(request, today)
    problems.push(...vaccine, ...alteredProblems(request))
    if (!vaccine.some(({ kind }) => kind === 'turn-away')) problems.push(...termProblems(request))
    if (request.late) problems.push(notice('late', null))
  }
  return problems
}
