import { describe, expect, it } from 'vitest'
import { clampMonth, firstOpenDay, shiftMonth, touchDay, weeksOf } from './calendar.ts'

describe('a month', () => {
  it('stands in weeks from Sunday', () => {
    const weeks = weeksOf('2026-11', '2026-11-01', '2026-12-31')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]?.[0]?.date).toBe('2026-11-01')
    expect(weeks[4]?.map((day) => day?.day ?? null)).toEqual([29, 30, null, null, null, null, null])
  })

  it('begins on the right day and knows leap years', () => {
    const [first] = weeksOf('2028-02', '2028-01-01', '2028-12-31')
    expect(first?.map((day) => day?.day ?? null)).toEqual([null, null, 1, 2, 3, 4, 5])
    expect(weeksOf('2028-02', '2028-01-01', '2028-12-31').flat().filter(Boolean)).toHaveLength(29)
  })

  it('opens the days of the range, its ends included', () => {
    const open = weeksOf('2026-11', '2026-11-23', '2026-11-25')
      .flat()
      .flatMap((day) => (day?.isOpen ? [day.day] : []))
    expect(open).toEqual([23, 24, 25])
  })

  it('closes the days that the rules of the service close: too early, not that weekday, taken', () => {
    const rules = { from: '2026-11-24', to: '2026-11-29', weekdays: [5, 6, 7], taken: ['2026-11-28'] }
    const open = weeksOf('2026-11', '2026-11-01', '2026-12-31', rules)
      .flat()
      .flatMap((day) => (day?.isOpen ? [day.day] : []))
    expect(open).toEqual([27, 29])
  })

  it('is the first one shown that has an open day', () => {
    const rules = { from: '2026-11-30', to: '2027-01-31', weekdays: [5, 6, 7], taken: ['2026-12-04'] }
    expect(firstOpenDay('2026-11-29', '2027-11-29', rules)).toBe('2026-12-05')
    expect(firstOpenDay('2026-11-29', '2027-11-29', { ...rules, weekdays: [] })).toBe('2026-11-29')
    expect(firstOpenDay('2026-11-29', '2027-11-29')).toBe('2026-11-29')
  })

  it('is left for another, within the range', () => {
    expect(shiftMonth('2026-12', 1)).toBe('2027-01')
    expect(shiftMonth('2026-01', -12)).toBe('2025-01')
    expect(clampMonth('2020-01', '2026-11-23', '2027-11-23')).toBe('2026-11')
    expect(clampMonth('2030-01', '2026-11-23', '2027-11-23')).toBe('2027-11')
  })
})

describe('a day that is touched', () => {
  const open = (date: string) => ({ date, isOpen: true })

  it('comes, and goes when it is touched again', () => {
    expect(touchDay(['2026-11-29'], open('2026-11-28'), 2)).toEqual(['2026-11-28', '2026-11-29'])
    expect(touchDay(['2026-11-28', '2026-11-29'], open('2026-11-28'), 2)).toEqual(['2026-11-29'])
  })

  it('is refused where it is not open, or one too many', () => {
    expect(touchDay([], { date: '2026-11-30', isOpen: false }, 2)).toBe('closed')
    expect(touchDay(['2026-11-28', '2026-11-29'], open('2026-12-04'), 2)).toBe('full')
  })

  it('goes although it is not open any more', () => {
    expect(touchDay(['2026-11-28'], { date: '2026-11-28', isOpen: false }, 2)).toEqual([])
  })
})
