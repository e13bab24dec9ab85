import type { WindowLight } from '../contract.ts'
import type { HidDevice } from './hid-port.ts'

export type LightColor = 'off' | 'green' | 'amber' | 'red'

/** Free is green, called is amber, somebody at the window is red; a closed window is dark. */
export const lightColors: Readonly<Record<WindowLight, LightColor>> = {
  closed: 'off',
  free: 'green',
  called: 'amber',
  serving: 'red',
}

const rgb: Record<LightColor, readonly [number, number, number]> = {
  off: [0, 0, 0],
  green: [0, 160, 40],
  amber: [255, 110, 0],
  red: [220, 0, 0],
}

const blink1 = { vendorId: 0x27b8, productId: 0x01ed }
const luxafor = { vendorId: 0x04d8, productId: 0xf372 }

type Model = 'blink1' | 'luxafor'

export const lightModel = ({
  vendorId,
  productId,
}: Pick<HidDevice, 'vendorId' | 'productId'>): Model | null => {
  if (vendorId === blink1.vendorId && productId === blink1.productId) return 'blink1'
  return vendorId === luxafor.vendorId && productId === luxafor.productId ? 'luxafor' : null
}

/** How a light is told its color: blink(1) by a feature report that fades in 100 ms, Luxafor by an output report to all its LEDs. */
export const lightReport = (
  model: Model,
  color: LightColor,
): { by: 'feature' | 'output'; bytes: Uint8Array } => {
  const [red, green, blue] = rgb[color]
  switch (model) {
    case 'blink1':
      return { by: 'feature', bytes: Uint8Array.of(0x01, 0x63, red, green, blue, 0x00, 0x0a, 0x00, 0x00) }
    case 'luxafor':
      return { by: 'output', bytes: Uint8Array.of(0x00, 0x01, 0xff, red, green, blue, 0x00, 0x00, 0x00) }
  }
}

/** The color that the report of a light means: for the emulated one. */
export const colorIn = (bytes: Uint8Array): LightColor | null => {
  const [red, green, blue] = bytes[0] === 0x01 ? bytes.subarray(2, 5) : bytes.subarray(3, 6)
  const found = Object.entries(rgb).find(([, one]) => one[0] === red && one[1] === green && one[2] === blue)
  return (found?.[0] as LightColor | undefined) ?? null
}
