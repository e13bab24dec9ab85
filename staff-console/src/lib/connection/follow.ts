import { fold, type FactsMessage, type OfficeState } from '@lobbyline/server/contract'

/** The state after a message; null when facts are missing in between and a snapshot is needed. */
export const follow = (state: OfficeState, message: FactsMessage): OfficeState | null => {
  if (message.upTo <= state.seq) return state
  if (message.after > state.seq) return null
  const news = message.facts.filter((fact) => fact.seq > state.seq)
  return { ...fold(state, news), seq: message.upTo, hash: message.hash }
}
