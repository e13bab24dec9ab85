import type { Fact, FactBody, OfficeState } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { anOffice, aTill, aVisit, aWindow, morning } from '../testing/builders.ts'
import { closedForMe, closedMeanwhile, nothingClosed } from './closed-for-me.ts'

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
const seenBy = (me: string, ...facts: Fact[]) => closedForMe(nothingClosed, facts, me, office, office)

it('tells whose hand closed my window and my till, and nobody else of them', () => {
  const facts = [by('grace', tillClosed), by('grace', windowClosed)]
  expect(seenBy('rosa', ...facts)).toEqual({
    ...nothingClosed,
    till: { by: 'grace' },
    window: { id: 'w3', by: 'grace' },
  })
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

it('tells who took the person from my window, until somebody stands there again', () => {
  const served = aVisit({ state: 'serving', windowId: 'w3', clerkId: 'rosa' })
  const withMe = anOffice({ visits: [served] })
  const gone = anOffice({ visits: [{ ...served, state: 'canceled', windowId: null, clerkId: null }] })
  const body = { visitId: served.id, from: 'serving', since: morning, reason: 'duplicate' } as const
  const canceled: FactBody = { kind: 'visit-canceled', body }
  const seen = (hand: string) => closedForMe(nothingClosed, [by(hand, canceled)], 'rosa', withMe, gone)
  expect(seen('grace').visit).toEqual({ number: served.number, by: 'grace', state: 'canceled' })
  expect(seen('rosa').visit).toBeNull()
  expect(closedForMe(seen('grace'), [], 'rosa', gone, withMe).visit).toBeNull()
})

describe('after a cut over which nobody told anything', () => {
  const served = aVisit({ state: 'serving', windowId: 'w3', clerkId: 'rosa' })
  const mine = anOffice({ visits: [served] })
  const returned = { ...served, state: 'waiting', windowId: null, clerkId: null } as const
  const after = {
    ...anOffice({ windows: [aWindow({ clerkId: null })], tills: [], visits: [returned] }),
    seq: 90,
  }
  const meanwhile = (state: OfficeState, me = 'rosa') => closedMeanwhile(nothingClosed, me, mine, state)

  it('tells that my window and my till were closed and who stood there was taken away, by a hand unknown', () => {
    expect(meanwhile(after)).toEqual({
      window: { id: 'w3', by: null },
      till: { by: null },
      visit: { number: served.number, by: null, state: 'waiting' },
    })
    const counted = { ...after, tills: { t1: aTill({ state: 'closed' }) } }
    expect(meanwhile(counted).till).toEqual({ by: null })
    expect(meanwhile(after, 'miguel')).toEqual(nothingClosed)
  })

  it('tells nothing where all is as before, nor of a no-show, nor of a past that was restored', () => {
    expect(meanwhile({ ...mine, seq: 90 })).toEqual(nothingClosed)
    const noShow = { ...after, visits: { v1: { ...returned, state: 'no-show' as const } } }
    expect(meanwhile(noShow).visit).toBeNull()
    expect(meanwhile({ ...after, seq: 9 })).toEqual(nothingClosed)
  })

  it('is over when I have others by then', () => {
    const told = meanwhile(after)
    expect(closedMeanwhile(told, 'rosa', after, { ...mine, seq: 91 })).toEqual(nothingClosed)
    expect(closedMeanwhile(told, 'rosa', after, { ...after, seq: 91 })).toEqual(told)
  })
})
