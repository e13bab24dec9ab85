import { expect, it } from 'vitest'
import { countedCents } from './denominations.ts'

it('adds bills and coins', () => {
  expect(countedCents({ 2000: 9, 100: 17, 25: 12, 1: 3 })).toBe(18_000 + 1700 + 300 + 3)
  expect(countedCents({})).toBe(0)
})
