export type Direction = 'up' | 'down' | 'left' | 'right'

export type KeypadAction = Direction | 'back' | 'help' | 'louder' | 'softer' | 'listen' | 'curtain'

/**
 * What a key of the accessible keypad means. Such a keypad is a keyboard to the machine; so every other keyboard works too.
 * Select is Enter, which buttons know by themselves.
 */
const actions: Readonly<Record<string, KeypadAction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Escape: 'back',
  BrowserBack: 'back',
  GoBack: 'back',
  F1: 'help',
  Help: 'help',
  F2: 'listen',
  F3: 'curtain',
  AudioVolumeUp: 'louder',
  F10: 'louder',
  AudioVolumeDown: 'softer',
  F9: 'softer',
}

export const keypadAction = (key: string): KeypadAction | null =>
  Object.hasOwn(actions, key) ? (actions[key] ?? null) : null

export const isDirection = (action: KeypadAction): action is Direction =>
  action === 'up' || action === 'down' || action === 'left' || action === 'right'

/** In writing that runs from the right, the arrow that points there goes back. */
export const inReadingOrder = (direction: Direction, writing: 'ltr' | 'rtl'): Direction => {
  if (writing === 'ltr' || direction === 'up' || direction === 'down') return direction
  return direction === 'left' ? 'right' : 'left'
}
