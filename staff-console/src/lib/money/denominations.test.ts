import { expect, it } from 'vitest'
import { counted, countedCents } from './denominations.ts'

it('adds bills and coins', () => {
  expect(countedCents({ 2000: 9, 100: 17, 25: 12, 1: 3 })).toBe(18_000 + 1700 + 300 + 3)
  expect(countedCents({})).toBe(0)
})

it('takes an empty drawer for a count, and nothing typed for none', () => {
  expect(counted('', {})).toBeNull()
  expect(counted(' ', { 100: null })).toBeNull()
  expect(counted('0', {})).toBe(0)
  expect(counted('', { 100: 0 })).toBe(0)
  expect(counted('', { 100: 17, 25: null })).toBe(1700)
})

it('lets the whole sum go before the pieces, and no amount is none', () => {
  expect(counted('204.00', { 100: 17 })).toBe(20_400)
  expect(counted('2o4', { 100: 17 })).toBeNull()
})
