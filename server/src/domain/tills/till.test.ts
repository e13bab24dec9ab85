import { beforeEach, describe, expect, test } from 'vitest'
import {
  admin,
  aFairDraft,
  aKeyDraft,
  ana,
  anIntake,
  anOfficeWith,
  aReceipt,
  aTill,
  ben,
  sue,
  system,
} from '../../../test/builders.ts'
import type { MemoryOffice } from '../../../test/memory-office.ts'
import { morning } from '../../../test/memory-office.ts'
import type { CommandActor, IntakeDraft, Tender } from '../command.ts'
import { drawerAccount, ledgerLines } from './ledger.ts'
import { changeFor } from './payment.ts'
import type { Fact } from '../fact.ts'
import type { CountReason, VoidReason } from '../reason.ts'
import type { SlipBlock } from '../slip.ts'
import type { IntakeState } from '../state.ts'

const cash = (cents: number): Tender => ({ kind: 'cash', cents })
const check = (cents: number): Tender => ({ kind: 'check', cents, checkNumber: '1021' })
const card = (cents: number): Tender => ({ kind: 'card', cents, reference: 'T-9', lastFour: '4242' })

/** An approved intake of this draft. */
const approved = (
  office: MemoryOffice,
  draft: IntakeDraft = aFairDraft(),
  language: 'en' | 'es' = 'en',
): string => {
  const { intakeId } = office.must(ana, 'add-intake', {
    visitId: null,
    channel: 'counter',
    language,
    intake: draft,
  })
  office.must(ana, 'start-review', { intakeId })
  office.must(ana, 'mark-paper', { intakeId, rev: 1, item: 0, mark: 'seen', evidence: '' })
  if (draft.service === 'fair') office.must(ana, 'sign-declaration', { intakeId })
  else office.must(ana, 'administer-oath', { intakeId, manner: 'swear', wordingVersion: 1 })
  office.must(ana, 'approve-intake', { intakeId, rev: 1 })
  return intakeId
}

let office: MemoryOffice
let intakeId: string
const pay = (fields: object = {}, actor: CommandActor = ana) =>
  office.give(actor, 'take-payment', {
    tillId: 't1',
    visitId: null,
    intakeIds: [intakeId],
    totalCents: 2000,
    tenders: [cash(2000)],
    payer: 'Dana Whitfield',
    printerId: null,
    ...fields,
  })
const receiptOf = (result: ReturnType<typeof pay>): string => {
  if (!result.ok) throw new Error(result.code)
  return result.value.receiptId
}
const till = () => office.state.tills['t1']
const rows = (blocks: readonly SlipBlock[]): string[] =>
  blocks.flatMap((block) => (block.type === 'row' ? [`${block.left}: ${block.right}`] : []))

beforeEach(() => {
  office = anOfficeWith({ tills: [aTill()] })
  intakeId = approved(office)
})

