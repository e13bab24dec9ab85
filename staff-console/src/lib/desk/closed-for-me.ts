import {
  isAtWindow,
  type Fact,
  type OfficeState,
  type Visit,
  type VisitState,
} from '@lobbyline/server/contract'

/** What a supervisor closed of mine, or whom they took from my window, and who it was; until I have another. */
export interface ClosedForMe {
  window: { id: string; by: string } | null
  till: { by: string } | null
  visit: { number: string; by: string; state: VisitState } | null
}

export const nothingClosed: ClosedForMe = { window: null, till: null, visit: null }

const visitOf = (state: OfficeState, clerkId: string): Visit | undefined =>
  Object.values(state.visits).find((visit) => visit.clerkId === clerkId && isAtWindow(visit))

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
