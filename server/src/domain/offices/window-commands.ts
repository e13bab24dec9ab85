import type { Deciders } from '../decision.ts'
import { decided } from '../decision.ts'
import { isSupervisor } from '../permission.ts'
import { refuse } from '../result.ts'
import { actorId } from '../visits/standing.ts'
import { openTillWhere } from '../tills/till.ts'
import { visitAt, windowOf } from './window.ts'

export const windowDeciders: Pick<Deciders, 'open-window' | 'close-window'> = {
  'open-window': {
    decide(state, { windowId }, { actor }) {
      const window = state.windows[windowId]
      if (!window) return refuse('not-found')
      const clerkId = actorId(actor)
      if (window.clerkId !== null) {
        return window.clerkId === clerkId ? decided([], {}) : refuse('window-taken')
      }
      const elsewhere = windowOf(state, clerkId)
      if (elsewhere) return refuse('clerk-elsewhere', { window: elsewhere.label })
      return decided([{ kind: 'window-opened', body: { windowId, clerkId } }], {})
    },
  },
  'close-window': {
    decide(state, { windowId }, { actor }) {
      const window = state.windows[windowId]
      if (!window) return refuse('not-found')
      const { clerkId } = window
      if (clerkId === null) return refuse('window-closed')
      if (clerkId !== actorId(actor) && !isSupervisor(actor)) return refuse('window-taken')
      if (visitAt(state, windowId)) return refuse('window-busy')
      if (openTillWhere(state, (till) => till.windowId === windowId)) return refuse('tills-open')
      return decided([{ kind: 'window-closed', body: { windowId, clerkId } }], {})
    },
  },
}
