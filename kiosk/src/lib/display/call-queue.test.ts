import type { FactBody, Visit } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { aFact, anOffice, aVisit } from '../connection/office-builders.ts'
import { advance, boardOf, emptyBoard, hear, lingerMs, showMs } from './call-queue.ts'
import type { CallBoard } from './call-queue.ts'

const called = (id: string, more: Partial<Visit> = {}): Visit =>
  aVisit(id, { state: 'called', windowId: 'w1', calls: 1, ...more })

const step = (visitId: string) => ({ visitId, from: 'called', since: 0 }) as const

const call = (board: CallBoard, visit: Visit): CallBoard => {
  const body = { ...step(visit.id), windowId: visit.windowId ?? 'w1', due: 0 }
  const fact =
    visit.calls > 1
      ? aFact(11, { kind: 'visit-recalled', body })
      : aFact(11, { kind: 'visit-called', body: { ...body, clerkId: 'ana', chosen: false } })
  return hear(board, fact, anOffice(visit))
}

const numbers = (calls: CallBoard['before']) => calls.map(({ number }) => number)

describe('calls on the wall', () => {
  it('shows a call at once where none is shown', () => {
    const board = advance(call(emptyBoard, called('p1', { windowId: 'w2' })), 1000)
    expect(board.now).toMatchObject({ number: 'P1', window: '2' })
    expect(board.before).toEqual([])
  })

  it('gives each of three calls in a row its time', () => {
    let board = ['a', 'b', 'c'].reduce((so, id) => call(so, called(id)), emptyBoard)
    board = advance(board, 1000)
    expect(board.now?.number).toBe('A')
    expect(advance(board, 1000 + showMs - 1).now?.number).toBe('A')
    board = advance(board, 1000 + showMs)
    expect(board.now?.number).toBe('B')
    board = advance(board, 1000 + 2 * showMs)
    expect(board.now?.number).toBe('C')
    expect(numbers(board.before)).toEqual(['B', 'A'])
    expect(showMs).toBeGreaterThanOrEqual(4000)
  })

  it('shows a number again when it is called again', () => {
    const first = advance(call(emptyBoard, called('a')), 1000)
    const again = advance(call(first, called('a', { calls: 2 })), 1000 + showMs)
    expect(again.now).toMatchObject({ number: 'A', times: 2 })
    expect(again.since).toBe(1000 + showMs)
    expect(again.before).toEqual([])
  })

  it('makes room some time after the person came', () => {
    let board = advance(call(emptyBoard, called('a')), 1000)
    board = hear(
      board,
      aFact(12, { kind: 'visit-started', body: { ...step('a'), windowId: 'w1' } }),
      anOffice(),
    )
    expect(advance(board, 1000 + lingerMs - 1).now?.number).toBe('A')
    const quiet = advance(board, 1000 + lingerMs)
    expect(quiet.now).toBeNull()
    expect(numbers(quiet.before)).toEqual(['A'])
  })

  it('keeps a call that nobody answered', () => {
    const board = advance(call(emptyBoard, called('a')), 1000)
    expect(advance(board, 1000 + 100 * lingerMs).now?.number).toBe('A')
  })

  it('takes back what was undone or returned to the line, shown or not', () => {
    const undo = aFact(12, { kind: 'visit-step-undone', body: { ...step('a'), step: 'call', due: null } })
    const shown = advance(call(emptyBoard, called('a')), 1000)
    expect(hear(shown, undo, anOffice())).toMatchObject({ now: null, before: [] })
    expect(hear(call(emptyBoard, called('a')), undo, anOffice()).next).toEqual([])
    const returned = aFact(12, { kind: 'visit-returned', body: step('a') })
    expect(hear(shown, returned, anOffice()).now).toBeNull()
  })

  it.each([
    { kind: 'visit-held', body: { ...step('a'), reason: 'fetching-paper', due: 0 } },
    { kind: 'visit-transferred', body: { ...step('a'), line: 'other', windowId: null } },
    { kind: 'visit-canceled', body: { ...step('a'), reason: 'gave-up-waiting' } },
    { kind: 'visit-returned', body: step('a') },
  ] satisfies FactBody[])('calls nobody any more, nor lists them, after $kind, shown or not', (body) => {
    const queued = call(emptyBoard, called('a'))
    const shown = advance(queued, 1000)
    const answered = hear(
      shown,
      aFact(12, { kind: 'visit-started', body: { ...step('a'), windowId: 'w1' } }),
      anOffice(),
    )
    for (const board of [queued, shown, answered, call(shown, called('a', { calls: 2 }))])
      expect(hear(board, aFact(13, body), anOffice())).toMatchObject({ now: null, next: [], before: [] })
  })

  it('lists who did not come among those before, until they are back in line', () => {
    const shown = advance(call(emptyBoard, called('a')), 1000)
    const missed = hear(shown, aFact(12, { kind: 'visit-marked-no-show', body: step('a') }), anOffice())
    expect(missed.now).toBeNull()
    expect(numbers(missed.before)).toEqual(['A'])
    const back = aFact(13, { kind: 'visit-rejoined', body: { ...step('a'), from: 'no-show' } })
    expect(hear(missed, back, anOffice()).before).toEqual([])
  })

  it('begins a new day with none of the calls of the day before', () => {
    const shown = advance(call(emptyBoard, called('a')), 1000)
    const missed = hear(shown, aFact(12, { kind: 'visit-marked-no-show', body: step('a') }), anOffice())
    const day = aFact(13, { kind: 'day-opened', body: { businessDay: '2026-11-24' } })
    expect(hear(missed, day, anOffice()).before).toEqual([])
  })

  it('calls again who was put on hold by mistake', () => {
    const shown = advance(call(emptyBoard, called('a')), 1000)
    const held = aFact(12, { kind: 'visit-held', body: { ...step('a'), reason: 'fetching-paper', due: 0 } })
    const undone = aFact(13, { kind: 'visit-step-undone', body: { ...step('a'), step: 'hold', due: 0 } })
    const again = hear(hear(shown, held, anOffice()), undone, anOffice(called('a')))
    expect(advance(again, 2000)).toMatchObject({ now: { number: 'A' }, since: 2000 })
    const finished = aFact(13, {
      kind: 'visit-step-undone',
      body: { ...step('a'), step: 'complete', due: null },
    })
    expect(hear(shown, finished, anOffice(aVisit('a', { state: 'serving' }))).next).toEqual([])
  })

  it('starts from the office with the latest call, and sounds nothing anew', () => {
    const board = boardOf(
      anOffice(
        called('a', { since: 1 }),
        called('b', { since: 3, windowId: 'w2' }),
        aVisit('c', { state: 'serving', since: 2, windowId: 'w1' }),
        aVisit('d'),
      ),
      5000,
    )
    expect(board.now?.number).toBe('B')
    expect(numbers(board.before)).toEqual(['C', 'A'])
    expect(advance(board, 6000)).toBe(board)
  })

  it('remembers after a fresh start who was called before, also when they are done', () => {
    const undo = { since: 0, clerkId: 'ana', windowId: 'w2', remainingMs: null } as const
    const board = boardOf(
      anOffice(
        aVisit('a', { state: 'completed', since: 3, undo: { ...undo, step: 'complete', state: 'serving' } }),
        aVisit('b', { state: 'no-show', since: 4, undo: { ...undo, step: 'no-show', state: 'called' } }),
        aVisit('c', { state: 'completed', since: 9 }),
        aVisit('d', { state: 'canceled', since: 5 }),
      ),
      5000,
    )
    expect(board.now).toBeNull()
    expect(board.before.map(({ number, window }) => [number, window])).toEqual([
      ['B', '2'],
      ['A', '2'],
    ])
  })
})
