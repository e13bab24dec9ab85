import type { DeviceInput, KeypadAction } from '@lobbyline/server/contract'

/** What a keypad that is a keyboard to the machine sends; one that the device agent reads does the same. */
const keys: Readonly<Record<Exclude<KeypadAction, 'select'>, string>> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  back: 'GoBack',
  help: 'F1',
  volume: 'F10',
  'headphones-in': 'F15',
  'headphones-out': 'F16',
}

const press = (action: KeypadAction): void => {
  const target = document.activeElement ?? document.body
  if (action !== 'select') {
    const key = keys[action]
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }))
    return
  }
  // A key made by a program presses no button by itself, and sends no answer.
  if (target instanceof HTMLInputElement) target.form?.requestSubmit()
  else if (target instanceof HTMLElement) target.click()
}

/** The field that has the focus, or else the page's own; a dialog above the page keeps it out of reach. */
const openField = (): HTMLInputElement | null => {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement) return activeElement
  return document.querySelector('dialog[open]') ? null : document.querySelector('main input')
}

/** A code goes into the field that is open, as if it had been typed there; where no field is, it is nothing. */
const write = (text: string): void => {
  const field = openField()
  if (!field) return
  field.value = field.maxLength > 0 ? text.slice(0, field.maxLength) : text
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** What was done at the keypad or the scanner of this kiosk. */
export const useDevice = (input: DeviceInput): void => {
  if (input.kind === 'key') press(input.action)
  else write(input.text)
}
