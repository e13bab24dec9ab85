import type { Found } from '../../domain/lookup.ts'
import type { ClaimWish } from '../../domain/service.ts'
import { addDays, daysBetween } from '../../domain/time.ts'
import type { CivilDate } from '../../domain/time.ts'
import { dayScope } from './history.ts'
import type { Sale } from './sale.ts'

/** A slot is a day, counted from here: whichever sale is approved for it first has it, at every office. */
const firstDay: CivilDate = '1970-01-01'

export const dayWishes = ({ address, days }: Sale): ClaimWish[] =>
  address === null
    ? []
    : days.map((day) => ({ scope: dayScope, subject: address.key, slot: daysBetween(firstDay, day) }))

/** The days that other sales of this home are approved for, issued or not. */
export const claimedDays = (found: Found, { address }: Sale, intakeId: string | undefined): CivilDate[] =>
  address === null
    ? []
    : found
        .claims(dayScope, address.key)
        .filter((claim) => claim.intakeId !== intakeId)
        .map(({ slot }) => addDays(firstDay, slot))
