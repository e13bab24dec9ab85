import { describe, expect, test } from 'vitest'
import {
  aClerk,
  aFairDraft,
  ana,
  anIntake,
  anOffice,
  anOfficeWith,
  aState,
  aVisit,
  aWindow,
  ben,
  kiosk,
  sue,
  system,
  today,
} from '../../../test/builders.ts'
import { MemoryOffice, morning } from '../../../test/memory-office.ts'
import type { CommandActor } from '../command.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Result } from '../result.ts'
import type { VisitState } from '../state.ts'
import { timers } from '../timers.ts'
import { visitMoves } from './visit.ts'
import type { VisitMove } from './visit.ts'
import { waitingVisits } from './wait.ts'

const states = Object.keys(visitMoves) as VisitState[]

/** Each move as the command that makes it. Ben's window 2 is free for what needs a free one. */
const give: Record<VisitMove, (office: MemoryOffice) => Result<object, RefusalCode>> = {
  call: (office) => office.give(ben, 'call-visit', { windowId: 'w2', visitId: 'v1' }),
  recall: (office) => office.give(ana, 'recall-visit', { visitId: 'v1' }),
  start: (office) => office.give(ana, 'start-visit', { visitId: 'v1' }),
  hold: (office) => office.give(ana, 'hold-visit', { visitId: 'v1', reason: 'other', note: '' }),
  remind: (office) => office.give(system, 'remind-hold', { visitId: 'v1' }),
  resume: (office) => office.give(ben, 'resume-visit', { visitId: 'v1', windowId: 'w2' }),
  transfer: (office) => office.give(ana, 'transfer-visit', { visitId: 'v1', line: 'key', windowId: null }),
  return: (office) => office.give(ana, 'return-visit', { visitId: 'v1' }),
  'no-show': (office) => office.give(ana, 'mark-no-show', { visitId: 'v1' }),
  rejoin: (office) => office.give(ana, 'rejoin-visit', { visitId: 'v1' }),
  complete: (office) => office.give(ana, 'complete-visit', { visitId: 'v1' }),
  cancel: (office) => office.give(ana, 'cancel-visit', { visitId: 'v1', reason: 'other' }),
}
const moves = Object.keys(give) as VisitMove[]
const later = morning + 3_600_000

describe.for(states)('a visit that is %s', (from) => {
  test.for(moves)(`[V1] ${from}: %s leads where the table says, or is refused`, (move) => {
    const office = anOfficeWith({ visits: [aVisit({ state: from })] })
    office.now = later
    const result = give[move](office)
    const to = visitMoves[from][move]
    const refused =
      move === 'call' && (from === 'called' || from === 'serving') ? 'already-called' : 'wrong-state'
    if (to === undefined) {
      expect(result).toMatchObject({ ok: false, code: refused })
      expect(office.facts).toEqual([])
      return
    }
    expect(result.ok).toBe(true)
    const visit = office.state.visits['v1']
    expect(visit?.state).toBe(to)
    expect(visit?.since).toBe(move === 'recall' || move === 'remind' ? morning : later)
    expect(visit?.placeAt).toBe(morning)
    expect(office.facts.at(-1)?.body).toMatchObject({ visitId: 'v1', from, since: morning })
  })
})

test('[V2] every state can be reached from waiting', () => {
  const reached = new Set<VisitState>(['waiting'])
  for (const state of reached) for (const to of Object.values(visitMoves[state])) reached.add(to)
  expect([...reached].sort()).toEqual([...states].sort())
})

test.for(moves)('[V1] %s of an unknown visit is not found', (move) => {
  expect(give[move](anOfficeWith())).toMatchObject({ ok: false, code: 'not-found' })
})

