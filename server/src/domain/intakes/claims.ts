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

const answers = (claim: Claim, wish: ClaimWish): boolean => !('slot' in wish) || wish.slot === claim.slot

export const heldClaims = ({ claims }: Wishes, intakeId: string, found: Found): Claim[] =>
  claims.flatMap((wish) =>
    found
      .claims(wish.scope, wish.subject)
      .filter((claim) => claim.intakeId === intakeId && answers(claim, wish)),
  )

export const releaseClaims = (wishes: Wishes, intakeId: string, found: Found): Filing[] =>
  heldClaims(wishes, intakeId, found).map((claim) => ({ type: 'claim-released', claim }))

/** What a cancellation gives back: what there is one of is free again, a place of a cap where the service says so. */
export const releaseCanceled = (
  { claims }: Wishes,
  intakeId: string,
  found: Found,
  releasesClaims: boolean,
): Filing[] =>
  releaseClaims({ claims: claims.filter((wish) => releasesClaims || 'slot' in wish) }, intakeId, found)

const freeSlot = (wish: ClaimWish, found: Found): number | null => {
  const taken = new Set(found.claims(wish.scope, wish.subject).map((claim) => claim.slot))
  if ('slot' in wish) return taken.has(wish.slot) ? null : wish.slot
  for (let slot = 0; slot < wish.limit; slot++) if (!taken.has(slot)) return slot
  return null
}

/** The slot of each wish; what the intake holds already is not taken twice. Refusal: `claim-taken`. */
export const takeClaims = (
  { claims }: Wishes,
  intakeId: string,
  found: Found,
): Result<Filing[], RefusalCode> => {
  const filings: Filing[] = []
  for (const wish of claims) {
    if (heldClaims({ claims: [wish] }, intakeId, found).length > 0) continue
    const slot = freeSlot(wish, found)
    const { scope, subject } = wish
    if (slot === null) return refuse('claim-taken', 'slot' in wish ? { scope } : { scope, limit: wish.limit })
    filings.push({ type: 'claim-taken', claim: { scope, subject, slot, intakeId } })
  }
  return ok(filings)
}
