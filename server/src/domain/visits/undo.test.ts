import { describe, expect, test } from 'vitest'
import {
  ana,
  anIntake,
  anOfficeWith,
  aReceipt,
  aTill,
  aVisit,
  ben,
  sue,
  system,
} from '../../../test/builders.ts'
import type { MemoryOffice } from '../../../test/memory-office.ts'
import { morning } from '../../../test/memory-office.ts'
import type { FactBody } from '../fact.ts'
import type { UndoableStep, Visit } from '../state.ts'

const visitId = 'v1'
const undo = (office: MemoryOffice, by = ana) => office.give(by, 'undo-visit-step', { visitId })
const visitOf = (office: MemoryOffice): Visit => {
  const visit = office.state.visits[visitId]
  if (!visit) throw new Error('no visit')
  return visit
}

const steps: Record<UndoableStep, { from: Visit; give: (office: MemoryOffice) => void }> = {
  call: {
    from: aVisit({ windowId: 'w1' }),
    give: (office) => office.must(ana, 'call-next', { windowId: 'w1' }),
  },
  hold: {
    from: aVisit({ state: 'serving', undo: null }),
    give: (office) => office.must(ana, 'hold-visit', { visitId, reason: 'other', note: '' }),
  },
  'no-show': {
    from: aVisit({ state: 'called', undo: null }),
    give: (office) => office.must(ana, 'mark-no-show', { visitId }),
  },
  complete: {
    from: aVisit({ state: 'serving', undo: null }),
    give: (office) => office.must(ana, 'complete-visit', { visitId }),
  },
}

describe.for(Object.entries(steps))('undo of %s', ([step, { from, give }]) => {
  test(`[U1] ${step}: all is as before, but for the timer's hour`, () => {
    const office = anOfficeWith({ visits: [from] })
    office.now = morning + 50_000
    give(office)
    office.now = morning + 60_000
    office.must(ana, 'undo-visit-step', { visitId })
    const due = from.due === null ? null : from.due + 10_000
    expect(visitOf(office)).toEqual({ ...from, due, undo: null })
    expect(office.facts.at(-1)).toMatchObject({
      kind: 'visit-step-undone',
      body: { step, since: morning + 50_000 },
    })
  })

  test(`[U3] ${step}: not twice`, () => {
    const office = anOfficeWith({ visits: [from] })
    give(office)
    office.must(ana, 'undo-visit-step', { visitId })
    expect(undo(office)).toMatchObject({ code: 'nothing-to-undo' })
  })

  test(`[U3] ${step}: not on a later day`, () => {
    const awaited = anIntake({ visitId, state: 'needs-information' })
    const office = anOfficeWith({ visits: [from], intakes: [awaited] })
    give(office)
    office.now = morning + 24 * 3_600_000
    expect(undo(office)).toMatchObject({ code: 'nothing-to-undo' })
  })

  test(`[U5] ${step}: by the clerk whose step it was, or a supervisor`, () => {
    const office = anOfficeWith({ visits: [from] })
    give(office)
    expect(undo(office, ben)).toMatchObject({ code: 'visit-at-other-window' })
    expect(undo(office, { ...sue, id: 'zoe' }).ok).toBe(true)
  })
})

test('[U1] a hold of someone who was called goes back to called', () => {
  const office = anOfficeWith({ visits: [aVisit({ state: 'called', undo: null })] })
  office.must(ana, 'hold-visit', { visitId, reason: 'other', note: '' })
  office.must(ana, 'undo-visit-step', { visitId })
  expect(visitOf(office)).toMatchObject({ state: 'called', windowId: 'w1', due: morning + 180_000 })
})

test('[U2] a timer that had run out starts anew, or it would undo the undo at once', () => {
  const office = anOfficeWith({ visits: [aVisit({ state: 'called' })] })
  office.now = morning + 180_000
  office.must(system, 'mark-no-show', { visitId })
  office.now = morning + 200_000
  office.must(ana, 'undo-visit-step', { visitId })
  expect(visitOf(office)).toMatchObject({ state: 'called', due: morning + 380_000 })
})

