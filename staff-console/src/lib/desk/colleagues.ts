import { visitAt, type OfficeState, type Till, type Visit, type Window } from '@lobbyline/server/contract'
import { openTillOf } from '../next/next-step.ts'

/** Somebody else who sits at a window or has a till open. */
export interface Colleague {
  clerkId: string
  window: Window | null
  till: Till | null
  /** who is called to their window or served there */
  visit: Visit | null
}

/** In the order of the windows. Whoever has neither window nor till is not among them. */
export const colleaguesOf = (state: OfficeState, myId: string): Colleague[] => {
  const windows = Object.values(state.windows)
  const clerkIds = new Set([
    ...windows.flatMap(({ clerkId }) => clerkId ?? []),
    ...Object.values(state.tills).flatMap((till) => (till.state === 'open' ? till.clerkId : [])),
  ])
  clerkIds.delete(myId)
  const labelOf = ({ window, till }: Colleague): string =>
    (window ?? state.windows[till?.windowId ?? ''])?.label ?? ''
  return [...clerkIds]
    .map((clerkId) => {
      const window = windows.find((each) => each.clerkId === clerkId) ?? null
      const till = openTillOf(state, clerkId) ?? null
      return { clerkId, window, till, visit: (window && visitAt(state, window.id)) ?? null }
    })
    .sort((one, other) => labelOf(one).localeCompare(labelOf(other), 'en', { numeric: true }))
}
