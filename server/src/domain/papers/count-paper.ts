import { formatCents } from '../words/money.ts'
import { formatMoment, shortId } from './paper-texts.ts'
import { byHand, countReasonTexts } from './reason-texts.ts'
import type { CountReason } from '../reason.ts'
import type { City } from '../service.ts'
import type { Slip, SlipBlock } from '../slip.ts'
import type { Receipt, TenderKind, Till } from '../state.ts'
import type { Instant } from '../time.ts'

export interface CountPaper {
  city: City
  till: Till
  windowLabel: string
  /** whose till it is */
  clerk: string
  countedBy: string
  /** all of the till, voided ones too */
  receipts: readonly Receipt[]
  at: Instant
  countedCents: number
  overShortCents: number
  reason: CountReason | null
}

const row = (left: string, right: string, bold = false): SlipBlock => ({ type: 'row', left, right, bold })
const money = (left: string, cents: number, bold = false) => row(left, formatCents(cents, 'en'), bold)

const sum = (cents: readonly number[]): number => cents.reduce((one, other) => one + other, 0)

const numbers = (receipts: readonly Receipt[]): SlipBlock[] => {
  if (receipts.length === 0) return [row('Receipts', 'none')]
  const all = receipts.map(({ number }) => number)
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const voided = receipts.filter(({ voidedAt }) => voidedAt !== null).length
  return [
    row('Receipts', first === last ? `${first}` : `${first} to ${last}`),
    row('How many', `${receipts.length}, ${voided || 'none'} voided`),
  ]
}

/** A receipt has one sum of its checks, however many they are: what can be told is on how many receipts they are. */
const onReceipts = (title: string, kind: TenderKind, receipts: readonly Receipt[]): SlipBlock => {
  const cents = receipts.flatMap(({ tenders }) =>
    tenders.flatMap((tender) => (tender.kind === kind ? [tender.cents] : [])),
  )
  const on =
    kind === 'cash' || cents.length === 0
      ? ''
      : `, on ${cents.length} receipt${cents.length === 1 ? '' : 's'}`
  return money(`${title}${on}`, sum(cents))
}

/** What stays with the money of a closed drawer: read by staff alone, so in English. */
export const countPaper = (paper: CountPaper): Slip => {
  const { till, city, overShortCents } = paper
  const kept = paper.receipts.filter(({ voidedAt }) => voidedAt === null)
  return {
    kind: 'count',
    language: 'en',
    blocks: [
      { type: 'text', text: city.name, size: 'large', bold: true, align: 'center' },
      { type: 'text', text: 'Till count', bold: true, align: 'center' },
      { type: 'rule' },
      row('Till', shortId(till.id)),
      ...(paper.clerk === '' ? [] : [row('Till of', paper.clerk)]),
      row('Window', paper.windowLabel),
      row('Counted by', paper.countedBy),
      row('Opened', formatMoment(till.openedAt, city.zone, 'en')),
      row('Closed', formatMoment(paper.at, city.zone, 'en')),
      { type: 'rule' },
      money('Float', till.floatCents),
      money('Cash in, less cash out', till.expectedCents - till.floatCents),
      money('Should hold', till.expectedCents),
      money('Counted', paper.countedCents, true),
      money(overShortCents < 0 ? 'Short' : 'Over', Math.abs(overShortCents), true),
      ...(paper.reason === null ? [] : [row('Reason', countReasonTexts[paper.reason])]),
      ...byHand(paper.reason, 'en'),
      { type: 'rule' },
      ...numbers(paper.receipts),
      onReceipts('Cash', 'cash', kept),
      onReceipts('Checks', 'check', kept),
      onReceipts('Cards', 'card', kept),
      money('Net total', sum(kept.map(({ totalCents }) => totalCents)), true),
      { type: 'space', lines: 1 },
      { type: 'signature', label: 'Clerk' },
    ],
  }
}
