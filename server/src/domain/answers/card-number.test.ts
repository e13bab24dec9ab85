import { expect, test } from 'vitest'
import { holdsCardNumber } from './card-number.ts'

test.each([
  '4111111111111111',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111–1111–1111–1111',
  '４１１１ １１１１ １１１１ １１１１',
  '3782 822463 10005',
  '2223 0031 2200 3222',
  '6304000000000000000',
  'Visa 4111 1111 1111 1111, exp 12/28',
  'REF:4222222222222',
  '4111111111111111 12/28 Visa',
  'call 555 0177 4111 1111 1111 1111',
])('[M15] a card number is told: %s', (text) => {
  expect(holdsCardNumber(text)).toBe(true)
})

test.each([
  '',
  'T-77',
  '4242',
  '4111 1111 1111 1112',
  '411111111111',
  '951 555 0177',
  '2026-11-29 951-555-0177',
  '985 112 003 456 785',
  'Dana Whitfield',
])('[M15] this is none: %s', (text) => {
  expect(holdsCardNumber(text)).toBe(false)
})
