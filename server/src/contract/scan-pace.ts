/**
 * What became certain: a code read by a scanner that types like a keyboard; an Enter of a scanner without a code, as between
 * the lines of a long one; or keys pressed by a person.
 */
export type Heard =
  { type: 'scan'; text: string } | { type: 'scrap' } | { type: 'typed'; keys: readonly string[] }

/** No hand types this fast, and no scanner this slowly. */
export const longestScanGapMs = 40
/** Two or three keys can fall together under one hand, and an Enter after them. */
const shortest = 4
/** The first line of a license, before one that is long enough to be known for a scanner's. */
const licenseBegins = '@'

export interface ScanPace {
  /** One printable character, or Enter, at that time. */
  press(key: string, atMs: number): Heard[]
  /** No key came for `longestScanGapMs`. */
  rest(): Heard[]
  isHolding(): boolean
}

/** Tells a scanner from a typist by its pace, and by the Enter that ends each of its codes, or each line of a long one. */
export const createScanPace = (): ScanPace => {
  let held: string[] = []
  let last = -Infinity
  /** whether all keys since the Enter of a scanner are its own */
  let isScanner = false

  const rest = (): Heard[] => {
    const keys = held
    held = []
    return keys.length === 0 ? [] : [{ type: 'typed', keys }]
  }

  return {
    press: (key, atMs) => {
      const isFast = atMs - last <= longestScanGapMs
      const before = isFast ? [] : rest()
      last = atMs
      isScanner &&= isFast
      if (key !== 'Enter') {
        held.push(key)
        return before
      }
      const text = held.join('')
      isScanner ||= isFast && (text.length >= shortest || text === licenseBegins)
      if (!isScanner) return [...before, ...rest(), { type: 'typed', keys: [key] }]
      held = []
      return [text.length < shortest ? { type: 'scrap' } : { type: 'scan', text }]
    },
    rest,
    isHolding: () => held.length > 0,
  }
}
