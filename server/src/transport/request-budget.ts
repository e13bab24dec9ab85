/** How often something may happen by subject: a bucket of `burst`, refilled over `perMs`. Old subjects are dropped. */
export class RequestBudget {
  readonly #buckets = new Map<string, { left: number; at: number }>()
  readonly #burst: number
  readonly #perMs: number
  readonly #clock: () => number

  constructor(burst: number, perMs: number, clock: () => number = Date.now) {
    this.#burst = burst
    this.#perMs = perMs
    this.#clock = clock
  }

  /** @returns false when the budget is used up; then nothing is taken */
  take(subject: string): boolean {
    const now = this.#clock()
    const known = this.#buckets.get(subject)
    const refilled = known ? known.left + ((now - known.at) / this.#perMs) * this.#burst : this.#burst
    const left = Math.min(this.#burst, refilled)
    this.#buckets.delete(subject)
    this.#buckets.set(subject, { left: left >= 1 ? left - 1 : left, at: now })
    this.#dropOldest()
    return left >= 1
  }

  #dropOldest(): void {
    const oldest = this.#buckets.keys().next()
    if (this.#buckets.size > 10_000 && !oldest.done) this.#buckets.delete(oldest.value)
  }
}
