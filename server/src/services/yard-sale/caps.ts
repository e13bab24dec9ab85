import type { Claim } from '../../domain/lookup.ts'
import type { AssessInput, ClaimWish, Problem } from '../../domain/service.ts'
import { turnAway } from '../problem.ts'
import { countsIn, earlierPermits, homeScope, personScope } from './history.ts'
import { exemptionOf, yearOf } from './sale.ts'
import type { Sale } from './sale.ts'
import type { YardSaleSettings } from './settings.ts'

const othersClaims = (claims: readonly Claim[], intakeId: string | undefined): Claim[] =>
  claims.filter((claim) => claim.intakeId !== intakeId)

interface Cap {
  wish: ClaimWish
  used: number
  allowed: number
}

/**
 * How often this home was granted a sale in that year: claims (approved ones, and those canceled too late) and permits without
 * a claim (older than this system). The latter take no slot, so they lower the limit of slots.
 */
const homeCap = ({ found, intakeId, settings }: AssessInput<YardSaleSettings>, sale: Sale): Cap | null => {
  if (!sale.address || !sale.first) return null
  const year = yearOf(sale.first)
  const scope = homeScope(year)
  const subject = sale.address.key
  const claims = found.claims(scope, subject)
  const claimed = new Set(claims.map((claim) => claim.intakeId))
  const unclaimed = earlierPermits(found, sale, intakeId).filter(
    (permit) => countsIn(permit) === year && !(permit.intakeId !== null && claimed.has(permit.intakeId)),
  ).length
  return {
    wish: { scope, subject, limit: Math.max(0, settings.salesPerYear - unclaimed) },
    used: othersClaims(claims, intakeId).length + unclaimed,
    allowed: settings.salesPerYear,
  }
}

const personCap = ({ found, intakeId, settings }: AssessInput<YardSaleSettings>, sale: Sale): Cap | null => {
  if (settings.salesPerPersonPerYear === 0 || !sale.person || !sale.first) return null
  const scope = personScope(yearOf(sale.first))
  const used = othersClaims(found.claims(scope, sale.person), intakeId).length
  const allowed = settings.salesPerPersonPerYear
  return { wish: { scope, subject: sale.person, limit: allowed }, used, allowed }
}

const capsOf = (
  input: AssessInput<YardSaleSettings>,
  sale: Sale,
): { home: Cap | null; person: Cap | null } =>
  exemptionOf(sale, input.settings).fromCap
    ? { home: null, person: null }
    : { home: homeCap(input, sale), person: personCap(input, sale) }

const reached = (code: string, question: string, cap: Cap | null, { first }: Sale): Problem[] => {
  if (cap === null || first === null || cap.used < cap.allowed) return []
  const year = yearOf(first)
  return [turnAway(code, question, { used: cap.used, allowed: cap.allowed, year, next: year + 1 })]
}

export const capProblems = (input: AssessInput<YardSaleSettings>, sale: Sale): Problem[] => {
  const { home, person } = capsOf(input, sale)
  return [...reached('annual-cap', 'address', home, sale), ...reached('person-cap', 'days', person, sale)]
}

export const claimWishes = (input: AssessInput<YardSaleSettings>, sale: Sale): ClaimWish[] => {
  const { home, person } = capsOf(input, sale)
  return [home, person].flatMap((cap) => (cap === null ? [] : [cap.wish]))
}
