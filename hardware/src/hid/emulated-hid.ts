import type { HidDevice, HidPort } from './hid-port.ts'

export interface EmulatedHid extends HidPort {
  plug(device: HidDevice): void
  unplug(path: string): void
  /** The device speaks; nobody hears it while it is not open. */
  report(path: string, report: Uint8Array): void
  /** everything written to it since it was plugged in: reports and feature reports */
  written(path: string): readonly Uint8Array[]
  isOpen(path: string): boolean
}

interface Plugged {
  device: HidDevice
  written: Uint8Array[]
  heard: ((report: Uint8Array) => void) | null
  gone: (() => void) | null
}

/** Devices in memory, for tests and for the emulator's page; `written` is called when one is written to. */
export const emulatedHid = (written: () => void = () => {}): EmulatedHid => {
  const plugged = new Map<string, Plugged>()
  return {
    plug: (device) => void plugged.set(device.path, { device, written: [], heard: null, gone: null }),
    unplug: (path) => {
      const { gone } = plugged.get(path) ?? {}
      plugged.delete(path)
      gone?.()
    },
    report: (path, report) => plugged.get(path)?.heard?.(report),
    written: (path) => plugged.get(path)?.written ?? [],
    isOpen: (path) => plugged.get(path)?.heard != null,
    list: () => Promise.resolve(Array.from(plugged.values(), ({ device }) => device)),
    open: (path) => {
      const mine = plugged.get(path)
      if (mine === undefined) return Promise.reject(new Error(`There is no device at ${path}`))
      const take = (report: Uint8Array): Promise<void> => {
        if (plugged.get(path) !== mine) return Promise.reject(new Error('gone'))
        mine.written.push(Uint8Array.from(report))
        written()
        return Promise.resolve()
      }
      return Promise.resolve({
        onReport: (listener) => (mine.heard = listener),
        onGone: (listener) => (mine.gone = listener),
        write: take,
        sendFeature: take,
        close: () => {
          mine.heard = null
          mine.gone = null
          return Promise.resolve()
        },
      })
    },
  }
}
