import { expect, it } from 'vitest'
import { anIntake, aVisit } from '../testing/builders.ts'
import { movesNow } from './moves.ts'

const idle = { kind: 'nobody' } as const

it('offers only what the server would take', () => {
  const alone = movesNow(null, null, idle)
  expect(alone.has('new-ticket')).toBe(true)
  for (const move of ['hold', 'no-show', 'correct', 'deny', 'pay-cash'] as const)
    expect(alone.has(move)).toBe(false)

  const called = movesNow(aVisit({ state: 'called' }), anIntake(), idle)
  expect(called.has('no-show') && called.has('recall')).toBe(true)
  expect(called.has('correct')).toBe(false)

  const serving = movesNow(aVisit({ state: 'serving' }), anIntake(), idle)
  expect(serving.has('no-show')).toBe(false)
  for (const move of ['correct', 'deny', 'withdraw', 'hold'] as const) expect(serving.has(move)).toBe(true)

  const approved = movesNow(aVisit({ state: 'serving' }), anIntake({ state: 'approved' }), idle)
  expect(approved.has('deny')).toBe(false)
  expect(approved.has('correct') && approved.has('withdraw')).toBe(true)

  const paid = movesNow(aVisit({ state: 'serving' }), anIntake({ state: 'paid' }), idle)
  for (const move of ['correct', 'deny', 'withdraw'] as const) expect(paid.has(move)).toBe(false)
})

it('offers nothing that would lose the answers being typed', () => {
  const typing = movesNow(aVisit({ state: 'serving' }), anIntake(), idle, true)
  for (const move of [
    'add-service',
    'change-service',
    'hold',
    'transfer',
    'return',
    'deny',
    'withdraw',
    'cancel',
  ] as const)
    expect(typing.has(move)).toBe(false)
  expect(typing.has('search')).toBe(true)
})

it('offers tenders only while something is owed', () => {
  const visit = aVisit({ state: 'serving' })
  const pay = (totalCents: number) =>
    movesNow(visit, null, { kind: 'take-payment', intakeIds: ['i1'], totalCents })
  expect(pay(4000).has('pay-card')).toBe(true)
  expect(pay(0).has('pay-card')).toBe(false)
})
