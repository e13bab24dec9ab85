import { isAsLeft } from '../../domain/lookup.ts'
import type { CityRecord, Found, Issuance, Lookup } from '../../domain/lookup.ts'
import type { AssessInput, OnFile, Service } from '../../domain/service.ts'
import { addDays } from '../../domain/time.ts'
import type { Period } from './period.ts'
import type { BusPassSettings } from './settings.ts'

export const serviceId = 'bus-pass'

/** "bt-1" and "BT-1 " are one card, and so is one in letters of another width. */
export const cardKey = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** What else is printed on no card may be something that nobody sees. */
const isCardKey = (key: string): boolean => /^[A-Z\d-]+$/.test(key)

const lookupsOf = (cards: readonly string[]): Lookup[] =>
  cards.map((card) => ({ kind: 'record', service: serviceId, key: cardKey(card) }))

export const cardLookups = ({
  handedNumbers = [],
}: Pick<AssessInput<BusPassSettings>, 'handedNumbers'>): Lookup[] => lookupsOf(handedNumbers)

/** What the city keeps of a card: when it is good. Not whose it is, nor for which fare. */
const cardRecord = (card: string, { from, until }: Period): CityRecord => ({
  service: serviceId,
  key: card,
  data: { from, until },
})

const periodIn = (card: string, found: Found): Period => {
  const { from = '', until = '' } = found.record(serviceId, card)?.data ?? {}
  return { from: String(from), until: String(until) }
}

const isNext = ({ until }: Period, { from }: Period): boolean => addDays(until, 1) === from

/** Still good, and then for the next month too, a card is good all through. */
export const cardRecords = (
  cards: readonly string[],
  period: Period,
  { found, today }: AssessInput<BusPassSettings>,
): CityRecord[] =>
  cards.map((card) => {
    const was = periodIn(card, found)
    const from = was.until >= today && isNext(was, period) ? was.from : period.from
    return cardRecord(card, { ...period, from })
  })

export const recordLines = ({ data }: CityRecord): OnFile[] =>
  ['from', 'until'].flatMap((field) => {
    const date = data[field]
    return typeof date === 'string' && date !== '' ? [{ label: `pass-${field}`, value: { date } }] : []
  })

/** "2026-11-01/2026-11-30", and "/" for a card that is good on no day. */
export const cardPeriod = (card: string, found: Found): string => {
  const { from, until } = periodIn(card, found)
  return `${from}/${until}`
}

const textsOf = ({ data }: Issuance, field: string): readonly string[] =>
  Array.isArray(data[field]) ? (data[field] as readonly string[]) : []

export const cardsOf = (issuance: Issuance): readonly string[] => textsOf(issuance, 'cards')

/** Each card is good as it was before, unless it has been handed over again since. */
export const restores: NonNullable<Service['restores']> = {
  lookups: (issuance) => lookupsOf(cardsOf(issuance)),
  records: (issuance, found) =>
    cardsOf(issuance).flatMap((card, position) => {
      if (!isAsLeft(issuance, card, found)) return []
      const [from = '', until = ''] = textsOf(issuance, 'were')[position]?.split('/') ?? []
      return [cardRecord(card, { from, until })]
    }),
}

/** A card is good for one rider at a time; when its days are over it may be handed over again, or for the month that follows them. */
export const refuseCards = (
  { handedNumbers = [], found, today }: AssessInput<BusPassSettings>,
  period: Period,
): 'numbers-missing' | 'number-in-use' | null => {
  const keys = handedNumbers.map(cardKey)
  if (!keys.every(isCardKey)) return 'numbers-missing'
  const isTaken = (key: string): boolean => {
    const was = periodIn(key, found)
    return was.until >= period.from || (was.until >= today && !isNext(was, period))
  }
  return new Set(keys).size < keys.length || keys.some(isTaken) ? 'number-in-use' : null
}