test('[U2] a timer goes on with what it had left', () => {
  const office = anOfficeWith({ visits: [aVisit({ state: 'called' })] })
  office.now = morning + 170_000
  office.must(ana, 'mark-no-show', { visitId })
  office.now = morning + 500_000
  office.must(ana, 'undo-visit-step', { visitId })
  expect(visitOf(office).due).toBe(morning + 510_000)
})

test.for<[string, (office: MemoryOffice) => void]>([
  ['a start', (office) => office.must(ana, 'start-visit', { visitId })],
  ['a recall', (office) => office.must(ana, 'recall-visit', { visitId })],
  ['a return', (office) => office.must(ana, 'return-visit', { visitId })],
  ['a cancellation', (office) => office.must(ana, 'cancel-visit', { visitId, reason: 'other' })],
])('[U3] a call is not undone after %s', ([, give]) => {
  const office = anOfficeWith({ visits: [aVisit()] })
  office.must(ana, 'call-next', { windowId: 'w1' })
  give(office)
  expect(undo(office)).toMatchObject({ code: 'nothing-to-undo' })
})

describe('something of effect outside', () => {
  const step = { intakeId: 'i1', from: 'paid', since: morning } as const
  const issued: FactBody = {
    kind: 'intake-issued',
    body: { ...step, issuanceId: 's1', kind: 'tag', number: '7', counter: null },
  }
  const canceled: FactBody = { kind: 'issuance-canceled', body: { issuanceId: 's1', releasesClaims: false } }
  const money = { totalCents: 0, tenders: [], revenue: [] }
  const place = { tillId: 't1', clerkId: 'ana', windowId: 'w1', businessDay: '2026-11-23' }
  const paid = (receiptOf: string | null): FactBody => ({
    kind: 'payment-taken',
    body: {
      ...place,
      ...money,
      receiptId: 'r2',
      number: 2,
      visitId: receiptOf,
      intakeIds: ['i1'],
      changeCents: 0,
    },
  })
  const voided = (receiptId: string): FactBody => ({
    kind: 'payment-voided',
    body: { ...money, receiptId, tillId: 't1', reason: 'other' },
  })

  test.for<[string, string | null, FactBody]>([
    ['a payment for its intake', visitId, paid(null)],
    ['a payment of the visit', null, paid(visitId)],
    ['the void of a payment for its intake', visitId, voided('of-intake')],
    ['the void of a payment of the visit', null, voided('of-visit')],
    ['a hand-over', visitId, issued],
    ['the cancellation of what was handed over', visitId, canceled],
  ])('[U3] nothing is undone past %s', ([, intakeOf, fact]) => {
    const office = anOfficeWith({
      visits: [aVisit({ state: 'called' })],
      intakes: [anIntake({ visitId: intakeOf, issuanceId: 's1' })],
      tills: [aTill()],
      receipts: [aReceipt({ id: 'of-intake' }), aReceipt({ id: 'of-visit', visitId })],
    })
    expect(visitOf(office).undo).not.toBeNull()
    office.store(ana, [fact])
    expect(undo(office)).toMatchObject({ code: 'nothing-to-undo' })
  })
})

test('[U4] not when the window is busy, closed or seats another clerk by now', () => {
  const held = aVisit({ state: 'on-hold' })
  const next = aVisit({ id: 'v2', number: 'F002', state: 'serving' })
  expect(undo(anOfficeWith({ visits: [held, next] }))).toMatchObject({ code: 'undo-window-busy' })
  const left = anOfficeWith({ visits: [held] })
  left.must(ana, 'close-window', { windowId: 'w1' })
  expect(undo(left)).toMatchObject({ code: 'window-closed' })
  left.must(sue, 'open-window', { windowId: 'w1' })
  expect(undo(left)).toMatchObject({ code: 'undo-window-busy' })
})

test('[U3] an unknown visit is not found', () => {
  expect(undo(anOfficeWith())).toMatchObject({ code: 'not-found' })
})
