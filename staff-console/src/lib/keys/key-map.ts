/** Everything a letter does. Digits belong to the step at hand: a paper of the checklist, a bill, swear or affirm. */
export const keys = {
  'new-ticket': 'n',
  'add-service': 'a',
  correct: 'e',
  'change-service': 'v',
  copied: 'c',
  'not-acceptable': 'u',
  waive: 'w',
  deny: 'd',
  withdraw: 'o',
  'needs-information': 'i',
  hold: 'h',
  transfer: 't',
  return: 'b',
  'no-show': 'x',
  recall: 'r',
  undo: 'z',
  cancel: 'Delete',
  'pay-cash': 's',
  'pay-check': 'k',
  'pay-card': 'g',
  till: 'l',
  papers: 'p',
  colleagues: 'm',
  search: '/',
  help: '?',
} as const

export type Action = keyof typeof keys

export const primaryKeys = [' ', 'Enter'] as const

export type Pressed =
  { do: 'primary' } | { do: 'action'; action: Action } | { do: 'digit'; digit: number } | null

interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
}

/** What a key means. Keys held down and keys of the browser mean nothing, so that nothing happens twice. */
export const pressed = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyPress): Pressed => {
  if (ctrlKey || metaKey || altKey || repeat) return null
  if ((primaryKeys as readonly string[]).includes(key)) return { do: 'primary' }
  if (/^[1-9]$/.test(key)) return { do: 'digit', digit: Number(key) }
  const letter = key.length === 1 ? key.toLowerCase() : key
  const found = (Object.keys(keys) as Action[]).find((action) => keys[action] === letter)
  return found ? { do: 'action', action: found } : null
}

/** Whether a field has a use for a key. An amount has none for letters and Space: there they mean what they mean elsewhere. */
export const isWriting = (key: string, inputMode: string): boolean =>
  inputMode !== 'decimal' || !/^[a-z ?]$/i.test(key)

/** As the key is printed on a button. */
export const keyName = (action: Action): string => {
  const key = keys[action]
  return key.length === 1 ? key.toUpperCase() : 'Del'
}
