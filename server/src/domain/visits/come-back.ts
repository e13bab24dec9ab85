import type { Visit } from '../state.ts'
import type { Instant } from '../time.ts'

/** Who missed the call and is back this soon takes their place again at the kiosk; later a clerk decides. */
export const comeBackMs = 2 * 60_000

export const canComeBack = (visit: Visit, now: Instant): boolean =>
  visit.state === 'no-show' && now - visit.since <= comeBackMs
