import type { Instant } from '../domain/time.ts'

const dayMs = 86_400_000

/**
 * Days until a row's purge date. Cities keep records two years at least (California Government Code 34090), and receipts
 * until their audits are done; a paper is needed only as long as it may have to be printed again. An office may set other days
 * for intakes and receipts, and these count from the same beginning.
 */
export const keptDays = { intake: 730, receipt: 2_555, print: 7 } as const

export const purgeAt = (what: keyof typeof keptDays, at: Instant): Instant => at + keptDays[what] * dayMs
