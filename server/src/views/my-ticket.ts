import type { MyTicketView } from '../contract/views.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import { visitsBefore, waitRange } from '../domain/visits/wait.ts'

/** What a phone sees of a visit: nothing that the lobby's display does not show. Null when it is no longer in the live state. */
export const myTicketView = (state: OfficeState, visitId: string, now: Instant): MyTicketView | null => {
  const visit = state.visits[visitId]
  if (!visit) return null
  const waiting = visit.state === 'waiting'
  const before = waiting ? visitsBefore(state, visitId) : 0
  const atWindow = visit.state === 'called' || visit.state === 'serving'
  return {
    number: visit.number,
    state: visit.state,
    window: atWindow ? (state.windows[visit.windowId ?? '']?.label ?? null) : null,
    before,
    wait: waiting ? waitRange(state, before, now, visit) : null,
    language: visit.language,
    city: state.city,
  }
}
