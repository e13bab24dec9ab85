import type { FactsMessage } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { follow } from './follow.ts'
import { aFact, anOffice } from './office-builders.ts'

const closed = (seq: number, windowId: string) =>
  aFact(seq, { kind: 'window-closed', body: { windowId, clerkId: 'ana' } })

const aMessage = (after: number, upTo: number, facts: FactsMessage['facts']): FactsMessage => ({
  after,
  upTo,
  hash: `h${upTo}`,
  facts,
  now: 0,
})

describe('following the office', () => {
  it('folds the facts that come next, and counts those it may not see', () => {
    const followed = follow(anOffice(), aMessage(10, 13, [closed(12, 'w1')]))
    expect(followed).toMatchObject({ kind: 'moved', state: { seq: 13, hash: 'h13' } })
    expect(followed.kind === 'moved' && followed.state.windows['w1']?.clerkId).toBeNull()
  })

  it('drops what it knows, whole or in part', () => {
    expect(follow(anOffice(), aMessage(8, 10, [closed(9, 'w1')]))).toEqual({ kind: 'known' })
    const followed = follow(anOffice(), aMessage(8, 11, [closed(9, 'w1'), closed(11, 'w2')]))
    expect(followed.kind === 'moved' && followed.facts.map(({ seq }) => seq)).toEqual([11])
    expect(followed.kind === 'moved' && followed.state.windows['w1']?.clerkId).toBe('ana')
  })

  it('asks for a snapshot when something is missing', () => {
    expect(follow(anOffice(), aMessage(11, 12, []))).toEqual({ kind: 'resync' })
  })
})
