import type { KeypadAction } from '@lobbyline/server/contract'

/** What each key is for. Read by who sets the kiosk up, not by residents: in English, as the instructions are. */
export const keyWords: Readonly<Record<KeypadAction, { name: string; does: string }>> = {
  up: { name: 'Up', does: 'goes back to what is above' },
  down: { name: 'Down', does: 'goes on to what is below' },
  left: { name: 'Left', does: 'goes left among keys and days' },
  right: { name: 'Right', does: 'goes right among keys and days' },
  select: { name: 'Select', does: 'chooses; the key in the middle' },
  back: { name: 'Back', does: 'goes to the page before' },
  help: { name: 'Help', does: 'tells what the keys do' },
  volume: { name: 'Volume', does: 'makes the voice louder' },
  'headphones-in': { name: 'Headphones in', does: 'begins the voice: plug them in' },
  'headphones-out': { name: 'Headphones out', does: 'ends the voice: pull them out' },
}
