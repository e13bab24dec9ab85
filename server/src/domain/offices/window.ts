import type { Evolvers } from '../evolver.ts'
import { select } from '../select.ts'
import type { OfficeState, Till, Visit, Window } from '../state.ts'
import { isAtWindow, isOpenVisit } from '../visits/visit.ts'

/** Who is called to this window or served there. */
export const visitAt = (state: OfficeState, windowId: string): Visit | undefined =>
  select(state.visits, (visit) => visit.windowId === windowId && isAtWindow(visit))[0]

/** Where this clerk sits. */
export const windowOf = (state: OfficeState, clerkId: string): Window | undefined =>
  Object.values(state.windows).find((window) => window.clerkId === clerkId)

/** What keeps a window from being removed: the day's papers still name it by its label. */
export type WindowUse = 'clerk' | 'waiting' | 'till'

export const useOfWindow = (state: OfficeState, windowId: string): WindowUse | null => {
  if (state.windows[windowId]?.clerkId) return 'clerk'
  if (select(state.visits, (visit) => visit.windowId === windowId && isOpenVisit(visit)).length > 0)
    return 'waiting'
  const isInBooks = ({ state: is, businessDay }: Till): boolean =>
    is === 'open' || businessDay >= state.businessDay
  return select(state.tills, (till) => till.windowId === windowId && isInBooks(till)).length > 0
    ? 'till'
    : null
}

export const windowsWith = (state: OfficeState, printerId: string): readonly Window[] =>
  Object.values(state.windows).filter((window) => window.printerId === printerId)

export const windowEvolvers: Evolvers<
  'window-added' | 'window-changed' | 'window-removed' | 'window-opened' | 'window-closed'
> = {
  'window-added': (draft, { windowId, ...window }) =>
    draft.put('windows', windowId, { id: windowId, ...window, clerkId: null }),
  'window-changed': (draft, { windowId, ...changes }) => draft.change('windows', windowId, changes),
  'window-removed': (draft, { windowId }) => draft.retain('windows', ({ id }) => id !== windowId),
  'window-opened': (draft, body) => draft.change('windows', body.windowId, { clerkId: body.clerkId }),
  'window-closed': (draft, body) => draft.change('windows', body.windowId, { clerkId: null }),
}
