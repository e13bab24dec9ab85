import { formatCents } from '../words/money.ts'
import { formatMoment, shortId } from './paper-texts.ts'
import { byHand, countReasonTexts } from './reason-texts.ts'
import type { CountReason } from '../reason.ts'
import type { City } from '../service.ts'
import type { Slip, SlipBlock } from '../slip.ts'
import type { Till } from '../state.ts'
import type { Instant } from '../time.ts'

export interface CountPaper {
  city: City
  till: Till
  windowLabel: string
  clerk: string
  at: Instant
  countedCents: number
  overShortCents: number
  reason: CountReason | null
}

/** What stays with the money of a closed drawer: read by staff alone, so in English. */
export const countPaper = (paper: CountPaper): Slip => {
  const { till, city, overShortCents } = paper
  const row = (left: string, right: string, bold = false): SlipBlock => ({ type: 'row', left, right, bold })
  const money = (left: string, cents: number, bold = false) => row(left, formatCents(cents, 'en'), bold)
  return {
    kind: 'count',
    language: 'en',
    blocks: [
      { type: 'text', text: city.name, size: 'large', bold: true, align: 'center' },
      { type: 'text', text: 'Till count', bold: true, align: 'center' },
      { type: 'rule' },
      row('Till', shortId(till.id)),
      row('Window', paper.windowLabel),
      row('Counted by', paper.clerk),
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
      { type: 'space', lines: 1 },
      { type: 'signature', label: 'Clerk' },
    ],
  }
}