describe('paying', () => {
  test('[M2] tenders, revenue and total are one amount', () => {
    const result = pay({ tenders: [check(1200), cash(1000)] })
    expect(result).toMatchObject({ value: { number: 1, changeCents: 200 } })
    expect(office.state.receipts[receiptOf(result)]).toMatchObject({
      totalCents: 2000,
      tenders: [
        { kind: 'check', cents: 1200 },
        { kind: 'cash', cents: 800 },
      ],
      revenue: [
        { account: 'revenue:fair', cents: 1500 },
        { account: 'revenue:tables', cents: 500 },
      ],
    })
    expect(office.state.intakes[intakeId]).toMatchObject({ state: 'paid', receiptId: receiptOf(result) })
  })

  test('[M2] several intakes on one receipt, their revenue summed by account', () => {
    const second = approved(office, aFairDraft({ street: 'Elm St', tables: 0 }))
    const key = approved(office, aKeyDraft())
    const result = pay({ intakeIds: [intakeId, second, key, key], totalCents: 4200, tenders: [card(4200)] })
    expect(office.state.receipts[receiptOf(result)]).toMatchObject({
      intakeIds: [intakeId, second, key],
      revenue: [
        { account: 'revenue:fair', cents: 3000 },
        { account: 'revenue:tables', cents: 500 },
        { account: 'revenue:key', cents: 700 },
      ],
    })
  })

  test("[M3] into the clerk's own till, opened today and open", () => {
    expect(pay({ tillId: 'x' })).toMatchObject({ code: 'not-found' })
    expect(pay({}, ben)).toMatchObject({ code: 'till-of-other-clerk' })
    expect(pay({}, sue)).toMatchObject({ code: 'till-of-other-clerk' })
    office.now = morning + 86_400_000
    expect(pay()).toMatchObject({ code: 'till-not-open' })
    office = anOfficeWith({ tills: [aTill({ state: 'closed' })] })
    expect(pay()).toMatchObject({ code: 'till-not-open' })
  })

  test('[M4] receipts have no gap, voided ones included', () => {
    office.must(sue, 'void-payment', { receiptId: receiptOf(pay()), reason: 'wrong-amount' })
    expect(pay()).toMatchObject({ value: { number: 2 } })
    expect(office.state.receiptCounter).toBe(2)
  })

  test('[M5] nobody pays twice: the second clerk is told who took it', () => {
    pay()
    office.store(sue, [{ kind: 'window-opened', body: { windowId: 'w3', clerkId: 'sue' } }])
    const { tillId } = office.must(sue, 'open-till', { windowId: 'w3', floatCents: 0 })
    expect(pay({ tillId }, sue)).toMatchObject({
      code: 'already-paid',
      details: { clerkId: 'ana', receipt: 1 },
    })
  })

  test.for<IntakeState>(['submitted', 'in-review', 'needs-information', 'denied', 'withdrawn'])(
    '[M5] nothing is paid that is %s',
    (state) => {
      office = anOfficeWith({ tills: [aTill()], intakes: [anIntake({ id: intakeId, state })] })
      expect(pay()).toMatchObject({ code: 'wrong-state' })
    },
  )

  test('[M5] unknown intakes and visits are not found', () => {
    expect(pay({ intakeIds: ['x'] })).toMatchObject({ code: 'not-found' })
    expect(pay({ intakeIds: [] })).toMatchObject({ code: 'not-found' })
    expect(pay({ visitId: 'x' })).toMatchObject({ code: 'not-found' })
  })

  test('[M7] what the clerk saw is still what is owed', () => {
    expect(pay({ totalCents: 1999 })).toMatchObject({ code: 'amount-changed', details: { owedCents: 2000 } })
  })

  test('[M12] what was approved is paid on a later day as it was approved; a correction draws it anew', () => {
    const values = { feeCents: 3000 }
    office.must(admin, 'change-service-settings', { service: 'fair', from: '2026-11-24', values })
    const other = approved(office)
    office.must(ana, 'close-till', {
      tillId: 't1',
      countedCents: till()?.expectedCents ?? 0,
      reason: null,
    })
    office.now = morning + 24 * 3_600_000
    const { tillId } = office.must(ana, 'open-till', { windowId: 'w1', floatCents: 0 })
    expect(office.state.businessDay).toBe('2026-11-24')
    expect(pay({ tillId, totalCents: 3500, tenders: [cash(3500)] })).toMatchObject({ code: 'amount-changed' })
    expect(pay({ tillId }).ok).toBe(true)

    const { answers } = aFairDraft()
    office.must(ana, 'correct-answers', { intakeId: other, rev: 1, answers })
    expect(office.state.intakes[other]).toMatchObject({ state: 'in-review', owedCents: 3500 })
  })

  test.for<[string, number, Tender[], number | string]>([
    ['exact cash', 2000, [cash(2000)], 0],
    ['cash with change', 2000, [cash(4000)], 2000],
    ['two notes', 2000, [cash(1000), cash(1500)], 500],
    ['exact card', 2000, [card(2000)], 0],
    ['check and card', 2000, [check(500), card(1500)], 0],
    ['card and cash with change', 2000, [card(1500), cash(600)], 100],
    ['too little', 2000, [cash(1999)], 'tender-short'],
    ['nothing', 2000, [], 'tender-short'],
    ['a negative part', 2000, [cash(2500), card(-500)], 'tender-short'],
    ['a part of nothing', 2000, [cash(2000), card(0)], 'tender-short'],
    ['too much by card', 2000, [card(2001)], 'tender-over'],
    ['cash that was not needed', 2000, [card(2000), cash(100)], 'tender-over'],
    ['change for a check', 2000, [check(2500), cash(100)], 'tender-over'],
    ['a tender for nothing owed', 0, [cash(100)], 'tender-over'],
    ['nothing for nothing', 0, [], 0],
  ])('[M7] %s', ([, totalCents, tenders, comes]) => {
    const change = changeFor(totalCents, tenders)
    expect(change.ok ? change.value : change.code).toBe(comes)
  })

  test('[M10] nothing owed makes a receipt without a tender, and leaves the drawer shut', () => {
    intakeId = approved(office, aKeyDraft({ free: true }))
    const result = pay({ totalCents: 0, tenders: [] })
    expect(office.state.receipts[receiptOf(result)]).toMatchObject({
      totalCents: 0,
      tenders: [],
      revenue: [],
    })
    expect(office.state.intakes[intakeId]?.state).toBe('paid')
    expect(office.facts.some((fact) => fact.kind === 'drawer-opened')).toBe(false)
  })

  test('[M6] the drawer holds float plus cash in less cash out', () => {
    const result = pay({ tenders: [card(500), cash(5000)] })
    expect(till()?.expectedCents).toBe(10_000 + 1500)
    office.must(sue, 'void-payment', { receiptId: receiptOf(result), reason: 'wrong-amount' })
    expect(till()?.expectedCents).toBe(10_000)
  })
})