describe('call-next', () => {
  const waiting = (id: string, placeAt: number, fields = {}) =>
    aVisit({ id, number: id, placeAt, createdAt: placeAt, ...fields })
  const next = (office: MemoryOffice, clerk: CommandActor = ana, windowId = 'w1') =>
    office.give(clerk, 'call-next', { windowId })

  test('[V3] takes the earliest place, whatever the order of arrival in the state', () => {
    const office = anOfficeWith({ visits: [waiting('late', morning + 5), waiting('early', morning + 1)] })
    expect(next(office)).toMatchObject({ value: { visitId: 'early' } })
  })

  test('[V3] of tickets of one instant the first is served first, whatever their letters', () => {
    const office = anOfficeWith({})
    for (const line of ['key', 'fair', 'other', 'fair'])
      office.must(kiosk, 'take-ticket', {
        channel: 'kiosk',
        language: 'en',
        line,
        intakes: [],
        printerId: null,
      })
    expect(new Set(waitingVisits(office.state).map(({ placeAt }) => placeAt)).size).toBe(1)
    expect(waitingVisits(office.state).map(({ number }) => number)).toEqual(['K001', 'F001', 'A001', 'F002'])
    expect(next(office)).toMatchObject({ value: { number: 'K001' } })
  })

  test('[V3] only of the lines that the window serves', () => {
    const office = anOfficeWith({
      windows: [aWindow({ lines: ['key'] })],
      visits: [waiting('fair', morning), waiting('key', morning + 1, { line: 'key' })],
    })
    expect(next(office)).toMatchObject({ value: { visitId: 'key' } })
  })

  test('[V3] who is reserved for this window comes by place, of any line; who is reserved for another does not', () => {
    const office = anOfficeWith({
      windows: [aWindow({ lines: ['key'] }), aWindow({ id: 'w2', label: '2', clerkId: 'ben' })],
      visits: [
        waiting('theirs', morning, { line: 'key', windowId: 'w2' }),
        waiting('mine', morning + 1, { windowId: 'w1' }),
        waiting('any', morning + 2, { line: 'key' }),
      ],
    })
    expect(next(office)).toMatchObject({ value: { visitId: 'mine' } })
    expect(next(office, ben, 'w2')).toMatchObject({ value: { visitId: 'theirs' } })
  })

  test('[V3] an empty line is said so', () => {
    expect(next(anOfficeWith({ visits: [aVisit({ state: 'on-hold' })] }))).toMatchObject({
      code: 'line-empty',
    })
  })

  test('[W1] not while someone stands at the window, called or served', () => {
    for (const state of ['called', 'serving'] as const) {
      const office = anOfficeWith({ visits: [aVisit({ state }), waiting('v2', morning)] })
      expect(next(office)).toMatchObject({ code: 'window-busy' })
      expect(office.give(ana, 'call-visit', { windowId: 'w1', visitId: 'v2' })).toMatchObject({
        code: 'window-busy',
      })
    }
  })

  test("[W2] at one's own open window only", () => {
    const office = anOfficeWith({ visits: [aVisit()] })
    expect(next(office, ben)).toMatchObject({ code: 'window-taken' })
    expect(next(office, ana, 'w3')).toMatchObject({ code: 'window-closed' })
    expect(next(office, ana, 'w9')).toMatchObject({ code: 'not-found' })
  })
})

test('[V5] a chosen visit is called out of turn, unless it is reserved for another window where somebody sits', () => {
  const office = anOfficeWith({
    visits: [
      aVisit(),
      aVisit({ id: 'v2', number: 'F002', placeAt: morning + 1 }),
      aVisit({ id: 'v3', number: 'F003', windowId: 'w2' }),
    ],
  })
  const choose = (visitId: string) => office.give(ana, 'call-visit', { windowId: 'w1', visitId })
  expect(choose('v3')).toMatchObject({ code: 'visit-at-other-window' })
  expect(choose('v2')).toMatchObject({ value: { number: 'F002' } })
  expect(office.facts[0]?.body).toMatchObject({ chosen: true, windowId: 'w1', clerkId: 'ana' })
  const left = anOfficeWith({ visits: [aVisit({ windowId: 'w3' })] })
  expect(left.give(ana, 'call-next', { windowId: 'w1' })).toMatchObject({ code: 'line-empty' })
  expect(left.give(ana, 'call-visit', { windowId: 'w1', visitId: 'v1' })).toMatchObject({
    value: { number: 'F001' },
  })
})

test('[V3] who is left of an earlier day is called by choice alone', () => {
  const office = anOfficeWith({ visits: [aVisit({ businessDay: '2026-11-20' })] })
  expect(office.give(ana, 'call-next', { windowId: 'w1' })).toMatchObject({ code: 'line-empty' })
  expect(office.give(ana, 'call-visit', { windowId: 'w1', visitId: 'v1' })).toMatchObject({
    value: { number: 'F001' },
  })
})

test('[V4] who rejoins, is transferred or returned has the old place', () => {
  const office = anOfficeWith({
    visits: [aVisit({ state: 'called' }), aVisit({ id: 'v2', number: 'F002', placeAt: morning + 1 })],
  })
  office.now = later
  office.must(ana, 'mark-no-show', { visitId: 'v1' })
  office.must(ben, 'rejoin-visit', { visitId: 'v1' })
  expect(office.must(ana, 'call-next', { windowId: 'w1' }).visitId).toBe('v1')
  office.must(ana, 'return-visit', { visitId: 'v1' })
  expect(office.must(ana, 'call-next', { windowId: 'w1' }).visitId).toBe('v1')
  office.must(ana, 'transfer-visit', { visitId: 'v1', line: 'other', windowId: 'w2' })
  expect(office.state.visits['v1']).toMatchObject({ line: 'other', windowId: 'w2', calls: 0 })
  expect(office.must(ben, 'call-next', { windowId: 'w2' }).visitId).toBe('v1')
})

