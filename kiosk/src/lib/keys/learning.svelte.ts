import { keypadActions } from '@lobbyline/server/contract'
import type { KeypadAction } from '@lobbyline/server/contract'
import { hidUsage } from '#lib/input/hid-usage.ts'
import { actionOfCode, learn } from '#lib/input/learned-keys.ts'
import type { LearnedKeys } from '#lib/input/learned-keys.ts'

/** Why the key that was pressed last is not what was asked for. */
export type KeyProblem =
  { type: 'character'; key: string } | { type: 'taken'; by: KeypadAction } | { type: 'unknown'; key: string }

/** Asks for one key after the other; after the last one each key that is pressed shows what it is. */
export class Learning {
  #keys = $state.raw<LearnedKeys>({})
  #at = $state(0)
  #problem = $state.raw<KeyProblem | null>(null)
  #tried = $state<KeypadAction | null>(null)

  constructor(keys: LearnedKeys) {
    this.#keys = keys
    if (Object.keys(keys).length > 0) this.#at = keypadActions.length
  }

  get keys(): LearnedKeys {
    return this.#keys
  }

  /** the one that is asked for now; null when all have been */
  get asked(): KeypadAction | null {
    return keypadActions[this.#at] ?? null
  }

  get problem(): KeyProblem | null {
    return this.#problem
  }

  /** what the key was that was pressed last, after all were asked for */
  get tried(): KeypadAction | null {
    return this.#tried
  }

  /** For the device agent's file: what it can read of them, by the numbers that it sees. */
  get agentKeys(): string {
    const usages = keypadActions.flatMap((action) => {
      const usage = hidUsage(this.#keys[action] ?? '')
      return usage === null ? [] : [[action, usage] as const]
    })
    return `"keys": ${JSON.stringify(Object.fromEntries(usages))}`
  }

  press(event: Pick<KeyboardEvent, 'key' | 'code'>): void {
    this.#problem = null
    const { asked } = this
    if (asked === null) {
      this.#tried = actionOfCode(this.#keys, event.code)
      if (this.#tried === null) this.#problem = { type: 'unknown', key: event.code || event.key }
      return
    }
    const learned = learn(this.#keys, asked, event)
    if (learned.type === 'learned') {
      this.#keys = learned.keys
      this.#at += 1
    } else this.#problem = learned.type === 'taken' ? learned : { type: 'character', key: event.key }
  }

  skip(): void {
    const { asked } = this
    if (asked === null) return
    this.#keys = Object.fromEntries(Object.entries(this.#keys).filter(([action]) => action !== asked))
    this.#problem = null
    this.#at += 1
  }

  startAgain(): void {
    this.#keys = {}
    this.#at = 0
    this.#problem = null
    this.#tried = null
  }
}
