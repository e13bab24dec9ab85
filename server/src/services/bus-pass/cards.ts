import type { CityRecord, Lookup } from '../../domain/lookup.ts'
import type { AssessInput } from '../../domain/service.ts'
import type { Period } from './period.ts'
import type { BusPassSettings } from './settings.ts'

export const serviceId = 'bus-pass'

/** "bt-1" and "BT-1 " are one card. */
const cardKey = (number: string): string => number.replace(/\s/g, '').toUpperCase()

export const cardLookups = ({
  handedNumbers = [],
}: Pick<AssessInput<BusPassSettings>, 'handedNumbers'>): Lookup[] =>
  handedNumbers.map((number) => ({ kind: 'record', service: serviceId, key: cardKey(number) }))

/** What the city keeps of a card: when it is good. Not whose it is, nor for which fare. */
export const cardRecords = (cards: readonly string[], { from, until }: Period): CityRecord[] =>
  cards.map((card) => ({ service: serviceId, key: cardKey(card), data: { from, until } }))

/** A card is good for one rider at a time; when its days are over it may be handed over again. */
export const refuseCards = (
  { handedNumbers = [], found }: AssessInput<BusPassSettings>,
  { from }: Period,
): 'number-in-use' | null => {
  const keys = handedNumbers.map(cardKey)
  const isGood = (key: string): boolean => String(found.record(serviceId, key)?.data['until'] ?? '') >= from
  return new Set(keys).size < keys.length || keys.some(isGood) ? 'number-in-use' : null
}
