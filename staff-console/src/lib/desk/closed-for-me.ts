import type { Fact, OfficeState } from '@lobbyline/server/contract'

/** What a supervisor closed of mine, and who it was; until I have another. */
export interface ClosedForMe {
  window: { id: string; by: string } | null
  till: { by: string } | null
}

export const nothingClosed: ClosedForMe = { window: null, till: null }

/** @param state the office after these facts */
export const closedForMe = (
  closed: ClosedForMe,
  facts: readonly Fact[],
  state: OfficeState,
  myId: string,
): ClosedForMe => {
  let now = closed
  for (const { actor, kind, body } of facts) {
    const by = actor === `clerk:${myId}` ? null : { by: actor.replace(/^clerk:/, '') }
    if (kind === 'window-closed' && body.clerkId === myId)
      now = { ...now, window: by && { id: body.windowId, ...by } }
    else if (kind === 'window-opened' && body.clerkId === myId) now = { ...now, window: null }
    else if (kind === 'till-closed' && state.tills[body.tillId]?.clerkId === myId) now = { ...now, till: by }
    else if (kind === 'till-opened' && body.clerkId === myId) now = { ...now, till: null }
  }
  return now
}
