import type { CivilDate, Instant } from '@lobbyline/server/contract'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** "2:41 PM" on the office's wall. */
export const clockTime = (instant: Instant, zone: string): string => {
  const known =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone })
  clocks.set(zone, known)
  return known.format(instant)
}

/** "6:10", from an hour on "1:06:10"; never below zero. */
export const elapsed = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

const shortDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })

/** "Nov 22" */
export const dayName = (date: CivilDate): string => shortDay.format(Date.parse(`${date}T00:00:00Z`))
