import { keypadActions } from '@lobbyline/server/contract'
import type { KeypadAction } from '@lobbyline/server/contract'
import { hidUsage } from '#lib/input/hid-usage.ts'
import { actionOfCode, learn } from '#lib/input/learned-keys.ts'
import type { LearnedKeys } from '#lib/input/learned-keys.ts'
import { keyWords } from './key-words.ts'

/** Asks for one key after the other; after the last one each key that is pressed shows what it is. */
export class Learning {
  #keys = $state.raw<LearnedKeys>({})
  #at = $state(0)
  #problem = $state<string | null>(null)
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

  get problem(): string | null {
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
      if (this.#tried === null)
        this.#problem = `This key (${event.code || event.key}) was not learned: the screen takes it as any keyboard’s.`
      return
    }
    const learned = learn(this.#keys, asked, event)
    switch (learned.type) {
      case 'character':
        this.#problem = `This key writes “${event.key}”, as scanners do. Set it to another one with the maker’s tool, such as F13, or skip it.`
        return
      case 'taken':
        this.#problem = `This key is ${keyWords[learned.by].name} already. Press another one, or skip it.`
        return
      case 'learned':
        this.#keys = learned.keys
        this.#at += 1
    }
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
