import type { LineSettings } from '../domain/state.ts'

/** What an office starts with: three minutes to come to the window, a quarter of an hour on hold. */
export const lineSettings: LineSettings = {
  noShowMs: 3 * 60_000,
  holdReminderMs: 15 * 60_000,
  ticketExpiresMs: 60_000,
}
