import {
  byPlace,
  sharesWindow,
  waitRange,
  type Instant,
  type OfficeState,
  type Visit,
} from '@lobbyline/server/contract'

/** What someone may expect when no window was open to tell a range from. */
const usualPromiseMs = 15 * 60_000
/** Amber this long before the promise breaks, so that there is time to act. */
const warningMs = 2 * 60_000

/** The end of the range that a visit could be told when it came, as well as today's state still tells it. */
export const promisedBy = (state: OfficeState, visit: Visit): Instant => {
  const isRival = sharesWindow(state, visit)
  const before = Object.values(state.visits).filter(
    (other) =>
      other.businessDay === visit.businessDay &&
      byPlace(other, visit) < 0 &&
      (other.state === 'waiting'
        ? isRival(other)
        : other.since > visit.createdAt && isRival({ ...other, windowId: null })),
  ).length
  const range = waitRange(state, before, visit.createdAt, visit)
  return visit.placeAt + (range ? range.toMinutes * 60_000 : usualPromiseMs)
}

export const isPressing = (state: OfficeState, visit: Visit, now: Instant): boolean =>
  visit.state === 'waiting' && now >= promisedBy(state, visit) - warningMs
