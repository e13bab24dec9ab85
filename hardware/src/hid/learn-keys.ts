import { kindOf } from './device-kind.ts'
import type { HidPort } from './hid-port.ts'
import { keypadActions, type KeypadAction } from '../contract.ts'
import { createKeyReader } from './key-report.ts'

export interface LearnOptions {
  port: HidPort
  say: (line: string) => void
  /** for a key that the keypad does not have */
  patienceMs?: number
}

const names: Record<KeypadAction, string> = {
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  select: 'Select, the key in the middle',
  back: 'Back',
  help: 'Help',
  volume: 'Volume',
  'headphones-in': 'plug the headphones in',
  'headphones-out': 'pull the headphones out',
}

/** Every keypad and keyboard of the machine is heard, for who learns a keypad need not know which one it is. */
export const learnKeys = async ({ port, say, patienceMs = 10_000 }: LearnOptions): Promise<void> => {
  const devices = (await port.list()).filter((device) => kindOf(device) === 'keypad')
  let pressed: (usage: number) => void = () => {}
  const opened = await Promise.all(
    devices.map(async ({ path }) => {
      const device = await port.open(path).catch(() => null)
      const read = createKeyReader()
      device?.onReport((report) => read(report).forEach((usage) => pressed(usage)))
      return device
    }),
  )
  if (opened.every((device) => device === null)) {
    say('There is no keypad that this user may open: see what the doctor says.')
    return
  }
  const nextKey = async (): Promise<number | null> => {
    const { promise, resolve } = Promise.withResolvers<number | null>()
    const patience = setTimeout(() => resolve(null), patienceMs)
    pressed = resolve
    const usage = await promise
    clearTimeout(patience)
    pressed = () => {}
    return usage
  }

  const keys: Partial<Record<KeypadAction, number>> = {}
  for (const action of keypadActions) {
    say(`Press: ${names[action]} (or wait, if there is none)`)
    const usage = await nextKey()
    const taken = keypadActions.find((other) => usage !== null && keys[other] === usage)
    if (usage === null) say('  left out')
    else if (taken !== undefined) say(`  this key is already ${names[taken]}: left out`)
    else {
      keys[action] = usage
      say(`  learned`)
    }
  }
  await Promise.allSettled(opened.flatMap((device) => (device === null ? [] : [device.close()])))
  say(`Put into the keypad's entry: "keys": ${JSON.stringify(keys)}`)
}
