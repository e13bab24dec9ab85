import type { DeviceInput } from '@lobbyline/server/contract'
import { savedKeys } from '#lib/input/learned-keys.ts'
import { listenToOwnKeys } from '#lib/input/own-keys.ts'
import { listenForScans } from '#lib/input/wedge.ts'
import { hear } from './device-ways.ts'
import type { Kiosk } from './kiosk.svelte.ts'

/** The scanner and the keypad at this screen that type into the page; what an agent reads of the same keypad is its echo. @returns stops it */
export const listenToDevices = (kiosk: Kiosk): (() => void) => {
  const act = (input: DeviceInput): void => hear(kiosk, input)
  const keys = listenToOwnKeys(savedKeys(), act)
  const endScans = listenForScans((text) => act({ kind: 'scan', text }))
  kiosk.isEcho = keys.isEcho
  return () => {
    kiosk.isEcho = () => false
    endScans()
    keys.end()
  }
}
