import type { Receipt, TenderKind, Till } from '../domain/state.ts'
import { drawerAccount, overShortAccount, tenderAccount, vaultAccount } from '../domain/tills/ledger.ts'
import { cashOf } from '../domain/tills/till.ts'
import type { CivilDate, Instant } from '../domain/time.ts'

/** All entries of one account on one day. */
export interface AccountSum {
  account: string
  debitCents: number
  creditCents: number
}

/** A till of the day, or one of an earlier day that was open in it; its ledger is all of its own, whichever day. */
export interface SheetTill extends Pick<
  Till,
  'id' | 'businessDay' | 'openedAt' | 'closedAt' | 'floatCents' | 'expectedCents' | 'countedCents'
> {
  /** the clerk's login */
  clerk: string
  windowLabel: string
  /** what the ledger has put into the drawer before it was counted, less what it took out */
  ledgerCents: number
  /** what the ledger has over, or below zero short */
  ledgerOverShortCents: number
}

export interface SheetReceipt extends Pick<
  Receipt,
  'number' | 'tillId' | 'businessDay' | 'totalCents' | 'tenders' | 'voidedAt'
> {
  /** of the void, by the log, with the login of who did it; null where it tells none */
  void: { reason: string; clerk: string } | null
}

/** What cost something, was paid, and withdrawn when the receipt could not be voided any more. */
export interface SheetRefund {
  number: number
  cents: number
  reason: string
  /** the login of who withdrew it */
  clerk: string
}

/** The money of one office and business day, as ledger and receipts have it: they are checked against the tills' own sums. */
export interface DaySheet {
  city: string
  office: string
  zone: string
  day: CivilDate
  readAt: Instant
  accounts: readonly AccountSum[]
  tills: readonly SheetTill[]
  /** those of the day, and those of its tills, by number */
  receipts: readonly SheetReceipt[]
  /** withdrawn on the day, whenever it was paid */
  refunds: readonly SheetRefund[]
  /** the last number that was given before the day; 0: none */
  lastNumberBefore: number
}

const tenderKinds = Object.keys(tenderAccount) as TenderKind[]
const ownAccounts = [...Object.values(tenderAccount), vaultAccount, overShortAccount]

export const sumOf = (cents: readonly number[]): number => cents.reduce((sum, each) => sum + each, 0)

export const receiptsOfDay = ({ receipts, day }: DaySheet): SheetReceipt[] =>
  receipts.filter(({ businessDay }) => businessDay === day)

const isKept = ({ voidedAt }: SheetReceipt): boolean => voidedAt === null

/** What was paid and not given back, by tender. */
export const takenByTender = (receipts: readonly SheetReceipt[]): Record<TenderKind, number> => {
  const tenders = receipts.filter(isKept).flatMap((receipt) => receipt.tenders)
  const of = (kind: TenderKind): number =>
    sumOf(tenders.flatMap((tender) => (tender.kind === kind ? [tender.cents] : [])))
  return { cash: of('cash'), check: of('check'), card: of('card') }
}

/** Numbers that no receipt has, from the last one before the day to the last one of it. */
export const missingNumbers = (sheet: DaySheet): number[] => {
  const given = new Set(receiptsOfDay(sheet).map(({ number }) => number))
  const first = sheet.lastNumberBefore + 1
  return Array.from({ length: Math.max(first, ...given) - first }, (_, at) => first + at).filter(
    (number) => !given.has(number),
  )
}

/** Two figures for one thing, which should be the same. */
export interface Disagreement {
  what: string
  ledgerCents: number
  otherCents: number
  other: 'receipts' | 'till' | 'credits'
}

const ofTill = (sheet: DaySheet, till: SheetTill): Disagreement[] => {
  const { id, clerk, floatCents, expectedCents, countedCents, ledgerCents, ledgerOverShortCents } = till
  const receipts = sheet.receipts.filter(({ tillId, voidedAt }) => tillId === id && voidedAt === null)
  const cash = floatCents + cashOf(receipts.flatMap(({ tenders }) => tenders))
  const what = `the drawer of ${clerk}`
  const overShort: Disagreement = {
    what: `over or short of ${clerk}`,
    ledgerCents: ledgerOverShortCents,
    otherCents: countedCents === null ? 0 : countedCents - expectedCents,
    other: 'till',
  }
  return [
    { what, ledgerCents, otherCents: expectedCents, other: 'till' },
    { what, ledgerCents, otherCents: cash, other: 'receipts' },
    overShort,
  ]
}

/** Where the ledger does not say what receipts and tills say, each made of other rows. */
export const disagreements = (sheet: DaySheet): Disagreement[] => {
  const { accounts, tills } = sheet
  const net = (of: (account: string) => boolean): number =>
    sumOf(
      accounts.flatMap(({ account, debitCents, creditCents }) =>
        of(account) ? [debitCents - creditCents] : [],
      ),
    )
  const receipts = receiptsOfDay(sheet)
  const taken = takenByTender(receipts)
  const tenders = tenderKinds
    .filter((kind) => tenderAccount[kind] !== drawerAccount)
    .map((kind): Disagreement => ({
      what: tenderAccount[kind],
      ledgerCents: net((account) => account === tenderAccount[kind]),
      otherCents: taken[kind],
      other: 'receipts',
    }))
  return [
    {
      what: 'all debits',
      ledgerCents: sumOf(accounts.map(({ debitCents }) => debitCents)),
      otherCents: sumOf(accounts.map(({ creditCents }) => creditCents)),
      other: 'credits' as const,
    },
    ...tenders,
    {
      what: 'revenue',
      ledgerCents: -net((account) => !ownAccounts.includes(account)),
      otherCents: sumOf(receipts.filter(isKept).map(({ totalCents }) => totalCents)),
      other: 'receipts' as const,
    },
    ...tills.flatMap((till) => ofTill(sheet, till)),
  ].filter(({ ledgerCents, otherCents }) => ledgerCents !== otherCents)
}
