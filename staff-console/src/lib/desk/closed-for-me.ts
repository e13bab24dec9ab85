import {
  isAtWindow,
  type Fact,
  type OfficeState,
  type Visit,
  type VisitState,
} from '@lobbyline/server/contract'
import { openTillOf } from '../next/next-step.ts'

/** What a supervisor closed of mine, or whom they took from my window, and who it was, if that was told; until I have another. */
export interface ClosedForMe {
  window: { id: string; by: string | null } | null
  till: { by: string | null } | null
  visit: { number: string; by: string | null; state: VisitState } | null
}

export const nothingClosed: ClosedForMe = { window: null, till: null, visit: null }

const visitOf = (state: OfficeState, clerkId: string): Visit | undefined =>
  Object.values(state.visits).find((visit) => visit.clerkId === clerkId && isAtWindow(visit))

const windowOf = (state: OfficeState, clerkId: string) =>
  Object.values(state.windows).find((window) => window.clerkId === clerkId)

/** As the office stood before a cut and stands after it: nobody told who did it. A past that is another one tells nothing. */
export const closedMeanwhile = (
  closed: ClosedForMe,
  myId: string,
  before: OfficeState,
  state: OfficeState,
): ClosedForMe => {
  if (state.seq < before.seq) return closed
  const window = windowOf(before, myId)
  const visit = visitOf(before, myId)
  const then = visit && state.visits[visit.id]
  const now = { ...closed }
  if (windowOf(state, myId)) now.window = null
  else if (window) now.window = { id: window.id, by: null }
  if (openTillOf(state, myId)) now.till = null
  else if (openTillOf(before, myId)) now.till = { by: null }
  if (visitOf(state, myId)) now.visit = null
  else if (visit && then && then.state !== 'no-show')
    now.visit = { number: visit.number, by: null, state: then.state }
  return now
}

/** @param before the office before these facts */
export const closedForMe = (
  closed: ClosedForMe,
  facts: readonly Fact[],
  myId: string,
  before: OfficeState,
  state: OfficeState,
): ClosedForMe => {
  const visit = visitOf(before, myId)
  const isWithMe = visitOf(state, myId) !== undefined
  let now = isWithMe ? { ...closed, visit: null } : closed
  for (const { actor, kind, body } of facts) {
    const by = actor === `clerk:${myId}` ? null : { by: actor.replace(/^clerk:/, '') }
    if (kind === 'window-closed' && body.clerkId === myId)
      now = { ...now, window: by && { id: body.windowId, ...by } }
    else if (kind === 'window-opened' && body.clerkId === myId) now = { ...now, window: null }
    else if (kind === 'till-closed' && state.tills[body.tillId]?.clerkId === myId) now = { ...now, till: by }
    else if (kind === 'till-opened' && body.clerkId === myId) now = { ...now, till: null }
    else if (
      visit &&
      !isWithMe &&
      by &&
      'visitId' in body &&
      body.visitId === visit.id &&
      actor.startsWith('clerk:')
    )
      now = {
        ...now,
        visit: { number: visit.number, ...by, state: state.visits[visit.id]?.state ?? visit.state },
      }
  }
  return now
}
