import { expect, it } from 'vitest'
import { appointmentTimes } from './appointment-times.ts'

const zone = 'America/Los_Angeles'

it('offers the quarter hours from an hour ago to two hours and a half from now', () => {
  const times = appointmentTimes(Date.parse('2026-11-23T10:02:00-08:00'), zone)
  expect(times).toHaveLength(15)
  expect(times.at(0)).toBe(Date.parse('2026-11-23T09:00:00-08:00'))
  expect(times.at(-1)).toBe(Date.parse('2026-11-23T12:30:00-08:00'))
})

it('offers none of another day', () => {
  const times = appointmentTimes(Date.parse('2026-11-23T23:20:00-08:00'), zone)
  expect(times.at(-1)).toBe(Date.parse('2026-11-23T23:45:00-08:00'))
})