test('[V6] who does not come is a no-show when the time is up, not before; a recall gives all of it again', () => {
  const office = anOfficeWith({ visits: [aVisit()] })
  office.must(ana, 'call-next', { windowId: 'w1' })
  const [timer] = timers(office.state)
  expect(timer).toEqual({
    key: `v1:${morning + 180_000}`,
    due: morning + 180_000,
    command: { kind: 'mark-no-show', body: { visitId: 'v1' } },
  })
  office.now = morning + 100_000
  expect(office.give(system, 'mark-no-show', { visitId: 'v1' })).toMatchObject({ code: 'wrong-state' })
  office.must(ana, 'recall-visit', { visitId: 'v1' })
  expect(office.state.visits['v1']).toMatchObject({ calls: 2, due: morning + 280_000, since: morning })
  office.now = morning + 180_000
  expect(office.give(system, 'mark-no-show', { visitId: 'v1' })).toMatchObject({ code: 'wrong-state' })
  office.now = morning + 280_000
  office.must(system, 'mark-no-show', { visitId: 'v1' })
  expect(office.state.visits['v1']?.state).toBe('no-show')
  expect(timers(office.state)).toEqual([])
})

test('[V7] a long hold asks for attention once', () => {
  const office = anOfficeWith({ visits: [aVisit({ state: 'serving' })] })
  office.must(ana, 'hold-visit', { visitId: 'v1', reason: 'other', note: '' })
  const due = morning + 900_000
  expect(timers(office.state)).toMatchObject([{ key: `v1:${due}`, command: { kind: 'remind-hold' } }])
  expect(office.give(system, 'remind-hold', { visitId: 'v1' })).toMatchObject({ code: 'wrong-state' })
  office.now = due
  office.must(system, 'remind-hold', { visitId: 'v1' })
  expect(office.give(system, 'remind-hold', { visitId: 'v1' })).toMatchObject({ code: 'wrong-state' })
  expect(timers(office.state)).toEqual([])
})

test.for(['recall', 'start', 'hold', 'transfer', 'return', 'no-show'] as const)(
  '[V8] %s belongs to the clerk who called, or a supervisor',
  (move) => {
    const by = (actor: CommandActor) => {
      const office = anOfficeWith({ visits: [aVisit({ state: 'called', clerkId: 'carl', windowId: 'w2' })] })
      if (actor === sue)
        office.store(sue, [{ kind: 'window-opened', body: { windowId: 'w3', clerkId: 'sue' } }])
      const visitId = 'v1'
      switch (move) {
        case 'recall':
          return office.give(actor, 'recall-visit', { visitId })
        case 'start':
          return office.give(actor, 'start-visit', { visitId })
        case 'hold':
          return office.give(actor, 'hold-visit', { visitId, reason: 'other', note: '' })
        case 'transfer':
          return office.give(actor, 'transfer-visit', { visitId, line: null, windowId: null })
        case 'return':
          return office.give(actor, 'return-visit', { visitId })
        case 'no-show':
          return office.give(actor, 'mark-no-show', { visitId })
      }
    }
    expect(by(ben)).toMatchObject({ code: 'visit-at-other-window' })
    expect(by(sue).ok).toBe(true)
    expect(by(aClerk('carl')).ok).toBe(true)
  },
)

test.for(['submitted', 'in-review', 'approved', 'paid'] as const)(
  '[V9] a visit is not completed while an intake is %s',
  (state) => {
    const office = anOfficeWith({
      visits: [aVisit({ state: 'serving' })],
      intakes: [anIntake({ visitId: 'v1', state })],
    })
    expect(office.give(ana, 'complete-visit', { visitId: 'v1' })).toMatchObject({ code: 'intakes-open' })
  },
)

test.for(['issued', 'denied', 'withdrawn', 'needs-information'] as const)(
  '[V9] a visit is completed with an intake that is %s, and without any',
  (state) => {
    for (const intakes of [[], [anIntake({ visitId: 'v1', state })]]) {
      const office = anOfficeWith({ visits: [aVisit({ state: 'serving' })], intakes })
      office.must(ana, 'complete-visit', { visitId: 'v1' })
      expect(office.state.visits['v1']).toMatchObject({ state: 'completed', windowId: null, clerkId: null })
    }
  },
)

