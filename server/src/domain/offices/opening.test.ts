import { expect, test } from 'vitest'
import { admin, ana, anOfficeWith, kiosk, sue, system } from '../../../test/builders.ts'
import { morning } from '../../../test/memory-office.ts'
import type { OfficeState, Opening } from '../state.ts'
import { instantOf } from '../time.ts'
import { alwaysOpen, isServiceOff, openness, usualToday } from './opening.ts'

const zone = 'America/Los_Angeles'
const long = [{ from: '07:00', until: '18:00' }]
const split = [
  { from: '08:00', until: '12:00' },
  { from: '13:00', until: '17:00' },
]
/** Monday to Thursday, Friday with a break at noon, the weekend closed. */
const week = [long, long, long, long, split, [], []]

const hours = (opening: Partial<Opening>, more: Partial<OfficeState> = {}) => ({
  ...anOfficeWith().state,
  opening: { ...alwaysOpen, ...opening },
  ...more,
})

const at = (date: string, time: string) => instantOf(date, time, zone)

test('[H1] without hours the counter is always open', () => {
  expect(openness(hours({}), at('2026-11-22', '03:00'))).toEqual({ state: 'open' })
})

test.for([
  // Monday
  ['2026-11-23', '06:59', '2026-11-23', '07:00'],
  ['2026-11-23', '07:00', null, null],
  ['2026-11-23', '17:59', null, null],
  ['2026-11-23', '18:00', '2026-11-24', '07:00'],
  // Friday
  ['2026-11-27', '12:00', '2026-11-27', '13:00'],
  ['2026-11-27', '13:00', null, null],
  ['2026-11-27', '17:00', '2026-11-30', '07:00'],
  // the night in which the clock goes back an hour, and the morning after it
  ['2026-11-01', '01:30', '2026-11-02', '07:00'],
] as const)('[H1] on %s at %s it opens next on %s at %s', ([date, time, day, opens]) => {
  expect(openness(hours({ week }), at(date, time))).toEqual(
    day === null ? { state: 'open' } : { state: 'closed', why: 'hours', opensAt: at(day, opens) },
  )
})

test('[H1] a closed day is skipped, also one after the other and over a weekend', () => {
  const closed = hours({ week, closedDays: ['2026-11-26', '2026-11-27'] })
  expect(openness(closed, at('2026-11-26', '10:00'))).toEqual({
    state: 'closed',
    why: 'closed-day',
    opensAt: at('2026-11-30', '07:00'),
  })
  expect(openness(closed, at('2026-11-25', '19:00'))).toMatchObject({ opensAt: at('2026-11-30', '07:00') })
})

test('[H1] nobody promises an opening that no hours tell', () => {
  const never = { ...hours({ week: week.map(() => []) }) }
  expect(openness(never, morning)).toEqual({ state: 'closed', why: 'hours', opensAt: null })
  expect(openness(hours({ closedDays: ['2026-11-23'] }), morning)).toEqual({
    state: 'closed',
    why: 'closed-day',
    opensAt: null,
  })
})

test('[H2] a supervisor closes the counter for the day, and the next one is as usual', () => {
  const office = anOfficeWith()
  office.must(system, 'change-opening', { opening: { week, closedDays: [] } })
  const today = { isClosed: true, servicesOff: ['fair'] }
  expect(office.give(ana, 'change-today', { today })).toMatchObject({ code: 'supervisor-required' })
  office.must(sue, 'change-today', { today })
  const tomorrow = morning + 86_400_000
  expect(openness(office.state, morning)).toEqual({
    state: 'closed',
    why: 'today',
    opensAt: at('2026-11-24', '07:00'),
  })
  expect(isServiceOff(office.state, 'fair', morning)).toBe(true)
  expect(isServiceOff(office.state, 'key', morning)).toBe(false)
  // before the first command of the next day, and after it
  for (const opened of [false, true]) {
    office.now = tomorrow
    if (opened) office.must(sue, 'close-window', { windowId: 'w1' })
    expect(openness(office.state, tomorrow)).toEqual({ state: 'open' })
    expect(isServiceOff(office.state, 'fair', tomorrow)).toBe(false)
  }
  expect(office.state.today).toEqual(usualToday)
})

test('[H2] a service that is not there cannot be taken off; it comes back the same day', () => {
  const office = anOfficeWith()
  const off = (...servicesOff: string[]) =>
    office.give(sue, 'change-today', { today: { isClosed: false, servicesOff } })
  expect(off('passports')).toMatchObject({ code: 'unknown-service' })
  expect(off('fair', 'other').ok).toBe(true)
  expect(off().ok).toBe(true)
  expect(office.state.today).toEqual(usualToday)
  expect(office.give(admin, 'change-opening', { opening: alwaysOpen }).ok).toBe(true)
})

test('[H3] whoever has begun at the kiosk gets their ticket, though the counter has closed meanwhile', () => {
  const office = anOfficeWith()
  office.must(sue, 'change-today', { today: { isClosed: true, servicesOff: ['fair'] } })
  const ticket = { channel: 'kiosk', language: 'en', line: 'fair', intakes: [], printerId: null } as const
  expect(office.give(kiosk, 'take-ticket', ticket).ok).toBe(true)
})
