import { expect, it } from 'vitest'
import { RequestBudget } from './request-budget.ts'

it('gives a burst, then as much as time brings back', () => {
  let now = 0
  const budget = new RequestBudget(3, 3_000, () => now)
  expect([1, 2, 3, 4].map(() => budget.take('a'))).toEqual([true, true, true, false])
  expect(budget.take('b')).toBe(true)
  now = 999
  expect(budget.take('a')).toBe(false)
  now = 2_000
  expect(budget.take('a')).toBe(true)
})

it('never holds more than a burst', () => {
  let now = 0
  const budget = new RequestBudget(2, 1_000, () => now)
  budget.take('a')
  now = 1_000_000
  expect([1, 2, 3].map(() => budget.take('a'))).toEqual([true, true, false])
})
