import type { Fact } from '../domain/fact.ts'
import type { PrintJob } from '../domain/slip.ts'
import type { OfficeState } from '../domain/state.ts'
import type { OfficeLog } from './log.ts'
import { loggable } from './database-error.ts'
import type { FactsBatch } from './office.ts'

interface Waiter {
  seq: number
  resolve: () => void
}

/**
 * What this node knows of the office, and who wants to hear of it. The state is only ever what is stored: nothing gets here before
 * its commit, so an outcome that nobody knows leaves nothing to take back.
 */
export class LiveOffice {
  #state: OfficeState
  readonly #log: OfficeLog
  readonly #onFacts = new Set<(batch: FactsBatch) => void>()
  readonly #onReset = new Set<() => void>()
  #waiters: Waiter[] = []

  constructor(state: OfficeState, log: OfficeLog) {
    this.#state = state
    this.#log = log
  }

  get state(): OfficeState {
    return this.#state
  }

  /** Takes over the state that stored facts have led to, and tells everyone. */
  advance(state: OfficeState, facts: readonly Fact[], jobs: readonly PrintJob[]): void {
    const after = this.#state.seq
    this.#state = state
    if (facts.length > 0) {
      const batch: FactsBatch = { after, upTo: state.seq, hash: state.hash, facts, jobs }
      this.#tell(this.#onFacts, (listener) => listener(batch))
    }
    this.#answerWaiters()
  }

  /** Another history: everyone has to begin again. */
  reset(state: OfficeState): void {
    this.#state = state
    this.#tell(this.#onReset, (listener) => listener())
    this.#answerWaiters()
  }

  onFacts(listener: (batch: FactsBatch) => void): () => void {
    this.#onFacts.add(listener)
    return () => this.#onFacts.delete(listener)
  }

  onReset(listener: () => void): () => void {
    this.#onReset.add(listener)
    return () => this.#onReset.delete(listener)
  }

  waitFor(seq: number, timeoutMs: number): Promise<void> {
    if (this.#state.seq >= seq) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        seq,
        resolve: () => {
          clearTimeout(timeout)
          resolve()
        },
      }
      const timeout = setTimeout(() => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter)
        reject(new Error(`the office has not come to fact ${seq} in ${timeoutMs} ms`))
      }, timeoutMs)
      this.#waiters.push(waiter)
    })
  }

  #answerWaiters(): void {
    if (this.#waiters.length === 0) return
    const ready = this.#waiters.filter(({ seq }) => seq <= this.#state.seq)
    this.#waiters = this.#waiters.filter(({ seq }) => seq > this.#state.seq)
    for (const { resolve } of ready) resolve()
  }

  /** A listener that throws is told to the log; it neither stops the line nor the other listeners. */
  #tell<Listener>(listeners: ReadonlySet<Listener>, call: (listener: Listener) => void): void {
    for (const listener of listeners) {
      try {
        call(listener)
      } catch (error) {
        this.#log.error(loggable(error), 'a listener of the office failed')
      }
    }
  }
}
