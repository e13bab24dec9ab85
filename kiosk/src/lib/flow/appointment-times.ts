import { businessDay } from '@lobbyline/server/contract'
import type { Instant } from '@lobbyline/server/contract'

const quarterMs = 15 * 60_000
/** someone comes a little late, or up to two hours and a half before */
const [quartersBefore, quartersAfter] = [4, 10]

/** The quarter hours around now that an appointment can be for, all on this business day. */
export const appointmentTimes = (now: Instant, zone: string): Instant[] => {
  const first = Math.floor(now / quarterMs) - quartersBefore
  const today = businessDay(now, zone)
  return Array.from(
    { length: quartersBefore + 1 + quartersAfter },
    (_, at) => (first + at) * quarterMs,
  ).filter((at) => businessDay(at, zone) === today)
}
