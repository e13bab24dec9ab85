// USB HID Usage Tables 1.5, keyboard page (07), by the names that UI Events gives to the same keys.
const runs: readonly (readonly [first: number, codes: string])[] = [
  [0x28, 'Enter Escape Backspace Tab Space'],
  [0x39, 'CapsLock F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 PrintScreen ScrollLock Pause'],
  [0x49, 'Insert Home PageUp Delete End PageDown ArrowRight ArrowLeft ArrowDown ArrowUp NumLock'],
  [0x54, 'NumpadDivide NumpadMultiply NumpadSubtract NumpadAdd NumpadEnter'],
  [0x59, 'Numpad1 Numpad2 Numpad3 Numpad4 Numpad5 Numpad6 Numpad7 Numpad8 Numpad9 Numpad0 NumpadDecimal'],
  [0x65, 'ContextMenu'],
  [0x68, 'F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24'],
]

const usages = new Map(
  runs.flatMap(([first, codes]) => codes.split(' ').map((code, at) => [code, first + at] as const)),
)

/** The number by which a device agent knows the key, or null where it reads no such key. */
export const hidUsage = (code: string): number | null => usages.get(code) ?? null
