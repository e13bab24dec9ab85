import { secretIn } from './scanned.ts'

const isEmpty = ({ value }: HTMLInputElement): boolean => value === ''

/** An amount is no code, nor is a password; and the search finds by itself what is scanned while it is open. */
const takesCodes = ({ type, inputMode }: HTMLInputElement): boolean =>
  (type === 'text' || type === 'tel') && inputMode !== 'decimal'

const write = (field: HTMLInputElement, text: string): void => {
  field.value = field.maxLength > 0 ? text.slice(0, field.maxLength) : text
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/**
 * A code goes where its number is asked for, as if it had been typed there: into the field that has the focus, or the first that
 * waits for the number of what is handed over. A ticket's is asked for nowhere.
 * @returns whether there is such a field
 */
export const writeScan = (scanned: string): boolean => {
  const text = scanned.trim()
  if (secretIn(text) !== null) return false
  const { activeElement } = document
  const focused = activeElement instanceof HTMLInputElement ? activeElement : null
  const handedOver = [...document.querySelectorAll<HTMLInputElement>('[data-focus="hand-over"]')]
  const isElsewhere = focused
    ? !handedOver.includes(focused)
    : document.querySelector('dialog[open]') !== null
  if (isElsewhere) {
    if (!focused || !takesCodes(focused)) return false
    write(focused, text)
    return true
  }
  const field = focused && isEmpty(focused) ? focused : (handedOver.find(isEmpty) ?? focused)
  if (!field) return false
  write(field, text)
  ;(handedOver.find(isEmpty) ?? field).focus()
  return true
}