describe('voiding', () => {
  const voidIt = (receiptId: string, actor: CommandActor = sue) =>
    office.give(actor, 'void-payment', { receiptId, reason: 'wrong-tender' })

  test('[M8] takes the receipt back: its intakes are approved and unpaid, its number stays', () => {
    const receiptId = receiptOf(pay())
    expect(voidIt(receiptId, ana)).toMatchObject({ code: 'supervisor-required' })
    office.now = morning + 5000
    expect(voidIt(receiptId).ok).toBe(true)
    expect(office.state.receipts[receiptId]).toMatchObject({ number: 1, voidedAt: morning + 5000 })
    expect(office.state.intakes[intakeId]).toMatchObject({ state: 'approved', receiptId: null })
    expect(voidIt(receiptId)).toMatchObject({ code: 'receipt-voided' })
    expect(voidIt('x')).toMatchObject({ code: 'not-found' })
    expect(pay().ok).toBe(true)
  })

  test('[M8] not after its day, nor when its till is closed', () => {
    const receiptId = receiptOf(pay())
    const counted = { tillId: 't1', countedCents: 12_000, reason: null }
    office.must(ana, 'close-till', counted)
    expect(voidIt(receiptId)).toMatchObject({ code: 'void-too-late' })
    const yesterday = anOfficeWith({
      tills: [aTill({ businessDay: '2026-11-22' })],
      receipts: [aReceipt({ businessDay: '2026-11-22' })],
      intakes: [anIntake({ state: 'paid', receiptId: 'r1' })],
    })
    expect(yesterday.give(sue, 'void-payment', { receiptId: 'r1', reason: 'wrong-amount' })).toMatchObject({
      code: 'void-too-late',
    })
  })

  test('[M8] not when something was handed over for it', () => {
    const receiptId = receiptOf(pay())
    office.must(ana, 'issue-intake', { intakeId, handedNumbers: [], printerId: null })
    expect(voidIt(receiptId)).toMatchObject({ code: 'handed-over' })
    const { issuanceId } = office.state.intakes[intakeId] ?? {}
    office.must(ana, 'cancel-issuance', { issuanceId: issuanceId ?? '', again: true })
    expect(voidIt(receiptId).ok).toBe(true)
  })

  test('[M14] what was paid and cannot be voided is withdrawn by a supervisor; the receipt and the books stand', () => {
    const receiptId = receiptOf(pay())
    const withdraw = (actor: CommandActor) =>
      office.give(actor, 'withdraw-paid-intake', { intakeId, reason: 'changed-mind' })
    expect(withdraw(ana)).toMatchObject({ code: 'supervisor-required' })
    expect(withdraw(sue)).toMatchObject({ code: 'void-first' })
    office.must(ana, 'close-till', { tillId: 't1', countedCents: 12_000, reason: null })
    const drawer = till()
    expect(withdraw(sue).ok).toBe(true)
    expect(office.state.intakes[intakeId]).toMatchObject({
      state: 'withdrawn',
      reason: 'changed-mind',
      receiptId,
    })
    expect(office.state.receipts[receiptId]?.voidedAt).toBeNull()
    expect(till()).toEqual(drawer)
    expect(ledgerLines(office.facts.at(-1) as Fact)).toEqual([])
  })
})

