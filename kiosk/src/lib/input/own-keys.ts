import type { DeviceInput } from '@lobbyline/server/contract'
import { jackEvent } from '#lib/speech/jack.ts'
import { Echoes } from './echoes.ts'
import { keypadAction } from './keypad.ts'
import { actionOfCode } from './learned-keys.ts'
import type { LearnedKeys } from './learned-keys.ts'

const isKnown = ({ key, code }: KeyboardEvent): boolean =>
  key === 'Enter' || key === ' ' || keypadAction(key) !== null || jackEvent(code) !== null

/** The keypad of this screen, by whichever way its keys come. */
export interface OwnKeys {
  /** Whether a device agent tells again of a key that this page has just heard itself. */
  isEcho: (input: DeviceInput) => boolean
  end(): void
}

/**
 * A keypad is a keyboard to the machine, so that its keys come to this page; where a device agent reads it too, each press
 * comes a second time. Keys that were learned act as what they were learned for.
 */
export const listenToOwnKeys = (keys: LearnedKeys, act: (input: DeviceInput) => void): OwnKeys => {
  const echoes = new Echoes()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return
    const action = actionOfCode(keys, event.code)
    if (action === null && !isKnown(event)) return
    echoes.expect(event.timeStamp)
    if (action === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat) act({ kind: 'key', action })
  }
  addEventListener('keydown', onKeyDown, { capture: true })
  return {
    isEcho: (input) => input.kind === 'key' && echoes.take(performance.now()),
    end: () => removeEventListener('keydown', onKeyDown, { capture: true }),
  }
}
