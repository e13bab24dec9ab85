/** What became certain: a code read by a scanner that types like a keyboard, or keys pressed by a person. */
export type Heard = { type: 'scan'; text: string } | { type: 'typed'; keys: readonly string[] }

/** No hand types this fast, and no scanner this slowly. */
export const longestScanGapMs = 40
/** Two or three keys can fall together under one hand. */
const shortest = 4

export interface ScanPace {
  /** One printable character, or Enter, at that time. */
  press(key: string, atMs: number): Heard[]
  /** No key came for `longestScanGapMs`. */
  rest(): Heard[]
  isHolding(): boolean
}

/** Tells a scanner from a typist by its pace, and by the Enter that ends each of its codes. */
export const createScanPace = (): ScanPace => {
  let held: string[] = []
  let last = 0

  const rest = (): Heard[] => {
    const keys = held
    held = []
    return keys.length === 0 ? [] : [{ type: 'typed', keys }]
  }

  return {
    press: (key, atMs) => {
      const before = atMs - last > longestScanGapMs ? rest() : []
      last = atMs
      if (key !== 'Enter') {
        held.push(key)
        return before
      }
      if (held.length < shortest) return [...before, ...rest(), { type: 'typed', keys: [key] }]
      const text = held.join('')
      held = []
      return [...before, { type: 'scan', text }]
    },
    rest,
    isHolding: () => held.length > 0,
  }
}