describe('the drawer session', () => {
  const open = (actor: CommandActor, windowId: string) =>
    office.give(actor, 'open-till', { windowId, floatCents: 5000 })
  const close = (countedCents: number, reason: CountReason | null = null, actor: CommandActor = ana) =>
    office.give(actor, 'close-till', { tillId: 't1', countedCents, reason })

  test('[M3] one open till for each clerk and window, opened where the clerk sits', () => {
    expect(open(ana, 'w1')).toMatchObject({ code: 'till-already-open' })
    expect(open(ana, 'w2')).toMatchObject({ code: 'window-taken' })
    expect(open(ana, 'w3')).toMatchObject({ code: 'window-closed' })
    expect(open(ana, 'w9')).toMatchObject({ code: 'not-found' })
    expect(open(ben, 'w2').ok).toBe(true)
    expect(close(10_000).ok).toBe(true)
    expect(open(ana, 'w1').ok).toBe(true)
  })

  test.for([
    ['of another clerk at this window', aTill({ clerkId: 'zoe', windowId: 'w2' })],
    ['of this clerk at another window', aTill({ clerkId: 'ben', windowId: 'w3' })],
  ] as const)('[M3] no second till beside one %s', ([, till]) => {
    office = anOfficeWith({ tills: [till] })
    expect(open(ben, 'w2')).toMatchObject({ code: 'till-already-open' })
  })

  test('[M9] a count that is over or short needs a reason', () => {
    expect(close(9_999)).toMatchObject({ code: 'reason-required', details: { overShortCents: -1 } })
    expect(close(10_001)).toMatchObject({ code: 'reason-required' })
    expect(close(9_999, 'wrong-change')).toMatchObject({
      value: { expectedCents: 10_000, overShortCents: -1 },
    })
    expect(till()).toMatchObject({ state: 'closed', countedCents: 9_999, closedAt: morning })
    expect(close(10_000)).toMatchObject({ code: 'till-not-open' })
  })

  test('[M9] a colleague does not count it, a supervisor may', () => {
    expect(close(10_000, null, ben)).toMatchObject({ code: 'till-of-other-clerk' })
    expect(close(10_000, null, sue).ok).toBe(true)
    expect(office.give(ana, 'close-till', { tillId: 'x', countedCents: 0, reason: null })).toMatchObject({
      code: 'not-found',
    })
  })

  test('[M11] a drawer opened without a sale is in the books', () => {
    office.must(ana, 'open-drawer', { tillId: 't1', reason: 'no-sale' })
    expect(office.facts.slice(-2).map((fact) => fact.kind)).toEqual(['drawer-opened', 'print-requested'])
    expect(office.give(ben, 'open-drawer', { tillId: 't1', reason: 'count' })).toMatchObject({
      code: 'till-of-other-clerk',
    })
    office = anOfficeWith({ tills: [aTill()], printers: [] })
    expect(office.give(ana, 'open-drawer', { tillId: 't1', reason: 'count' })).toMatchObject({
      code: 'printer-unknown',
    })
  })
})

test('[M1] every entry balances, and the account of the drawers is what the open tills hold', () => {
  pay({ tenders: [check(700), cash(2000)] })
  const { tillId } = office.must(ben, 'open-till', { windowId: 'w2', floatCents: 5000 })
  office.must(ben, 'close-till', { tillId, countedCents: 4900, reason: 'unexplained' })
  const lines = office.facts.map(ledgerLines)
  for (const entry of lines) {
    expect(entry.reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)).toBe(0)
    for (const line of entry) expect(Math.min(line.debitCents, line.creditCents)).toBe(0)
  }
  const balance = (account: string) =>
    lines
      .flat()
      .filter((line) => line.account === account)
      .reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)
  expect(balance(drawerAccount)).toBe(1300)
  expect(balance('checks:on-hand')).toBe(700)
  expect(balance('revenue:fair')).toBe(-1500)
  expect(balance('over-short')).toBe(100)
  expect(balance('cash:vault')).toBe(-100)
})