test('[V10] who leaves takes the unpaid intakes along, and gives back their claims', () => {
  const { office, windowIds } = anOffice()
  office.must(ana, 'open-window', { windowId: windowIds[0] })
  const { visitId, intakeIds } = office.must(kiosk, 'take-ticket', {
    channel: 'kiosk',
    language: 'en',
    line: 'fair',
    intakes: [aFairDraft(), aFairDraft({ street: 'Elm St' })],
    printerId: null,
  })
  const [first = '', second = ''] = intakeIds
  office.must(ana, 'start-review', { intakeId: first })
  office.must(ana, 'mark-paper', { intakeId: first, rev: 1, item: 0, mark: 'seen', evidence: '' })
  office.must(ana, 'sign-declaration', { intakeId: first })
  office.must(ana, 'approve-intake', { intakeId: first, rev: 1 })
  expect(office.claims).toHaveLength(1)
  office.must(ana, 'cancel-visit', { visitId, reason: 'other' })
  expect(office.claims).toEqual([])
  expect(office.state.intakes[first]?.state).toBe('withdrawn')
  expect(office.state.intakes[second]?.state).toBe('withdrawn')
  expect(office.state.visits[visitId]?.state).toBe('canceled')
})

test('[V10] a visit with something paid and not handed over is not canceled', () => {
  const office = anOfficeWith({
    visits: [aVisit({ state: 'serving' })],
    intakes: [anIntake({ visitId: 'v1', state: 'paid', receiptId: 'r1' })],
  })
  expect(office.give(ana, 'cancel-visit', { visitId: 'v1', reason: 'other' })).toMatchObject({
    code: 'intakes-open',
  })
})

test('[V15] why a visit is on hold or canceled stands with it until it goes on', () => {
  const office = anOfficeWith({ visits: [aVisit({ state: 'serving' })] })
  const reason = () => office.state.visits['v1']?.reason
  const hold = () => office.must(ana, 'hold-visit', { visitId: 'v1', reason: 'at-vehicle', note: '' })
  hold()
  expect(reason()).toBe('at-vehicle')
  office.must(ana, 'undo-visit-step', { visitId: 'v1' })
  expect(reason()).toBeNull()
  hold()
  office.must(ana, 'resume-visit', { visitId: 'v1', windowId: 'w1' })
  expect(reason()).toBeNull()
  hold()
  office.must(ana, 'return-visit', { visitId: 'v1' })
  expect(reason()).toBeNull()
  office.must(ana, 'cancel-visit', { visitId: 'v1', reason: 'another-day' })
  expect(reason()).toBe('another-day')
})

test('[V11] a transfer leads to a line and a window that there are', () => {
  const to = (line: string | null, windowId: string | null) =>
    anOfficeWith({ visits: [aVisit()] }).give(ana, 'transfer-visit', { visitId: 'v1', line, windowId })
  expect(to('passports', null)).toMatchObject({ code: 'unknown-service' })
  expect(to(null, 'w9')).toMatchObject({ code: 'not-found' })
  expect(to(null, 'w2').ok).toBe(true)
})

test('[W1] who comes back from a hold needs a free window too', () => {
  const office = anOfficeWith({
    visits: [aVisit({ state: 'on-hold' }), aVisit({ id: 'v2', number: 'F002', state: 'serving' })],
  })
  expect(office.give(ana, 'resume-visit', { visitId: 'v1', windowId: 'w1' })).toMatchObject({
    code: 'window-busy',
  })
  office.must(ben, 'resume-visit', { visitId: 'v1', windowId: 'w2' })
  expect(office.state.visits['v1']).toMatchObject({ state: 'serving', windowId: 'w2', clerkId: 'ben' })
})

test('[W3] a clerk sits at one window and a window seats one clerk', () => {
  const office = anOfficeWith()
  expect(office.give(ana, 'open-window', { windowId: 'w3' })).toMatchObject({ code: 'clerk-elsewhere' })
  expect(office.give(sue, 'open-window', { windowId: 'w2' })).toMatchObject({ code: 'window-taken' })
  expect(office.give(sue, 'open-window', { windowId: 'w9' })).toMatchObject({ code: 'not-found' })
  office.must(sue, 'open-window', { windowId: 'w3' })
  expect(office.state.windows['w3']?.clerkId).toBe('sue')
  office.must(sue, 'open-window', { windowId: 'w3' })
  expect(office.facts).toHaveLength(1)
})

test('[W4] a window is not left with someone in front, nor with its till open', () => {
  const close = (actor: CommandActor, state = aState()) =>
    new MemoryOffice(undefined, state).give(actor, 'close-window', { windowId: 'w1' })
  const till = { id: 't1', clerkId: 'ana', windowId: 'w1', businessDay: today, state: 'open' as const }
  const money = { openedAt: morning, closedAt: null, floatCents: 0, expectedCents: 0, countedCents: null }
  expect(close(ana, aState({ visits: [aVisit({ state: 'serving' })] }))).toMatchObject({
    code: 'window-busy',
  })
  expect(close(ana, aState({ tills: [{ ...till, ...money }] }))).toMatchObject({ code: 'tills-open' })
  expect(close(ben)).toMatchObject({ code: 'window-taken' })
  expect(close(sue).ok).toBe(true)
  expect(close(ana).ok).toBe(true)
})
