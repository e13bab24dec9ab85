import type { HidKind } from '../hid/device-kind.ts'
import { emulatedHid } from '../hid/emulated-hid.ts'
import type { HidDevice, HidPort } from '../hid/hid-port.ts'
import type { HidConfig } from '../hid/hid-station.ts'
import type { KeypadAction } from '../contract.ts'
import { keyReports, usualKeys } from '../hid/key-report.ts'
import { scanReports } from '../hid/scan-report.ts'
import { colorIn, type LightColor } from '../hid/status-light.ts'

export interface DeviceView {
  id: string
  kind: HidKind
  /** the printer that it stands beside */
  printer: string
  plugged: boolean
  /** what a light shows */
  color: LightColor
}

/** Scanners, keypads and lights beside the emulated printers, for an agent in the same process. */
export interface EmulatedDevices {
  port: HidPort
  /** as the agent's configuration names them */
  configs: readonly HidConfig[]
  views(): DeviceView[]
  scan(id: string, text: string): void
  press(id: string, action: KeypadAction): void
  setPlugged(id: string, plugged: boolean): void
}

interface Place {
  printer: string
  /** `window:<label>` or `kiosk:<device id>` */
  at: string
}

const hardwareOf: Record<HidKind, Omit<HidDevice, 'path' | 'serialNumber'>> = {
  scanner: { vendorId: 0x0c2e, productId: 0x0b07, usagePage: 0x8c, usage: 0x02, product: 'Emulated scanner' },
  keypad: { vendorId: 0x2047, productId: 0x0001, usagePage: 0x01, usage: 0x06, product: 'Emulated keypad' },
  light: { vendorId: 0x27b8, productId: 0x01ed, usagePage: 0xff00, usage: 0x01, product: 'Emulated light' },
}

const kindsAt = (at: string): readonly HidKind[] =>
  at.startsWith('window:') ? ['scanner', 'light'] : ['scanner', 'keypad']

export const emulateDevices = (places: readonly Place[], changed: () => void): EmulatedDevices => {
  const hid = emulatedHid(changed)
  const devices = places.flatMap(({ printer, at }) =>
    kindsAt(at).map((kind) => ({ id: `${printer}-${kind}`, kind, printer, at, plugged: true })),
  )
  const deviceOf = (id: string): (typeof devices)[number] => {
    const device = devices.find((each) => each.id === id)
    if (device === undefined) throw new RangeError(`There is no device ${id}`)
    return device
  }
  const plug = ({ id, kind }: (typeof devices)[number]): void =>
    hid.plug({ ...hardwareOf[kind], path: id, serialNumber: id })
  for (const device of devices) plug(device)

  return {
    port: hid,
    configs: devices.map(({ id, kind, at }) => ({ kind, at, serialNumber: id })),
    views: () =>
      devices.map(({ id, kind, printer, plugged }) => {
        const last = hid.written(id).at(-1)
        const color = kind === 'light' && last !== undefined ? colorIn(last) : null
        return { id, kind, printer, plugged, color: color ?? 'off' }
      }),
    scan: (id, text) => {
      for (const report of scanReports(text)) hid.report(deviceOf(id).id, report)
    },
    press: (id, action) => {
      for (const report of keyReports(usualKeys[action] ?? 0)) hid.report(deviceOf(id).id, report)
    },
    setPlugged: (id, plugged) => {
      const device = deviceOf(id)
      if (device.plugged === plugged) return
      device.plugged = plugged
      if (plugged) plug(device)
      else hid.unplug(id)
      changed()
    },
  }
}
