import { parseAddress } from '../../domain/answers/address.ts'
import type { Address } from '../../domain/answers/address.ts'

export interface StreetRange {
  /** as it is written: "E 6th St" */
  street: string
  from: number
  to: number
  side?: 'odd' | 'even'
  city: 'in' | 'out'
}

const canonical = new Map<string, string>()

const canonicalStreet = (street: string): string => {
  const known = canonical.get(street)
  if (known) return known
  const address = parseAddress(`1 ${street}`)
  const name = address.ok ? address.value.street : street
  canonical.set(street, name)
  return name
}

const isOnSide = (number: number, side: StreetRange['side']): boolean =>
  side === undefined || (side === 'odd') === (number % 2 === 1)

/**
 * Whether an address is in the city, by the street list alone. A ZIP says nothing: it reaches beyond the city.
 * What the list does not know, or what names another city, is a person's to tell.
 */
export const cityOf = (
  address: Address,
  streets: readonly StreetRange[],
  cityName: string,
): 'in' | 'out' | 'doubt' => {
  if (address.locality !== null && address.locality.toUpperCase() !== cityName.toUpperCase()) return 'doubt'
  const range = streets.find(
    ({ street, from, to, side }) =>
      address.number >= from &&
      address.number <= to &&
      isOnSide(address.number, side) &&
      canonicalStreet(street) === address.street,
  )
  return range?.city ?? 'doubt'
}

/** The street names that a keyboard can suggest. */
export const streetNames = (streets: readonly StreetRange[]): string[] =>
  [...new Set(streets.filter(({ city }) => city === 'in').map(({ street }) => street))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )
