import { expect, it } from 'vitest'
import { ticketSecret, visitOfSecret } from './ticket-secret.ts'

const key = Buffer.alloc(32, 7)
const visitId = '0b0e7a9e-5a0e-5f6f-9f0a-1d2c3b4a5968'

it('[C13] finds the visit of its own secret', () => {
  expect(visitOfSecret(key, ticketSecret(key, visitId))).toBe(visitId)
})

it.each([
  ['', 'nothing'],
  [visitId, 'no proof'],
  [`${visitId}.`, 'an empty proof'],
  [`${visitId}.AAAAAAAAAAAAAAAA`, 'a guess'],
  [ticketSecret(Buffer.alloc(32, 8), visitId), "another server's"],
  [ticketSecret(key, visitId).replace('0b0e', '0b0f'), "another visit's"],
])('[C13] refuses %s (%s)', (secret) => {
  expect(visitOfSecret(key, secret)).toBeNull()
})
