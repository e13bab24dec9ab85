/** After this long without a touch we ask whether someone is still there. */
export const quietMs = 60_000
/** How long the question stands: WCAG 2.2.1 asks for 20 seconds at least. */
export const warningMs = 30_000

export type IdleStanding = { state: 'active' } | { state: 'warning'; secondsLeft: number } | { state: 'gone' }

export const idleStanding = (elapsedMs: number): IdleStanding => {
  if (elapsedMs < quietMs) return { state: 'active' }
  const leftMs = quietMs + warningMs - elapsedMs
  return leftMs <= 0 ? { state: 'gone' } : { state: 'warning', secondsLeft: Math.ceil(leftMs / 1000) }
}
