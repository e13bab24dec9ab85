import { keypadActions } from '@lobbyline/server/contract'
import type { KeypadAction } from '@lobbyline/server/contract'

/** The keys of this screen's own keypad as they were learned: by what each is for, its code (`KeyboardEvent.code`). */
export type LearnedKeys = Readonly<Partial<Record<KeypadAction, string>>>

const place = 'lobbyline-keypad'

const read = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}

/** What is no action, or no code, is passed over. */
export const learnedKeysIn = (text: string | null): LearnedKeys => {
  const found = Object(read(text)) as Record<string, unknown>
  return Object.fromEntries(
    keypadActions.flatMap((action) => {
      const code = Object.hasOwn(found, action) ? found[action] : undefined
      return typeof code === 'string' && /^\w{1,30}$/.test(code) ? [[action, code]] : []
    }),
  )
}

/** They stay in this browser, which holds nothing of a resident. */
export const savedKeys = (storage: Pick<Storage, 'getItem'> = localStorage): LearnedKeys =>
  learnedKeysIn(storage.getItem(place))

export const saveKeys = (keys: LearnedKeys, storage: Pick<Storage, 'setItem'> = localStorage): void =>
  storage.setItem(place, JSON.stringify(keys))

export const actionOfCode = (keys: LearnedKeys, code: string): KeypadAction | null =>
  keypadActions.find((action) => keys[action] === code) ?? null

/** What came of a key that was pressed when one was asked for. */
export type Learned =
  { type: 'learned'; keys: LearnedKeys } | { type: 'taken'; by: KeypadAction } | { type: 'character' }

/** A key that writes a character is left to scanners and keyboards: a code that is scanned must press nothing. */
export const learn = (
  keys: LearnedKeys,
  action: KeypadAction,
  { key, code }: Pick<KeyboardEvent, 'key' | 'code'>,
): Learned => {
  if (key.length === 1) return { type: 'character' }
  const by = actionOfCode(keys, code)
  return by !== null && by !== action
    ? { type: 'taken', by }
    : { type: 'learned', keys: { ...keys, [action]: code } }
}
