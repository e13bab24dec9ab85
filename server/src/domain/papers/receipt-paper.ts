import type { Tender } from '../command.ts'
import { fill } from '../language.ts'
import type { Language } from '../language.ts'
import { formatCents } from '../words/money.ts'
import { cityHead, numberCode, receiptCode } from './city-head.ts'
import { formatMoment, paperTexts, shortId } from './paper-texts.ts'
import { byHand, voidReasonTexts } from './reason-texts.ts'
import type { VoidReason } from '../reason.ts'
import type { City } from '../service.ts'
import type { Slip, SlipBlock } from '../slip.ts'
import type { TenderKind } from '../state.ts'
import type { Instant } from '../time.ts'

export interface ReceiptLine {
  text: string
  cents: number
}

interface Head {
  city: City
  language: Language
  number: number
  at: Instant
  payer: string
  clerk: string
  windowLabel: string
  tillId: string
}

export interface ReceiptPaper extends Head {
  lines: readonly ReceiptLine[]
  totalCents: number
  tenders: readonly Tender[]
  changeCents: number
}

export interface VoidPaper extends Head {
  totalCents: number
  tenders: readonly { kind: TenderKind; cents: number }[]
  reason: VoidReason
}

const head = (paper: Head, title: string): SlipBlock[] => {
  const { language, city } = paper
  const row = (left: string, right: string): SlipBlock[] =>
    right === '' ? [] : [{ type: 'row', left, right }]
  return [
    ...cityHead(city),
    { type: 'text', text: city.address, align: 'center' },
    { type: 'rule' },
    { type: 'text', text: title, bold: true },
    { type: 'text', text: formatMoment(paper.at, city.zone, language) },
    ...row(paperTexts.payer[language], paper.payer),
    ...row(paperTexts.clerk[language], paper.clerk),
    ...row(paperTexts.window[language], paper.windowLabel),
    ...row(paperTexts.till[language], shortId(paper.tillId)),
    { type: 'rule' },
  ]
}

const foot = ({ language, city, number }: Head): SlipBlock[] => [
  { type: 'rule' },
  { type: 'text', text: fill(paperTexts.questions[language], { phone: city.phone }), align: 'center' },
  { type: 'text', text: paperTexts.keep[language], align: 'center' },
  ...numberCode(receiptCode(number)),
]

const tenderText = (tender: Tender, language: Language): string => {
  switch (tender.kind) {
    case 'cash':
      return paperTexts.cash[language]
    case 'check':
      return fill(paperTexts.check[language], { number: tender.checkNumber })
    case 'card':
      return fill(paperTexts.card[language], { lastFour: tender.lastFour })
  }
}

export const receiptPaper = (paper: ReceiptPaper): Slip => {
  const { language } = paper
  const row = (left: string, cents: number, bold = false): SlipBlock => ({
    type: 'row',
    left,
    right: formatCents(cents, language),
    bold,
  })
  return {
    kind: 'receipt',
    language,
    blocks: [
      ...head(paper, fill(paperTexts.receipt[language], { number: paper.number })),
      ...paper.lines.map((line) => row(line.text, line.cents)),
      row(paperTexts.total[language], paper.totalCents, true),
      ...paper.tenders.map((tender) => row(tenderText(tender, language), tender.cents)),
      ...(paper.changeCents > 0 ? [row(paperTexts.change[language], paper.changeCents, true)] : []),
      ...foot(paper),
    ],
  }
}

const plainTender: Record<TenderKind, 'cash' | 'checkPlain' | 'cardPlain'> = {
  cash: 'cash',
  check: 'checkPlain',
  card: 'cardPlain',
}

export const voidPaper = (paper: VoidPaper): Slip => {
  const { language } = paper
  const row = (left: string, right: string, bold = false): SlipBlock => ({ type: 'row', left, right, bold })
  return {
    kind: 'receipt',
    language,
    blocks: [
      ...head(paper, fill(paperTexts.voided[language], { number: paper.number })),
      row(paperTexts.voidReason[language], voidReasonTexts[paper.reason][language]),
      row(paperTexts.refunded[language], formatCents(paper.totalCents, language), true),
      ...paper.tenders.map((tender) =>
        row(paperTexts[plainTender[tender.kind]][language], formatCents(tender.cents, language)),
      ),
      ...byHand(paper.reason, language),
      ...foot(paper),
    ],
  }
}
