import { expect, it } from 'vitest'
import type { Visit, VisitUndo } from '@lobbyline/server/contract'
import { anOffice, aVisit, morning } from '../testing/builders.ts'
import { undoableOf } from './undoable.ts'

const undo = (step: VisitUndo['step'], clerkId: string | null): VisitUndo => ({
  step,
  state: 'serving',
  since: morning,
  windowId: 'w3',
  clerkId,
  remainingMs: null,
})
const undoableIn = (...visits: Visit[]) => undoableOf(anOffice({ visits }), 'rosa', '2026-11-23')

it('is my last step, be it a call or the end of a visit', () => {
  const called = aVisit({
    id: 'a',
    state: 'called',
    clerkId: 'rosa',
    since: morning + 5,
    undo: undo('call', null),
  })
  const held = aVisit({ id: 'b', state: 'on-hold', since: morning + 9, undo: undo('hold', 'rosa') })
  expect(undoableIn(called, held)).toMatchObject({ visit: { id: 'b' }, step: 'hold' })
  expect(undoableIn(called)).toMatchObject({ visit: { id: 'a' }, step: 'call' })
})

it('is none where somebody else stands by now', () => {
  const done = aVisit({ id: 'a', state: 'completed', since: morning, undo: undo('complete', 'rosa') })
  const next = aVisit({ id: 'b', state: 'serving', windowId: 'w3', clerkId: 'rosa' })
  expect(undoableIn(done)).toMatchObject({ visit: { id: 'a' } })
  expect(undoableIn(done, next)).toBeNull()
})

it('is never a step of an earlier day, also before the office has begun the new one', () => {
  const done = aVisit({ state: 'completed', undo: undo('complete', 'rosa') })
  expect(undoableOf(anOffice({ visits: [done] }), 'rosa', '2026-11-24')).toBeNull()
})

it('is never a step of a colleague, nor one that is settled', () => {
  expect(undoableIn(aVisit({ state: 'completed', undo: undo('complete', 'luis') }))).toBeNull()
  expect(undoableIn(aVisit({ state: 'called', clerkId: 'luis', undo: undo('call', null) }))).toBeNull()
  expect(undoableIn(aVisit({ state: 'completed', undo: null }))).toBeNull()
})
