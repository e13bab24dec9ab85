import { keypadActions, type KeypadAction } from '../contract.ts'

/** The keys of one keypad as they were learned: usage on the keyboard page (07), by what it is for. */
export type KeyMap = Readonly<Partial<Record<KeypadAction, number>>>

/** The arrows, Enter, Backspace and function keys that most keypads come with; a keypad programmed otherwise is learned. */
export const usualKeys: KeyMap = {
  right: 0x4f,
  left: 0x50,
  down: 0x51,
  up: 0x52,
  select: 0x28,
  back: 0x2a,
  help: 0x3a,
  volume: 0x3b,
}

/** Reads boot keyboard reports (modifiers, reserved, up to six keys held) and gives the keys that went down with each. */
export const createKeyReader = (): ((report: Uint8Array) => readonly number[]) => {
  let held: readonly number[] = []
  return (report) => {
    // Where the device numbers its reports the id comes first.
    const keys = [...report.subarray(report.length - 6)].filter((usage) => usage > 3)
    const pressed = keys.filter((usage) => !held.includes(usage))
    held = keys
    return pressed
  }
}

export const actionOf = (keys: KeyMap, usage: number): KeypadAction | null =>
  keypadActions.find((action) => keys[action] === usage) ?? null

/** The reports of one key pressed and let go: for the emulated keypad. */
export const keyReports = (usage: number): Uint8Array[] => [
  Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0),
  new Uint8Array(8),
]
