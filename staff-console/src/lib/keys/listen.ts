import type { Desk } from '../desk/desk.svelte.ts'
import { doPressed } from '../desk/press.ts'
import { isWriting, pressed } from './key-map.ts'

const fieldOf = ({ target }: KeyboardEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('input, textarea, select, [contenteditable]') : null

/**
 * A click leaves the focus where it was: else Space would press the clicked button again instead of doing the next step.
 * Sheets keep the browser's way, since keys rest there.
 */
export const keepFocus = (event: MouseEvent): void => {
  const { target } = event
  if (target instanceof Element && target.closest('button') && !target.closest('dialog'))
    event.preventDefault()
}

/**
 * Keys work the desk, except while someone types (Esc leaves the field), while a sheet lies over it, be it to sign in again, and on
 * a button that has the focus.
 */
export const listenToKeys = (desk: Desk, event: KeyboardEvent): void => {
  if (event.defaultPrevented || desk.panel || desk.session.standing.state !== 'signed-in') return
  const field = fieldOf(event)
  if (event.key === 'Escape') {
    field?.blur()
    desk.leaveUntouched()
  }
  if (field && isWriting(event.key, field.inputMode)) return
  const what = pressed(event)
  if (!what) return
  const onControl =
    event.target instanceof HTMLElement && event.target.closest('button, a, [role="button"]') !== null
  if (what.do === 'primary' && onControl) return
  event.preventDefault()
  void doPressed(desk, what)
}
