import type { Evolvers } from '../evolver.ts'
import { select } from '../select.ts'
import type { OfficeState, Visit, Window } from '../state.ts'
import { isAtWindow } from '../visits/visit.ts'

/** Who is called to this window or served there. */
export const visitAt = (state: OfficeState, windowId: string): Visit | undefined =>
  select(state.visits, (visit) => visit.windowId === windowId && isAtWindow(visit))[0]

/** Where this clerk sits. */
export const windowOf = (state: OfficeState, clerkId: string): Window | undefined =>
  Object.values(state.windows).find((window) => window.clerkId === clerkId)

export const windowEvolvers: Evolvers<'window-added' | 'window-changed' | 'window-opened' | 'window-closed'> =
  {
    'window-added': (draft, { windowId, ...window }) =>
      draft.put('windows', windowId, { id: windowId, ...window, clerkId: null }),
    'window-changed': (draft, { windowId, ...changes }) => draft.change('windows', windowId, changes),
    'window-opened': (draft, body) => draft.change('windows', body.windowId, { clerkId: body.clerkId }),
    'window-closed': (draft, body) => draft.change('windows', body.windowId, { clerkId: null }),
  }
