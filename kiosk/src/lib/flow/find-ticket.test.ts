import { expect, it } from 'vitest'
import { anOffice, aVisit } from '#lib/connection/office-builders.ts'
import { findTicket } from './find-ticket.ts'

const minute = 60_000
const now = 10 * minute

const office = anOffice(
  aVisit('v1', { number: 'P012' }),
  aVisit('v2', { number: 'B012', state: 'serving' }),
  aVisit('v3', { number: 'A1000' }),
  aVisit('old', { number: 'B007', state: 'completed', createdAt: 1 }),
  aVisit('new', { number: 'B007', state: 'no-show', createdAt: 2 }),
  aVisit('open', { number: 'Y003', createdAt: 1 }),
  aVisit('done', { number: 'Y003', state: 'completed', createdAt: 2 }),
  aVisit('missed', { number: 'Y008', state: 'no-show', since: now - minute }),
  aVisit('long-missed', { number: 'P008', state: 'no-show', since: now - 3 * minute }),
  aVisit('waits', { number: 'P009' }),
  aVisit('missed-too', { number: 'Y009', state: 'no-show', since: now - minute }),
  aVisit('one-missed', { number: 'P011', state: 'no-show', since: now - minute }),
  aVisit('other-missed', { number: 'Y011', state: 'no-show', since: now }),
)
const found = (text: string) => {
  const visit = findTicket(text, office, now)
  return typeof visit === 'object' ? visit.id : visit
}

it.each([
  ['P012', 'v1'],
  [' p 012 ', 'v1'],
  ['p-12', 'v1'],
  ['P0l2', 'v1'],
  ['PO12', 'v1'],
  ['B12', 'v2'],
  ['#A1000', 'v3'],
  ['A 1,000', 'v3'],
  ['1000', 'v3'],
  ['B007', 'new'],
  ['Y003', 'open'],
  ['3', 'open'],
  ['9', 'waits'],
  ['https://lobby.example.gov/t/v1.AbC-_9', 'v1'],
  ['http://other/t/v3.x/', 'v3'],
])('%j is a ticket of today', (text, visit) => {
  expect(found(text)).toBe(visit)
})

it.each([
  '',
  'P',
  'P013',
  '7',
  'P012P',
  '<script>',
  'https://x/t/none.x',
  '__proto__',
  '/t/toString.x',
  '9'.repeat(400),
])('%j is none', (text) => {
  expect(found(text)).toBe('unknown')
})

it('the digits alone find who missed the call and can come back', () => {
  expect(found('8')).toBe('missed')
})

it.each(['12', '011'])('%j is on more than one ticket: the letter tells which', (text) => {
  expect(found(text)).toBe('several')
})
