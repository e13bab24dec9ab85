import type { Command } from '../domain/command.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import { timers } from '../domain/timers.ts'
import type { SubmitResult } from './office.ts'

/** A clock may be set meanwhile: nothing is waited for longer without looking again. */
const longestMs = 30_000
/** What a day of facts sets and clears is looked at in one go. */
const settleMs = 50

export interface DueTimersParts {
  state: () => OfficeState
  clock: () => Instant
  submit: (command: Command, key: string) => Promise<SubmitResult>
}

/**
 * Gives the system's commands when they are due. Every node does; their key is the subject and the moment, so that each happens
 * once. A command that was answered is not given again, whatever the answer.
 */
export class DueTimers {
  readonly #parts: DueTimersParts
  readonly #given = new Set<string>()
  #timeout: NodeJS.Timeout | undefined
  #looksAt = Infinity

  constructor(parts: DueTimersParts) {
    this.#parts = parts
  }

  /** The state has changed. */
  changed(): void {
    this.#lookIn(settleMs)
  }

  stop(): void {
    clearTimeout(this.#timeout)
    this.#looksAt = -Infinity
  }

  #lookIn(ms: number): void {
    const at = performance.now() + ms
    if (at >= this.#looksAt) return
    clearTimeout(this.#timeout)
    this.#looksAt = at
    this.#timeout = setTimeout(() => this.#look(), ms).unref()
  }

  #look(): void {
    if (this.#looksAt === -Infinity) return
    this.#looksAt = Infinity
    const now = this.#parts.clock()
    const all = timers(this.#parts.state()).map(({ key, due, command }) => ({
      key: `${command.kind}:${key}`,
      due,
      command,
    }))
    const keys = new Set(all.map(({ key }) => key))
    for (const key of this.#given) if (!keys.has(key)) this.#given.delete(key)
    let nextMs = longestMs
    for (const { key, due, command } of all) {
      if (this.#given.has(key)) continue
      if (due <= now) void this.#give(command, key)
      else nextMs = Math.min(nextMs, due - now)
    }
    this.#lookIn(nextMs)
  }

  async #give(command: Command, key: string): Promise<void> {
    this.#given.add(key)
    const result = await this.#parts.submit(command, key)
    if (!result.ok && (result.code === 'outcome-unknown' || result.code === 'internal')) {
      this.#given.delete(key)
      this.#lookIn(1_000)
    }
  }
}
