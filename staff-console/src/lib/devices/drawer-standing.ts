import type { Instant } from '@lobbyline/server/contract'

/** Counting change takes less; a drawer open for longer has been forgotten. */
export const tooLongMs = 60_000

export type DrawerStanding = { open: false } | { open: true; tooLong: boolean; openMs: number }

export const drawerStanding = (openSince: Instant | null, now: Instant): DrawerStanding => {
  if (openSince === null) return { open: false }
  const openMs = Math.max(0, now - openSince)
  return { open: true, openMs, tooLong: openMs >= tooLongMs }
}
