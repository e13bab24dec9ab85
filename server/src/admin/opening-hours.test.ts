import { expect, it } from 'vitest'
import { readHours } from './opening-hours.ts'

it('reads a week as people write it', () => {
  expect(readHours('Mon-Wed 7:00-18:00, thu 08:00-12:00 13:00-17:00')).toEqual([
    [{ from: '07:00', until: '18:00' }],
    [{ from: '07:00', until: '18:00' }],
    [{ from: '07:00', until: '18:00' }],
    [
      { from: '08:00', until: '12:00' },
      { from: '13:00', until: '17:00' },
    ],
    [],
    [],
    [],
  ])
  expect(readHours('always')).toBeNull()
})

it.each([
  '',
  'mon',
  'monday 8:00-17:00',
  'fri-mon 8:00-17:00',
  'mon 8-17',
  'mon 8:00-17:00;',
  '8:00-17:00 mon',
])('does not guess what %j means', (text) => {
  expect(readHours(text)).toBeUndefined()
})
