import { expect, test } from 'vitest'
import {
  admin,
  ana,
  anOffice,
  aFairDraft,
  aState,
  aTill,
  aVisit,
  ben,
  kiosk,
  system,
  today,
} from '../../test/builders.ts'
import { anIntake, anOfficeWith, aPrint, aReceipt } from '../../test/builders.ts'
import { MemoryOffice, morning } from '../../test/memory-office.ts'
import { Draft } from './draft.ts'
import { applyBody, evolve, fold } from './evolve.ts'
import type { Fact, FactKind } from './fact.ts'
import { emptyOffice } from './offices/office.ts'
import { waitingPlaces } from './visits/visit-tally.ts'

const ticket = {
  channel: 'kiosk',
  language: 'en',
  line: 'fair',
  intakes: [aFairDraft()],
  printerId: null,
} as const
const oneDayMs = 86_400_000

const aDayAtWork = (): MemoryOffice => {
  const { office, windowIds } = anOffice()
  const [windowId] = windowIds
  office.must(ana, 'open-window', { windowId })
  const { visitId } = office.must(kiosk, 'take-ticket', ticket)
  office.must(ana, 'call-next', { windowId })
  office.must(ana, 'start-visit', { visitId })
  office.must(ana, 'hold-visit', { visitId, reason: 'other', note: '' })
  office.must(ana, 'undo-visit-step', { visitId })
  return office
}

/** Fails on any write to the state that a fold starts from. */
const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value
}

test('[D1] one fact at a time, all at once and over one long-lived draft come to the same state', () => {
  const office = aDayAtWork()
  const start = frozen(emptyOffice('city-hall'))
  const atOnce = fold(start, office.facts)
  let oneByOne = start
  for (const fact of office.facts) oneByOne = frozen(evolve(oneByOne, fact))
  expect(oneByOne).toEqual(atOnce)
  expect(office.state).toEqual(atOnce)
  expect(atOnce.seq).toBe(office.facts.length)
  expect(atOnce.hash).toBe(office.facts.at(-1)?.hash)
})

test('[D1] a draft goes back to where it was last kept', () => {
  const before = frozen(
    aState({
      intakes: [anIntake()],
      visits: [aVisit(), aVisit({ id: 'v2', state: 'completed', businessDay: '2026-11-20' })],
    }),
  )
  const draft = new Draft(before)
  const step = { visitId: 'v1', from: 'waiting', since: morning } as const
  applyBody(draft, { kind: 'visit-canceled', body: { ...step, reason: 'other' } }, morning + 1)
  draft.keep()
  const kept = structuredClone(draft.state)
  applyBody(draft, { kind: 'day-opened', body: { businessDay: '2026-11-24' } }, morning + 2)
  applyBody(
    draft,
    { kind: 'window-added', body: { windowId: 'w9', label: '9', printerId: null, lines: null } },
    3,
  )
  applyBody(draft, { kind: 'window-closed', body: { windowId: 'w1', clerkId: 'ana' } }, morning + 3)
  expect(draft.state).not.toEqual(kept)
  draft.rollback()
  expect(draft.state).toEqual(kept)
  expect(Object.keys(draft.state.windows)).toEqual(Object.keys(kept.windows))
  const withdrawn = { intakeId: 'i1', from: 'submitted', since: morning } as const
  applyBody(draft, { kind: 'intake-withdrawn', body: withdrawn }, morning + 4)
  expect(before.visits['v1']?.state).toBe('waiting')
  expect(before.intakes['i1']?.state).toBe('submitted')
})

test('[D1] who waits is counted along, back and forth', () => {
  const draft = new Draft(aState({ visits: [aVisit(), aVisit({ id: 'v2', number: 'F002' })] }))
  const waitingCount = (state: Draft['state']) =>
    waitingPlaces(state).reduce((sum, { count }) => sum + count, 0)
  expect(waitingCount(draft.state)).toBe(2)
  const step = { from: 'waiting', since: morning, reason: 'other' } as const
  applyBody(draft, { kind: 'visit-canceled', body: { ...step, visitId: 'v1' } }, morning + 1)
  draft.keep()
  applyBody(draft, { kind: 'visit-canceled', body: { ...step, visitId: 'v2' } }, morning + 2)
  expect(waitingCount(draft.state)).toBe(0)
  draft.rollback()
  expect(waitingCount(draft.state)).toBe(1)
})

test('[D2] a clock that runs behind the last fact does not turn time back', () => {
  const { office, windowIds } = anOffice()
  office.now = morning - 60_000
  office.must(kiosk, 'take-ticket', ticket)
  expect(office.state.at).toBe(morning)
  expect(Object.values(office.state.visits)[0]?.placeAt).toBe(morning)
  office.store(ana, [{ kind: 'window-opened', body: { windowId: windowIds[0], clerkId: 'ana' } }])
  office.must(ana, 'call-next', { windowId: windowIds[0] })
  expect(Object.values(office.state.visits)[0]?.due).toBe(morning + 180_000)
})

