import type { HidDevice } from './hid-port.ts'
import { lightModel } from './status-light.ts'

export type HidKind = 'scanner' | 'keypad' | 'light'

/** The makers whose scanners speak HID-POS only after they are told to (feature report FE 01). */
const toldToPos: readonly number[] = [0x0c2e, 0x23d0]

export const needsPosMode = ({ vendorId }: HidDevice): boolean => toldToPos.includes(vendorId)

/** A reader of card stripes. It is never opened: no card number enters the system, not even in passing. */
export const isCardReader = ({ usagePage }: HidDevice): boolean => usagePage === 0x8e

export const kindOf = (device: HidDevice): HidKind | null => {
  if (isCardReader(device)) return null
  if (device.usagePage === 0x8c && device.usage === 0x02) return 'scanner'
  if (device.usagePage === 0x01 && (device.usage === 0x06 || device.usage === 0x07)) return 'keypad'
  return lightModel(device) === null ? null : 'light'
}

/** Which of the machine's devices is meant; what is left out may be any. */
export interface HidWanted {
  kind: HidKind
  vendorId?: number | undefined
  productId?: number | undefined
  serialNumber?: string | undefined
}

export const isWanted = (device: HidDevice, wanted: HidWanted): boolean =>
  kindOf(device) === wanted.kind &&
  (['vendorId', 'productId', 'serialNumber'] as const).every(
    (field) => wanted[field] === undefined || wanted[field] === device[field],
  )
