import type { Log } from '../log.ts'
import { isWanted, needsPosMode, type HidWanted } from './device-kind.ts'
import { HidUnavailableError, type HidDevice, type HidPort, type OpenHid } from './hid-port.ts'
import type { KeypadAction } from '../contract.ts'
import { actionOf, createKeyReader, usualKeys, type KeyMap } from './key-report.ts'
import { createScanReader } from './scan-report.ts'
import { createScannedText } from './scanned-text.ts'
import { lightModel, lightReport, type LightColor } from './status-light.ts'

/** A device of this agent, and where it is used: `window:<label>` or `kiosk:<device id>`. */
export interface HidConfig extends HidWanted {
  at: string
  keys?: KeyMap | undefined
}

export interface HidListener {
  scanned(at: string, text: string): void
  pressed(at: string, action: KeypadAction): void
}

export interface HidStation {
  start(): void
  /** The color of the lights at this place, now and whenever one is plugged in. */
  light(at: string, color: LightColor): void
  stop(): Promise<void>
}

interface Slot {
  config: HidConfig
  device: HidDevice | null
  open: OpenHid | null
}

export interface HidStationOptions {
  port: HidPort
  devices: readonly HidConfig[]
  listener: HidListener
  log: Log
  lookEveryMs?: number
}

/** Keeps every configured device open, through unplugging and plugging in; what the machine lacks is said once. */
export const createHidStation = (options: HidStationOptions): HidStation => {
  const { port, devices, listener, log, lookEveryMs = 2_000 } = options
  const slots = devices.map((config): Slot => ({ config, device: null, open: null }))
  const colors = new Map<string, LightColor>()
  /** devices that could not be opened, by path: said once, not every few seconds */
  const refused = new Set<string>()
  /** whether the latest look failed, which is said once */
  let isBlind = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const show = async ({ config, device, open }: Slot): Promise<void> => {
    const model = device === null ? null : lightModel(device)
    const color = colors.get(config.at)
    if (config.kind !== 'light' || open === null || model === null || color === undefined) return
    const { by, bytes } = lightReport(model, color)
    await (by === 'feature' ? open.sendFeature(bytes) : open.write(bytes))
  }

  const listen = ({ config: { kind, at, keys = usualKeys } }: Slot, open: OpenHid): void => {
    if (kind === 'scanner') {
      const read = createScanReader()
      const scannedText = createScannedText()
      open.onReport((report) => {
        const text = scannedText(read(report)?.text ?? '')
        if (text !== null) listener.scanned(at, text)
      })
    }
    if (kind === 'keypad') {
      const read = createKeyReader()
      open.onReport((report) => {
        for (const usage of read(report)) {
          const action = actionOf(keys, usage)
          if (action !== null) listener.pressed(at, action)
        }
      })
    }
  }

  const letGo = (slot: Slot): void => {
    const { open } = slot
    slot.device = null
    slot.open = null
    void open?.close().catch(() => {})
  }

  const leave = (slot: Slot): void => {
    const { config, open } = slot
    if (open === null) return
    letGo(slot)
    log('unplugged', { kind: config.kind, at: config.at })
  }

  const take = async (slot: Slot, device: HidDevice): Promise<void> => {
    const { kind, at } = slot.config
    const open = await port.open(device.path)
    if (stopped) return open.close()
    slot.device = device
    slot.open = open
    open.onGone(() => leave(slot))
    await show(slot)
    refused.delete(device.path)
    listen(slot, open)
    log('plugged', { kind, at, product: device.product })
    if (kind === 'scanner' && needsPosMode(device))
      await open
        .sendFeature(Uint8Array.of(0xfe, 0x01))
        .catch((error: unknown) => log('not-told-to-pos', { at, reason: String(error) })) // it may be in that mode already
  }

  const look = async (): Promise<void> => {
    const free = slots.filter(({ open }) => open === null)
    if (free.length === 0) return
    const taken = new Set(slots.map(({ device }) => device?.path))
    const present = (await port.list()).filter(({ path }) => !taken.has(path))
    for (const path of refused) if (!present.some((device) => device.path === path)) refused.delete(path)
    for (const slot of free) {
      const found = present.findIndex((device) => isWanted(device, slot.config))
      const [device] = found === -1 ? [] : present.splice(found, 1)
      if (device === undefined) continue
      await take(slot, device).catch((error: unknown) => {
        letGo(slot)
        if (refused.has(device.path)) return
        refused.add(device.path)
        log('not-opened', { kind: slot.config.kind, product: device.product, reason: String(error) })
      })
    }
  }

  const lookOn = (): void => {
    look()
      .then(() => {
        isBlind = false
        return true
      })
      .catch((error: unknown) => {
        if (!isBlind)
          log('hid-unavailable', { reason: error instanceof Error ? error.message : String(error) })
        isBlind = true
        return !(error instanceof HidUnavailableError)
      })
      .then((again) => {
        if (again && !stopped) timer = setTimeout(lookOn, lookEveryMs)
      })
      .catch(() => {})
  }

  return {
    start: () => {
      if (slots.length > 0) lookOn()
    },
    light: (at, color) => {
      if (colors.get(at) === color) return
      colors.set(at, color)
      for (const slot of slots) if (slot.config.at === at) void show(slot).catch(() => leave(slot))
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      for (const { config } of slots) colors.set(config.at, 'off')
      await Promise.allSettled(slots.map(show))
      await Promise.allSettled(slots.flatMap(({ open }) => (open === null ? [] : [open.close()])))
    },
  }
}
