/**
 * What the headphone jack of an accessible keypad says. Such keypads are keyboards, and send a key when a plug goes in or out; the
 * common ones F15 and F16, which no keyboard of ours has.
 */
const events: Readonly<Record<string, 'in' | 'out'>> = { F15: 'in', F16: 'out' }

export const jackEvent = (code: string): 'in' | 'out' | null => events[code] ?? null
