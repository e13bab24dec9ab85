import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, addYears, businessDay, daysBetween, instantOf, weekday } from './time.ts'

const zone = 'America/Los_Angeles'
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

describe('the business day', () => {
  test('[D8] turns at midnight on the office’s wall, not at midnight in UTC', () => {
    expect(businessDay(at('2026-11-24T07:59:59.999Z'), zone)).toBe('2026-11-23')
    expect(businessDay(at('2026-11-24T08:00:00Z'), zone)).toBe('2026-11-24')
    expect(businessDay(at('2026-11-24T07:59:59.999Z'), 'UTC')).toBe('2026-11-24')
  })

  test('[D8] has 23 hours in spring and 25 in autumn', () => {
    expect(businessDay(at('2026-03-08T07:59:59.999Z'), zone)).toBe('2026-03-07')
    expect(businessDay(at('2026-03-09T06:59:59.999Z'), zone)).toBe('2026-03-08')
    expect(businessDay(at('2026-03-09T07:00:00Z'), zone)).toBe('2026-03-09')
    expect(businessDay(at('2026-11-02T07:59:59.999Z'), zone)).toBe('2026-11-01')
    expect(businessDay(at('2026-11-02T08:00:00Z'), zone)).toBe('2026-11-02')
  })

  test('[D8] is the same whatever was asked before', () => {
    const zones = fc.constantFrom(zone, 'UTC', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia')
    const instants = fc.integer({ min: at('2011-01-01T00:00:00Z'), max: at('2031-01-01T00:00:00Z') })
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, zones), { minLength: 2 }), (asked) => {
        for (const [instant, where] of asked) {
          const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(where)
          expect(businessDay(instant, where)).toBe(wall.toPlainDate().toString())
        }
      }),
    )
  })
})

test('[D8] days, months and years count as on a calendar', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2)
  expect(weekday('2026-11-23')).toBe(1)
  expect(instantOf('2026-03-08', '02:30', zone)).toBe(at('2026-03-08T10:30:00Z'))
})
