import type { Found, Issuance, Lookup } from '../../domain/lookup.ts'
import type { AssessInput } from '../../domain/service.ts'
import type { YardSaleSettings } from './settings.ts'
import { readSale, yearOf } from './sale.ts'
import type { Sale } from './sale.ts'

export const serviceId = 'yard-sale'

export const homeScope = (year: number): string => `yard-sale/${year}`
/** One claim for each day of a sale, from its approval on. */
export const dayScope = 'yard-sale-day'
export const personScope = (year: number): string => `yard-sale-person/${year}`

/** A permit counts in the year of its first day, wherever rain moved it; an exempt one counts in none. */
export const countsIn = ({ data, validFrom }: Issuance): number | null =>
  data['counted'] === false ? null : yearOf(validFrom)

export const lookups = ({ answers, settings }: AssessInput<YardSaleSettings>): Lookup[] => {
  const sale = readSale(answers)
  const wanted: Lookup[] = []
  if (sale.address)
    wanted.push(
      { kind: 'issuances', service: serviceId, subject: sale.address.key },
      { kind: 'claims', scope: dayScope, subject: sale.address.key },
    )
  if (sale.address && sale.first)
    wanted.push({ kind: 'claims', scope: homeScope(yearOf(sale.first)), subject: sale.address.key })
  if (settings.salesPerPersonPerYear > 0 && sale.person && sale.first)
    wanted.push({ kind: 'claims', scope: personScope(yearOf(sale.first)), subject: sale.person })
  return wanted
}

/** The permits of this home that stand, less the one that is being decided or moved. */
export const earlierPermits = (found: Found, sale: Sale, intakeId: string | undefined): Issuance[] =>
  sale.address === null
    ? []
    : found
        .issuances(serviceId, sale.address.key)
        .filter(({ state, intakeId: of }) => state === 'valid' && (intakeId === undefined || of !== intakeId))
