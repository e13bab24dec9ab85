import { formatMoment } from '../domain/papers/paper-texts.ts'
import { voidReasonTexts } from '../domain/papers/reason-texts.ts'
import { formatCents } from '../domain/words/money.ts'
import type { TenderKind } from '../domain/state.ts'
import { missingNumbers, receiptsOfDay, sumOf, takenByTender } from './day-sheet.ts'
import type { DaySheet, Disagreement, SheetTill } from './day-sheet.ts'

const money = (cents: number): string => formatCents(cents, 'en')

const line = (title: string, ...cents: number[]): string =>
  `  ${title.padEnd(24)}${cents.map((each) => money(each).padStart(14)).join('')}`

const tenderTexts: Record<TenderKind, string> = { cash: 'Cash', check: 'Checks', card: 'Cards' }

const ledgerLines = ({ accounts }: DaySheet): string[] => {
  const [debit, credit] = [
    sumOf(accounts.map(({ debitCents }) => debitCents)),
    sumOf(accounts.map(({ creditCents }) => creditCents)),
  ]
  return [
    `Ledger${['Debit', 'Credit', 'Net'].map((title, at) => title.padStart(at === 0 ? 34 : 14)).join('')}`,
    ...accounts.map(({ account, debitCents, creditCents }) =>
      line(account, debitCents, creditCents, debitCents - creditCents),
    ),
    line('All', debit, credit, debit - credit),
  ]
}

const tillLines = (till: SheetTill, { day, zone }: DaySheet): string[] => {
  const { clerk, windowLabel, openedAt, closedAt, floatCents, expectedCents, countedCents } = till
  const at = (instant: number): string => formatMoment(instant, zone, 'en')
  const overShort = (countedCents ?? 0) - expectedCents
  return [
    `  ${clerk}, window ${windowLabel}${till.businessDay === day ? '' : ` (a till of ${till.businessDay})`}`,
    `    opened   ${at(openedAt)} with ${money(floatCents)}`,
    ...(closedAt === null || countedCents === null
      ? [`    STILL OPEN: should hold ${money(expectedCents)}`]
      : [
          `    counted  ${at(closedAt)}: ${money(countedCents)} of ${money(expectedCents)}, ` +
            (overShort === 0 ? 'exact' : `${overShort < 0 ? 'short' : 'over'} ${money(Math.abs(overShort))}`),
        ]),
  ]
}

const reasonText = (reason: string): string =>
  Object.entries(voidReasonTexts).find(([code]) => code === reason)?.[1].en ?? reason

const receiptLines = (sheet: DaySheet): string[] => {
  const receipts = receiptsOfDay(sheet)
  const voided = receipts.filter(({ voidedAt }) => voidedAt !== null)
  const missing = missingNumbers(sheet)
  const [first, last] = [receipts[0]?.number, receipts.at(-1)?.number]
  return [
    'Receipts',
    first === undefined
      ? '  None'
      : `  ${first} to ${last}: ${receipts.length} in number, ${voided.length || 'none'} voided`,
    missing.length === 0 ? '  No gap' : `  MISSING: ${missing.join(', ')}`,
    ...voided.map(({ number, totalCents, void: by }) => {
      const why = by ? `${reasonText(by.reason)}, by ${by.clerk}` : 'THE LOG TELLS NO REASON'
      return `  Voided ${number}: ${money(totalCents)}. ${why}`
    }),
    ...sheet.refunds.map(
      ({ number, cents, reason, clerk }) =>
        `  Refund due by finance, of receipt ${number}: ${money(cents)}. ${reasonText(reason)}, by ${clerk}`,
    ),
  ]
}

const takenLines = (sheet: DaySheet): string[] => {
  const taken = takenByTender(receiptsOfDay(sheet))
  return [
    'Taken, less what was voided',
    ...Object.entries(taken).map(([kind, cents]) => line(tenderTexts[kind as TenderKind], cents)),
    line('All', sumOf(Object.values(taken))),
  ]
}

/** The sheet as a page of plain text, a line each. No name of a resident is in it. */
export const daySheetLines = (sheet: DaySheet): string[] => [
  `${sheet.office}, ${sheet.city}: ${sheet.day}`,
  `As it stands on ${formatMoment(sheet.readAt, sheet.zone, 'en')} (${sheet.zone})`,
  '',
  ...ledgerLines(sheet),
  '',
  'Tills',
  ...(sheet.tills.length === 0 ? ['  None'] : sheet.tills.flatMap((till) => tillLines(till, sheet))),
  '',
  ...receiptLines(sheet),
  '',
  ...takenLines(sheet),
]

const otherTexts: Record<Disagreement['other'], string> = {
  receipts: 'by the receipts',
  till: 'by the till',
  credits: 'all credits',
}

export const disagreementLine = ({ what, ledgerCents, otherCents, other }: Disagreement): string =>
  `  ${what}: ${money(ledgerCents)} by the ledger, ${money(otherCents)} ${otherTexts[other]}`