test('[D3] the first command of a later business day opens it, and the numbers begin anew', () => {
  const { office } = anOffice()
  const first = office.must(kiosk, 'take-ticket', ticket)
  office.must(ana, 'cancel-visit', { visitId: first.visitId, reason: 'other' })
  office.now = morning + oneDayMs
  const { number } = office.must(kiosk, 'take-ticket', ticket)
  expect(number).toBe('F001')
  expect(
    office.facts.filter((fact) => fact.kind === 'day-opened').map((fact) => fact.body.businessDay),
  ).toEqual(['2026-11-23', '2026-11-24'])
  expect(office.state.visits[first.visitId]).toBeUndefined()
})

test('[D3] a business day begins at midnight of the office, not of UTC', () => {
  const { office } = anOffice()
  const opened = () => office.facts.filter((fact) => fact.kind === 'day-opened').length
  office.now = Date.UTC(2026, 10, 24, 7, 59)
  office.must(kiosk, 'take-ticket', ticket)
  expect(opened()).toBe(1)
  office.now = Date.UTC(2026, 10, 24, 8, 0)
  office.must(kiosk, 'take-ticket', ticket)
  expect(opened()).toBe(2)
})

test('[D3] what is open stays overnight, with what hangs on it; the rest is dropped', () => {
  const old = { businessDay: '2026-11-22' }
  const office = anOfficeWith({
    visits: [
      aVisit({ id: 'open', state: 'on-hold', ...old }),
      aVisit({ id: 'done', state: 'completed', ...old }),
      aVisit({ id: 'left', state: 'no-show', ...old }),
    ],
    intakes: [
      anIntake({ id: 'issued', state: 'issued', visitId: 'done', ...old }),
      anIntake({ id: 'of-open', state: 'issued', visitId: 'open', receiptId: 'r-kept', ...old }),
      anIntake({ id: 'of-left', state: 'submitted', visitId: 'left', ...old }),
      anIntake({ id: 'tray', state: 'needs-information', ...old }),
    ],
    tills: [aTill({ id: 'closed', state: 'closed', ...old }), aTill({ id: 'forgotten', ...old })],
    receipts: [
      aReceipt({ id: 'r-closed', tillId: 'closed', ...old }),
      aReceipt({ id: 'r-kept', tillId: 'closed', ...old }),
      aReceipt({ id: 'r-open', tillId: 'forgotten', ...old }),
    ],
    prints: [aPrint({ id: 'printed', state: 'printed', ...old }), aPrint({ id: 'queued', ...old })],
  })
  office.store(system, [{ kind: 'day-opened', body: { businessDay: today } }])
  const { state } = office
  expect(Object.keys(state.visits)).toEqual(['open', 'left'])
  expect(Object.keys(state.intakes)).toEqual(['of-open', 'of-left', 'tray'])
  expect(Object.keys(state.tills)).toEqual(['forgotten'])
  expect(Object.keys(state.receipts)).toEqual(['r-kept', 'r-open'])
  expect(Object.keys(state.prints)).toEqual(['queued'])
})

test.for<[string, (kind: FactKind) => boolean]>([
  ['a display', (kind) => kind.startsWith('visit-') || kind.startsWith('window-')],
  ['a screen that came late', (kind) => !kind.endsWith('-created') && !kind.endsWith('-added')],
  ['an agent', (kind) => kind.startsWith('print')],
])('[D4] %s folds the facts it may see', ([, sees]) => {
  const office = aDayAtWork()
  const seen = fold(
    emptyOffice('city-hall'),
    office.facts.filter((fact: Fact) => sees(fact.kind)),
  )
  for (const visit of Object.values(seen.visits)) expect(visit).toEqual(office.state.visits[visit.id])
  for (const window of Object.values(seen.windows)) expect(window).toEqual(office.state.windows[window.id])
})

test('[D5] nothing is taken before the office is opened, and it is opened once', () => {
  const office = new MemoryOffice()
  expect(office.give(kiosk, 'take-ticket', ticket)).toMatchObject({ ok: false, code: 'office-not-open' })
  const { office: open } = anOffice()
  const { city, lineSettings } = open.state
  expect(open.give(admin, 'open-office', { city, lineSettings })).toMatchObject({
    code: 'office-already-open',
  })
  expect(open.give(ben, 'open-window', { windowId: 'none' })).toMatchObject({ code: 'not-found' })
})
