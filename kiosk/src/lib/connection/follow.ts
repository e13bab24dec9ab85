import { fold } from '@lobbyline/server/contract'
import type { Fact, FactsMessage, OfficeState } from '@lobbyline/server/contract'

/** What a message did to what we knew. `resync`: something is missing between, so a snapshot is needed. */
export type Followed =
  { kind: 'moved'; state: OfficeState; facts: readonly Fact[] } | { kind: 'known' } | { kind: 'resync' }

/** Folds the new facts of a message. What was told before is dropped, so a message may come twice. */
export const follow = (state: OfficeState, message: FactsMessage): Followed => {
  if (message.upTo <= state.seq) return { kind: 'known' }
  if (message.after > state.seq) return { kind: 'resync' }
  const facts = message.facts.filter(({ seq }) => seq > state.seq)
  return { kind: 'moved', state: { ...fold(state, facts), seq: message.upTo, hash: message.hash }, facts }
}
