import type { Fact, FactBody } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { anOffice, morning } from '../testing/builders.ts'
import { closedForMe, nothingClosed } from './closed-for-me.ts'

const office = anOffice()
const by = (clerkId: string, body: FactBody): Fact => ({
  office: 'city-hall',
  seq: 11,
  v: 1,
  at: morning,
  actor: `clerk:${clerkId}`,
  commandKey: 'k',
  hash: 'h11',
  ...body,
})
const windowClosed: FactBody = { kind: 'window-closed', body: { windowId: 'w3', clerkId: 'rosa' } }
const tillClosed: FactBody = {
  kind: 'till-closed',
  body: { tillId: 't1', countedCents: 20_000, expectedCents: 20_000, overShortCents: 0, reason: null },
}
const seenBy = (me: string, ...facts: Fact[]) => closedForMe(nothingClosed, facts, office, me)

it('tells whose hand closed my window and my till, and nobody else of them', () => {
  const facts = [by('grace', tillClosed), by('grace', windowClosed)]
  expect(seenBy('rosa', ...facts)).toEqual({ till: { by: 'grace' }, window: { id: 'w3', by: 'grace' } })
  expect(seenBy('miguel', ...facts)).toEqual(nothingClosed)
})

it('tells nothing of what I closed myself', () => {
  expect(seenBy('rosa', by('rosa', tillClosed), by('rosa', windowClosed))).toEqual(nothingClosed)
})

it('is over when I sit down again, and when I open another till', () => {
  const sitsDown = by('rosa', { kind: 'window-opened', body: { windowId: 'w1', clerkId: 'rosa' } })
  expect(seenBy('rosa', by('grace', windowClosed), sitsDown).window).toBeNull()
  const opens = by('rosa', {
    kind: 'till-opened',
    body: { tillId: 't2', clerkId: 'rosa', windowId: 'w1', businessDay: '2026-11-23', floatCents: 0 },
  })
  expect(seenBy('rosa', by('grace', tillClosed), opens).till).toBeNull()
})
