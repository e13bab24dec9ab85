import type { Fact, FactsMessage } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { anOffice, aVisit, morning } from '../testing/builders.ts'
import { follow } from './follow.ts'

const state = anOffice({ visits: [aVisit({ state: 'called', windowId: 'w3' })] })
const started: Fact = {
  office: 'city-hall',
  seq: 11,
  v: 1,
  at: morning + 1,
  actor: 'clerk:rosa',
  commandKey: 'k',
  hash: 'h11',
  kind: 'visit-started',
  body: { visitId: 'v1', from: 'called', since: morning, windowId: 'w3' },
}
const message = (changes: Partial<FactsMessage>): FactsMessage => ({
  after: 10,
  upTo: 11,
  hash: 'h11',
  facts: [started],
  now: morning,
  ...changes,
})

it('folds the facts that follow', () => {
  const next = follow(state, message({}))
  expect(next?.visits['v1']?.state).toBe('serving')
  expect(next).toMatchObject({ seq: 11, hash: 'h11' })
})

it('moves on over facts that this room may not see', () => {
  expect(follow(state, message({ upTo: 14, hash: 'h14', facts: [] }))).toMatchObject({ seq: 14, hash: 'h14' })
})

it('asks for a snapshot over a gap, and folds nothing twice', () => {
  expect(follow(state, message({ after: 12, upTo: 13 }))).toBeNull()
  const ahead = { ...state, seq: 11, hash: 'h11' }
  expect(follow(ahead, message({}))).toBe(ahead)
  const overlapping = follow(ahead, message({ upTo: 12, hash: 'h12' }))
  expect(overlapping?.visits['v1']?.state).toBe('called')
})
