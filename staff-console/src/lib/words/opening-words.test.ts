import { expect, it } from 'vitest'
import { openingWords } from './opening-words.ts'

const city = {
  name: 'City',
  office: 'Hall',
  address: '1 Main St',
  phone: '555',
  zone: 'America/Los_Angeles',
}
const now = Date.parse('2026-11-23T06:00:00-08:00')

it('says what the public is told, and when it opens', () => {
  const told = (why: 'today' | 'hours' | 'closed-day', opens: string | null) =>
    openingWords({ state: 'closed', why, opensAt: opens === null ? null : Date.parse(opens) }, { city }, now)
  expect(openingWords({ state: 'open' }, { city }, now)).toBe('Open: the kiosk takes people in.')
  expect(told('hours', '2026-11-23T07:00:00-08:00')).toBe(
    'Outside the hours: the kiosk says that it opens today at 7:00 AM.',
  )
  expect(told('today', '2026-11-24T07:00:00-08:00')).toBe(
    'Closed for today: the kiosk says that it opens Tuesday, November 24 at 7:00 AM.',
  )
  expect(told('closed-day', null)).toBe('A closed day: the kiosk says so.')
})