test('[M1] a void reverses its entry to the cent', () => {
  office.must(sue, 'void-payment', {
    receiptId: receiptOf(pay({ tenders: [card(2000)] })),
    reason: 'wrong-amount',
  })
  const sums = new Map<string, number>()
  for (const line of office.facts.flatMap(ledgerLines)) {
    sums.set(line.account, (sums.get(line.account) ?? 0) + line.debitCents - line.creditCents)
  }
  expect([...sums.keys()].sort()).toEqual(['cards:receivable', 'revenue:fair', 'revenue:tables'])
  expect([...sums.values()].every((cents) => cents === 0)).toBe(true)
})

describe('the paper', () => {
  test('[P5] a receipt says who paid what for what, how, to whom, and where to ask', () => {
    const result = pay({ tenders: [card(1500), cash(1000)] })
    const slip = office.slip(result.ok ? result.value.jobId : null)
    expect(slip.kind).toBe('receipt')
    expect(slip.blocks).toContainEqual({ type: 'text', text: 'Receipt 1', bold: true })
    expect(rows(slip.blocks)).toEqual([
      'Paid by: Dana Whitfield',
      'Clerk: Ana',
      'Window: 1',
      'Till: T1',
      'Stand: $15.00',
      '1 tables: $5.00',
      'Total: $20.00',
      'Card ending 4242: $15.00',
      'Cash: $10.00',
      'Change: $5.00',
    ])
    expect(JSON.stringify(slip.blocks)).toContain('(951) 555-0100')
    expect(JSON.stringify(office.facts)).not.toMatch(/Whitfield|4242|T-9/)
    expect(office.filings.find((filing) => filing.type === 'receipt-file')).toMatchObject({
      payer: 'Dana Whitfield',
      tenders: [{ lastFour: '4242' }, { kind: 'cash' }],
      lines: [{ text: 'Stand', cents: 1500 }, { cents: 500 }],
    })
  })

  test("[P5] in the resident's language, voided too", () => {
    intakeId = approved(office, aFairDraft({ street: 'Elm St', tables: 0 }), 'es')
    const paid = pay({ totalCents: 1500, tenders: [check(1500)], payer: '' })
    const slip = office.slip(paid.ok ? paid.value.jobId : null)
    expect(rows(slip.blocks)).toContain('Puesto: $15.00')
    expect(rows(slip.blocks)).toContain('Cheque 1021: $15.00')
    expect(rows(slip.blocks).some((row) => row.startsWith('Pagado por'))).toBe(false)
    const { jobId } = office.must(sue, 'void-payment', { receiptId: receiptOf(paid), reason: 'wrong-amount' })
    const { blocks } = office.slip(jobId)
    expect(blocks).toContainEqual({ type: 'text', text: 'ANULADO: recibo 1', bold: true })
    expect(rows(blocks)).toContain('Motivo: Monto equivocado')
  })

  test('[P14] a receipt has the city’s logo, and its number for a scanner; one that voids it the same', () => {
    const paid = pay()
    const { jobId } = office.must(sue, 'void-payment', {
      receiptId: receiptOf(paid),
      reason: 'wrong-amount',
    })
    for (const paper of [paid.ok ? paid.value.jobId : null, jobId]) {
      const { blocks } = office.slip(paper)
      expect(blocks[0]).toEqual({ type: 'logo' })
      expect(blocks.at(-1)).toEqual({ type: 'barcode', data: 'R000001' })
    }
  })

  test('[P6] a void and a count leave a slip', () => {
    const paid = pay()
    const { jobId: voided } = office.must(sue, 'void-payment', {
      receiptId: receiptOf(paid),
      reason: 'changed-mind',
    })
    expect(rows(office.slip(voided).blocks)).toEqual([
      'Paid by: Dana Whitfield',
      'Clerk: Sue',
      'Window: 1',
      'Till: T1',
      'Reason: No longer wanted',
      'Given back: $20.00',
      'Cash: $20.00',
    ])
    const { jobId } = office.must(ana, 'close-till', {
      tillId: 't1',
      countedCents: 9_500,
      reason: 'unexplained',
    })
    expect(rows(office.slip(jobId).blocks)).toEqual([
      'Till: T1',
      'Till of: Ana',
      'Window: 1',
      'Counted by: Ana',
      'Opened: Nov 23, 2026, 9:00 AM',
      'Closed: Nov 23, 2026, 9:00 AM',
      'Float: $100.00',
      'Cash in, less cash out: $0.00',
      'Should hold: $100.00',
      'Counted: $95.00',
      'Short: $5.00',
      'Reason: Counted twice, unexplained',
      'Receipts: 1',
      'How many: 1, 1 voided',
      'Cash: $0.00',
      'Checks: $0.00',
      'Cards: $0.00',
      'Net total: $0.00',
    ])
  })

  test('[P6] the slip that goes with the money tells all of it: whose it is, checks, cards and receipts', () => {
    const elsewhere = aReceipt({ id: 'other', number: 7, tillId: 't9' })
    office = anOfficeWith({ tills: [aTill()], receipts: [elsewhere] })
    const paid = (...tenders: Tender[]): string => {
      intakeId = approved(office, aFairDraft({ street: `Elm St ${office.facts.length}` }))
      return receiptOf(pay({ tenders }))
    }
    paid(check(1200), cash(1000))
    paid(check(2000))
    paid(card(500), check(1500))
    office.must(sue, 'void-payment', { receiptId: paid(card(2000)), reason: 'changed-mind' })

    const counted = { tillId: 't1', countedCents: 10_800, reason: null }
    const told = rows(office.slip(office.must(sue, 'close-till', counted).jobId).blocks)
    expect(told.slice(0, 4)).toEqual(['Till: T1', 'Till of: Ana', 'Window: 1', 'Counted by: Sue'])
    expect(told.slice(-6)).toEqual([
      'Receipts: 1 to 4',
      'How many: 4, 1 voided',
      'Cash: $8.00',
      'Checks, on 3 receipts: $47.00',
      'Cards, on 1 receipt: $5.00',
      'Net total: $60.00',
    ])
    for (const row of told) expect(row.length, row).toBeLessThanOrEqual(32 + ':'.length)
  })

  test('[P6] a till into which nothing was paid has no receipts', () => {
    const { jobId } = office.must(ana, 'close-till', { tillId: 't1', countedCents: 10_000, reason: null })
    expect(rows(office.slip(jobId).blocks).slice(-5)).toEqual([
      'Receipts: none',
      'Cash: $0.00',
      'Checks: $0.00',
      'Cards: $0.00',
      'Net total: $0.00',
    ])
  })

  test('[P6] what no code says is written by hand on the slip', () => {
    const asked = (jobId: string | null) =>
      office
        .slip(jobId)
        .blocks.some((block) => block.type === 'signature' && block.label === 'Reason, by hand')
    const voided = (reason: VoidReason) =>
      asked(office.must(sue, 'void-payment', { receiptId: receiptOf(pay()), reason }).jobId)
    expect([voided('other'), voided('wrong-tender')]).toEqual([true, false])
    const counted = { tillId: 't1', countedCents: 9_500, reason: 'other' } as const
    expect(asked(office.must(ana, 'close-till', counted).jobId)).toBe(true)
  })

  test('[P10] cash opens the drawer by a job of its own, which soon expires; a card does not', () => {
    pay()
    const drawer = office.filings.find(
      (filing) => filing.type === 'print-job' && filing.job.work.type === 'drawer',
    )
    expect(drawer).toMatchObject({ job: { printerId: 'desk', expiresAt: morning + 15_000 } })
    expect(office.facts.find((fact) => fact.kind === 'drawer-opened')?.body).toMatchObject({ reason: 'sale' })
    intakeId = approved(office, aKeyDraft())
    const before = office.facts.length
    pay({ totalCents: 700, tenders: [card(700)] })
    expect(office.facts.slice(before).some((fact) => fact.kind === 'drawer-opened')).toBe(false)
  })

  test('[P2] money is taken without a printer too', () => {
    const paperless = anOfficeWith({ tills: [aTill()], printers: [] })
    office = paperless
    intakeId = approved(office)
    expect(pay()).toMatchObject({ value: { jobId: null } })
    expect(office.facts.some((fact) => fact.kind === 'drawer-opened')).toBe(false)
  })
})

test('[D6] the system takes no money', () => {
  expect(pay({}, system)).toMatchObject({ code: 'not-allowed' })
})
