import type { Issuance } from '../../domain/lookup.ts'
import type { AssessInput, Issuing, Problem } from '../../domain/service.ts'
import { addDays, instantOf } from '../../domain/time.ts'
import type { CivilDate, Instant } from '../../domain/time.ts'
import { turnAway } from '../problem.ts'
import { capProblems } from './caps.ts'
import { claimedDays } from './day-claims.ts'
import { earlierPermits } from './history.ts'
import { dayProblems, hourProblems, neighborProblems } from './rules.ts'
import { exemptionOf, readSale, yearOf } from './sale.ts'
import type { Sale } from './sale.ts'
import type { YardSaleSettings } from './settings.ts'

const permitOf = (sale: Sale, today: CivilDate, counted: boolean): Issuing => ({
  kind: 'permit',
  number: null,
  subject: sale.address?.key ?? '',
  validFrom: sale.first ?? today,
  validUntil: sale.last ?? today,
  data: {
    address: sale.address?.display ?? '',
    days: sale.days,
    opens: String(sale.opens ?? ''),
    closes: String(sale.closes ?? ''),
    counted,
  },
  recordChanges: [],
})

export const issue = ({ answers, settings, today }: AssessInput<YardSaleSettings>): Issuing => {
  const sale = readSale(answers)
  return permitOf(sale, today, !exemptionOf(sale, settings).fromCap)
}

/** A sale canceled in time did not take place: it does not count. */
export const cancellation = ({
  issuance,
  settings,
  now,
  zone,
}: {
  issuance: Issuance
  settings: YardSaleSettings
  now: Instant
  zone: string
}): { releasesClaims: boolean } => {
  const day = addDays(issuance.validFrom, -settings.cancelDaysBefore)
  return { releasesClaims: now <= instantOf(day, settings.cancelUntilTime, zone) }
}

/**
 * Fee and exemptions stay as they were approved, and so do the caps, but in another year; days and hours are by the rules of now.
 */
export const amendedBy = ({
  answers,
  issuance,
  settings,
  approved,
}: AssessInput<YardSaleSettings> & {
  issuance: Issuance
  approved: Partial<YardSaleSettings>
}): YardSaleSettings => {
  const { feeCents, charity, courtOrder, salesPerYear, salesPerPersonPerYear } = { ...settings, ...approved }
  const { first } = readSale(answers)
  const sameYear = first !== null && yearOf(first) === yearOf(issuance.validFrom)
  const kept = { ...settings, feeCents, charity, courtOrder }
  return sameYear ? { ...kept, salesPerYear, salesPerPersonPerYear } : kept
}

/** Moved for rain: other days at the same home, reported soon, held soon; notice is not asked again, the cap only in another year. */
const moveProblems = (input: AssessInput<YardSaleSettings>, sale: Sale, permit: Issuance): Problem[] => {
  const { settings, today, found } = input
  const reportBy = addDays(permit.validUntil, settings.rainReportDays)
  const holdBy = addDays(permit.validUntil, settings.rainMoveDays)
  const others = earlierPermits(found, sale, undefined).filter(({ id }) => id !== permit.id)
  const problems = [
    ...neighborProblems(sale, others, claimedDays(found, sale, permit.intakeId ?? undefined), settings),
    ...dayProblems(sale, settings),
    ...hourProblems(sale, settings),
  ]
  const year = yearOf(sale.first ?? permit.validFrom)
  if (year !== yearOf(permit.validFrom) && permit.data['counted'] !== false)
    problems.push(...capProblems(input, sale))
  if (sale.address?.key !== permit.subject) problems.unshift(turnAway('move-same-home', 'address'))
  if (today > reportBy) problems.unshift(turnAway('move-too-late', null, { by: { date: reportBy } }))
  if (sale.first === null || sale.last === null || sale.first < today || sale.last > holdBy)
    problems.unshift(turnAway('move-days', 'days', { from: { date: today }, until: { date: holdBy } }))
  return problems
}

export const amend = (
  input: AssessInput<YardSaleSettings> & { issuance: Issuance },
): { ok: true; issuing: Issuing } | { ok: false; problem: Problem } => {
  const { answers, issuance, today } = input
  const sale = readSale(answers)
  const problem = moveProblems(input, sale, issuance)[0]
  if (problem) return { ok: false, problem }
  const issuing = permitOf(sale, today, issuance.data['counted'] !== false)
  const data = { ...issuing.data, movedFrom: issuance.validFrom }
  return { ok: true, issuing: { ...issuing, number: issuance.number, data } }
}
