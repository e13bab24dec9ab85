/**
 * Answers that may be a few seconds old, so that each command does not ask the database who gives it. What ends a right on this
 * node forgets it at once; on another node it lasts `ttlMs` longer.
 */
export class RecentlyKnown<Value> {
  #forgotten = 0
  readonly #entries = new Map<string, { value: Value; until: number }>()
  readonly #ttlMs: number
  readonly #size: number
  readonly #clock: () => number

  constructor(
    ttlMs: number,
    { size = 1000, clock = Date.now }: { size?: number; clock?: () => number } = {},
  ) {
    this.#ttlMs = ttlMs
    this.#size = size
    this.#clock = clock
  }

  async get(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key)
    if (known && known.until > this.#clock()) return known.value
    const before = this.#forgotten
    const value = await read()
    // Read before something was forgotten: it may be just that.
    if (before !== this.#forgotten) return value
    this.#entries.delete(key)
    this.#entries.set(key, { value, until: this.#clock() + this.#ttlMs })
    const oldest = this.#entries.keys().next()
    if (this.#entries.size > this.#size && !oldest.done) this.#entries.delete(oldest.value)
    return value
  }

  forget(key: string): void {
    this.#forgotten += 1
    this.#entries.delete(key)
  }

  clear(): void {
    this.#forgotten += 1
    this.#entries.clear()
  }
}
