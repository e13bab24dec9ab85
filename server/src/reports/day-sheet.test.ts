import { expect, test } from 'vitest'
import { morning } from '../../test/memory-office.ts'
import { today } from '../../test/builders.ts'
import { disagreements, missingNumbers } from './day-sheet.ts'
import type { DaySheet, SheetReceipt, SheetTill } from './day-sheet.ts'
import { daySheetLines, disagreementLine } from './day-sheet-words.ts'

const aSheetReceipt = (fields: Partial<SheetReceipt> = {}): SheetReceipt => ({
  number: 8,
  tillId: 't1',
  businessDay: today,
  totalCents: 2000,
  tenders: [
    { kind: 'cash', cents: 800 },
    { kind: 'check', cents: 1200 },
  ],
  voidedAt: null,
  void: null,
  ...fields,
})

const aSheetTill = (fields: Partial<SheetTill> = {}): SheetTill => ({
  id: 't1',
  businessDay: today,
  openedAt: morning,
  closedAt: morning + 3_600_000,
  floatCents: 10_000,
  expectedCents: 10_800,
  countedCents: 10_300,
  clerk: 'ana',
  windowLabel: '1',
  ledgerCents: 10_800,
  ledgerOverShortCents: -500,
  ...fields,
})

const account = (name: string, debitCents: number, creditCents: number) => ({
  account: name,
  debitCents,
  creditCents,
})

/** A receipt of $20, another that was voided, and a till that was counted $5 short. */
const aSheet = (fields: Partial<DaySheet> = {}): DaySheet => ({
  city: 'City of Elm',
  office: 'City Hall',
  zone: 'America/Los_Angeles',
  day: today,
  readAt: morning + 7_200_000,
  accounts: [
    account('cards:receivable', 1500, 1500),
    account('cash:drawer', 10_800, 10_800),
    account('cash:vault', 10_300, 10_000),
    account('checks:on-hand', 1200, 0),
    account('over-short', 500, 0),
    account('revenue:fair', 1500, 3500),
  ],
  tills: [aSheetTill()],
  receipts: [
    aSheetReceipt(),
    aSheetReceipt({
      number: 9,
      totalCents: 1500,
      tenders: [{ kind: 'card', cents: 1500 }],
      voidedAt: morning,
      void: { reason: 'wrong-tender', clerk: 'sue' },
    }),
  ],
  refunds: [],
  lastNumberBefore: 7,
  ...fields,
})

test('[M13] tells ledger, tills, receipts with their voids, and what was taken', () => {
  expect(
    daySheetLines(aSheet({ tills: [aSheetTill(), aSheetTill({ clerk: 'ben', closedAt: null })] })),
  ).toEqual(
    `City Hall, City of Elm: 2026-11-23
As it stands on Nov 23, 2026, 11:00 AM (America/Los_Angeles)

Ledger                             Debit        Credit           Net
  cards:receivable                $15.00        $15.00         $0.00
  cash:drawer                    $108.00       $108.00         $0.00
  cash:vault                     $103.00       $100.00         $3.00
  checks:on-hand                  $12.00         $0.00        $12.00
  over-short                       $5.00         $0.00         $5.00
  revenue:fair                    $15.00        $35.00       -$20.00
  All                            $258.00       $258.00         $0.00

Tills
  ana, window 1
    opened   Nov 23, 2026, 9:00 AM with $100.00
    counted  Nov 23, 2026, 10:00 AM: $103.00 of $108.00, short $5.00
  ben, window 1
    opened   Nov 23, 2026, 9:00 AM with $100.00
    STILL OPEN: should hold $108.00

Receipts
  8 to 9: 2 in number, 1 voided
  No gap
  Voided 9: $15.00. Wrong way to pay, by sue

Taken, less what was voided
  Cash                             $8.00
  Checks                          $12.00
  Cards                            $0.00
  All                             $20.00`.split('\n'),
  )
})

test('[M13] agrees with itself when every figure is told twice alike', () => {
  expect(disagreements(aSheet())).toEqual([])
  expect(disagreements(aSheet({ accounts: [], tills: [], receipts: [] }))).toEqual([])
})

const told = (fields: Partial<DaySheet>): string[] => disagreements(aSheet(fields)).map(disagreementLine)
const accounts = (...changed: ReturnType<typeof account>[]) =>
  aSheet().accounts.map((each) => changed.find((other) => other.account === each.account) ?? each)

test.for<[string, Partial<DaySheet>, string[]]>([
  [
    'a till that holds more than the ledger gave it',
    { tills: [aSheetTill({ expectedCents: 10_900, countedCents: 10_400 })] },
    ['  the drawer of ana: $108.00 by the ledger, $109.00 by the till'],
  ],
  [
    'a count that the ledger does not know',
    { tills: [aSheetTill({ countedCents: 10_800 })] },
    ['  over or short of ana: -$5.00 by the ledger, $0.00 by the till'],
  ],
  [
    'a receipt whose cash is not in the ledger',
    {
      receipts: [
        aSheetReceipt({
          totalCents: 2100,
          tenders: [
            { kind: 'cash', cents: 900 },
            { kind: 'check', cents: 1200 },
          ],
        }),
      ],
    },
    [
      '  revenue: $20.00 by the ledger, $21.00 by the receipts',
      '  the drawer of ana: $108.00 by the ledger, $109.00 by the receipts',
    ],
  ],
  [
    'a check that the ledger does not have',
    { accounts: accounts(account('checks:on-hand', 0, 0)) },
    [
      '  all debits: $246.00 by the ledger, $258.00 all credits',
      '  checks:on-hand: $0.00 by the ledger, $12.00 by the receipts',
    ],
  ],
  [
    'a void that the ledger does not have',
    { accounts: accounts(account('cards:receivable', 1500, 0), account('revenue:fair', 0, 3500)) },
    [
      '  cards:receivable: $15.00 by the ledger, $0.00 by the receipts',
      '  revenue: $35.00 by the ledger, $20.00 by the receipts',
    ],
  ],
])('[M13] says where it does not agree: %s', ([, fields, lines]) => {
  expect(told(fields)).toEqual(lines)
})

test('[M13] names each number that no receipt has, from the last one before the day', () => {
  expect(missingNumbers(aSheet())).toEqual([])
  const receipts = [8, 11].map((number) => aSheetReceipt({ number }))
  expect(missingNumbers(aSheet({ lastNumberBefore: 6, receipts }))).toEqual([7, 9, 10])
  expect(missingNumbers(aSheet({ receipts: [] }))).toEqual([])
  const lines = daySheetLines(aSheet({ receipts, lastNumberBefore: 6 }))
  expect(lines).toContain('  MISSING: 7, 9, 10')
})

test('[M13] an earlier day’s till that was still open brings its receipts along, not into this day', () => {
  const yesterday = '2026-11-22'
  const sheet = aSheet({
    accounts: [],
    tills: [
      aSheetTill({ businessDay: yesterday, closedAt: null, countedCents: null, ledgerOverShortCents: 0 }),
    ],
    receipts: [aSheetReceipt({ businessDay: yesterday })],
  })
  expect(disagreements(sheet)).toEqual([])
  expect(daySheetLines(sheet)).toEqual(
    expect.arrayContaining([`  ana, window 1 (a till of ${yesterday})`, '  None']),
  )
})
