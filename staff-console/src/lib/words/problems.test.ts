import { refusalCodes } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { troubleOf } from './problems.ts'

it('says for every refusal what is so and what to do now, in whole sentences without blame', () => {
  for (const code of [...refusalCodes, 'internal', 'offline'] as const) {
    const { so, now } = troubleOf({ code })
    for (const sentence of [so, now]) {
      expect(sentence, code).toMatch(/^[A-Z0-9$].*\.$/s)
      expect(sentence, code).not.toMatch(/undefined|\bNaN\b|!|\bplease\b|oops/i)
    }
  }
})

it('fills in what the server tells', () => {
  expect(troubleOf({ code: 'amount-changed', details: { owedCents: 4500 } }).so).toContain('$45.00')
  expect(troubleOf({ code: 'already-paid', details: { receipt: 1042 } }).so).toContain('1042')
  const untilMs = new Date(2026, 10, 23, 14, 55).getTime()
  expect(troubleOf({ code: 'locked-out', details: { untilMs } }).so).toMatch(/until 2:55\sPM/)
})

it('promises of a lost connection nothing that only whoever asks can keep', () => {
  expect(troubleOf({ code: 'offline' }).now).toBe('Check the connection, then do it again.')
})
