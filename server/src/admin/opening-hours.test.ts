import { expect, it } from 'vitest'
import { hoursWords, readHours } from './opening-hours.ts'

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

it.each(['mon-thu 7:00-18:00, fri 8:00-12:00 13:00-17:00', 'tue 9:00-10:30, sat-sun 10:00-16:00', 'always'])(
  'says %s as it reads it',
  (text) => {
    expect(hoursWords({ week: readHours(text) ?? null })).toBe(text)
  },
)
