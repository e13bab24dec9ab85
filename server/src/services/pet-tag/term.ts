import { addDays, addYears } from '../../domain/time.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { PetTagSettings } from './settings.ts'

export const terms = ['1', '2', '3', 'vaccine'] as const
export type Term = (typeof terms)[number]

/** A new term begins where the old license ended, unless that is too long ago or the city starts every term today. */
export const startOf = (expires: CivilDate, today: CivilDate, settings: PetTagSettings): CivilDate =>
  settings.startFrom === 'today' || expires === '' || addDays(expires, settings.backdateDays) < today
    ? today
    : expires

export const isLate = (expires: CivilDate, today: CivilDate, settings: PetTagSettings): boolean =>
  expires !== '' && addDays(expires, settings.graceDays) < today

export interface Offer {
  term: Term
  until: CivilDate
  cents: number
  /** why it cannot be had: the vaccine ends first, or the dog is not altered */
  refused: 'after-vaccine' | 'one-year-only' | 'not-sold' | null
}

interface Terms {
  start: CivilDate
  today: CivilDate
  /** null: not known yet */
  rabiesUntil: CivilDate | null
  fees: readonly number[]
  altered: boolean
  settings: PetTagSettings
}

const yearsOffer = (years: number, { start, today, rabiesUntil, fees, altered }: Terms): Offer => {
  const until = addYears(start, years)
  const cents = fees[years - 1]
  const term = terms[years - 1] ?? '1'
  if (cents === undefined) return { term, until, cents: 0, refused: altered ? 'not-sold' : 'one-year-only' }
  const isPast = until <= today
  const isTooLong = rabiesUntil !== null && until > rabiesUntil
  return { term, until, cents, refused: isPast ? 'not-sold' : isTooLong ? 'after-vaccine' : null }
}

/** Ends with the vaccine inside a year, for the fee of the full years that would have covered it. */
const vaccineOffer = ({ start, today, rabiesUntil, fees, settings }: Terms): Offer | null => {
  if (!settings.vaccineTerm || rabiesUntil === null || rabiesUntil <= start || rabiesUntil <= today)
    return null
  const years = fees.findIndex((_, index) => addYears(start, index + 1) >= rabiesUntil) + 1
  const cents = fees[years - 1]
  return cents === undefined || addYears(start, years) === rabiesUntil
    ? null
    : { term: 'vaccine', until: rabiesUntil, cents, refused: null }
}

/**
 * What can be bought (Government Code 38792): 1, 2 or 3 years at the owner's choice, never past the rabies vaccine.
 * Where the vaccine ends inside a term, a license until then is offered in its place.
 */
export const offers = (of: Terms): Offer[] => {
  const vaccine = vaccineOffer(of)
  return [...[1, 2, 3].map((years) => yearsOffer(years, of)), ...(vaccine ? [vaccine] : [])]
}
