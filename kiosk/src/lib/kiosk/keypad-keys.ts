import { isDirection, keypadAction } from '#lib/input/keypad.ts'
import type { KeypadAction } from '#lib/input/keypad.ts'
import { walkFocus } from '#lib/input/walk-focus.ts'
import type { Kiosk } from './kiosk.svelte.ts'

/** Within a field the arrows to the sides move the caret. */
const movesCaret = ({ target }: KeyboardEvent, action: KeypadAction): boolean =>
  target instanceof HTMLInputElement && (action === 'left' || action === 'right')

const goBack = (kiosk: Kiosk): void => {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]')
  if (dialog) dialog.requestClose()
  else kiosk.back()
}

const act = (kiosk: Kiosk, action: KeypadAction): void => {
  if (isDirection(action)) {
    walkFocus(action)
    return
  }
  switch (action) {
    case 'back':
      return goBack(kiosk)
    case 'help':
      return kiosk.ask('keypad')
    case 'louder':
      return kiosk.speaker.changeVolume(1)
    case 'softer':
      return kiosk.speaker.changeVolume(-1)
    case 'listen':
      return kiosk.speaker.turn(!kiosk.speaker.isOn)
    case 'curtain':
      return kiosk.toggleCurtain()
  }
}

/** The whole screen by keys alone. A key that is held acts once: hands that shake hold keys long. */
export const listenToKeys = (kiosk: Kiosk, event: KeyboardEvent): void => {
  kiosk.notice()
  if (event.repeat) {
    event.preventDefault()
    return
  }
  const action = keypadAction(event.key)
  if (action === null || event.defaultPrevented || movesCaret(event, action)) return
  // Escape too: by itself it would close a dialog, and the second time without telling anyone.
  event.preventDefault()
  act(kiosk, action)
}
