import type { Filing } from '../filing.ts'
import type { Claim, Found, Lookup } from '../lookup.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Assessment, ClaimWish } from '../service.ts'

type Wishes = Pick<Assessment, 'claims'>

export const claimLookups = ({ claims }: Wishes): Lookup[] =>
  claims.map(({ scope, subject }) => ({ kind: 'claims', scope, subject }))

/** An intake's file and the claims that it may hold. */
export const heldLookups = (intakeId: string, found: Found): Lookup[] => [
  { kind: 'intake-file', intakeId },
  ...claimLookups(found.intakeFile(intakeId)?.assessment ?? { claims: [] }),
]

export const heldClaims = ({ claims }: Wishes, intakeId: string, found: Found): Claim[] =>
  claims.flatMap(({ scope, subject }) =>
    found.claims(scope, subject).filter((claim) => claim.intakeId === intakeId),
  )

export const releaseClaims = (wishes: Wishes, intakeId: string, found: Found): Filing[] =>
  heldClaims(wishes, intakeId, found).map((claim) => ({ type: 'claim-released', claim }))

const freeSlot = ({ scope, subject, limit }: ClaimWish, found: Found): number | null => {
  const taken = new Set(found.claims(scope, subject).map((claim) => claim.slot))
  for (let slot = 0; slot < limit; slot++) if (!taken.has(slot)) return slot
  return null
}

/** The lowest free slot of each wish; what the intake holds already is not taken twice. Refusal: `claim-taken`. */
export const takeClaims = (
  { claims }: Wishes,
  intakeId: string,
  found: Found,
): Result<Filing[], RefusalCode> => {
  const filings: Filing[] = []
  for (const wish of claims) {
    if (heldClaims({ claims: [wish] }, intakeId, found).length > 0) continue
    const slot = freeSlot(wish, found)
    if (slot === null) return refuse('claim-taken', { scope: wish.scope, limit: wish.limit })
    const { scope, subject } = wish
    filings.push({ type: 'claim-taken', claim: { scope, subject, slot, intakeId } })
  }
  return ok(filings)
}
