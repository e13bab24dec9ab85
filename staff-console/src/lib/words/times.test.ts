import { expect, it } from 'vitest'
import { morning } from '../testing/builders.ts'
import { clockTime, dayName, elapsed } from './times.ts'

it('tells time as the office does', () => {
  expect(clockTime(morning, 'America/Los_Angeles').replace(/\s/, ' ')).toBe('10:00 AM')
  expect(elapsed(370_900)).toBe('6:10')
  expect(elapsed(3_970_000)).toBe('1:06:10')
  expect(elapsed(-5)).toBe('0:00')
  expect(dayName('2026-11-22')).toBe('Nov 22')
})
