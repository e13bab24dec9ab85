import { randomUUID } from 'node:crypto'
import type { Abilities, CutSlip } from './emulated-printer.ts'
import { emulateDevices, type EmulatedDevices } from './emulated-devices.ts'
import { servePaper, type PaperServer } from './paper-server.ts'
import { openStation, type Fault, type Station } from './station.ts'

export type { Fault } from './station.ts'

export interface EmulatorOptions {
  /** port 0 takes a free one */
  printers: readonly {
    id: string
    name?: string
    port: number
    dots?: number
    /** a place, `window:<label>` or `kiosk:<device id>`, has a scanner besides, and a light or a keypad */
    at?: string
    abilities?: Partial<Abilities>
  }[]
  httpPort: number
}

export interface EmulatedSlip extends CutSlip {
  id: string
  /** ISO 8601 */
  at: string
  printer: string
}

export interface PrinterView {
  id: string
  name: string
  port: number
  condition: Fault
  connected: boolean
  drawerOpen: boolean
}

export interface Emulator {
  /** TCP port of each printer, by id */
  ports: Readonly<Record<string, number>>
  httpPort: number
  printers(): PrinterView[]
  /** newest first */
  slips(printerId?: string): EmulatedSlip[]
  setCondition(printerId: string, condition: Fault, afterBytes?: number): void
  closeDrawer(printerId: string): void
  devices: EmulatedDevices
  stop(): Promise<void>
}

interface Placed {
  id: string
  name: string
  station: Station
}

const keptSlips = 200
const host = '127.0.0.1'

/** Receipt printers on TCP ports of this machine, and a page that shows their paper and breaks them on request. */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  const stations = new Map<string, Placed>()
  const ports: Record<string, number> = {}
  let slips: EmulatedSlip[] = []
  let page: PaperServer | null = null

  const places = options.printers.flatMap(({ id, at }) => (at === undefined ? [] : [{ printer: id, at }]))
  const devices = emulateDevices(places, () => page?.devicesChanged())

  const stationOf = (printerId: string): Station => {
    const placed = stations.get(printerId)
    if (placed === undefined) throw new RangeError(`There is no printer ${printerId}`)
    return placed.station
  }

  for (const { id, name = id, port, dots = 576, abilities = {} } of options.printers) {
    const station = await openStation({
      ...{ port, dots, abilities },
      changed: () => page?.printersChanged(),
      slip: (cut) => {
        const slip = { ...cut, id: randomUUID(), at: new Date().toISOString(), printer: id }
        slips = [slip, ...slips].slice(0, keptSlips)
        page?.slipCut(slip)
      },
    })
    stations.set(id, { id, name, station })
    ports[id] = station.port
  }

  const emulator: Omit<Emulator, 'httpPort' | 'stop'> = {
    ports,
    printers: () =>
      Array.from(stations.values(), ({ id, name, station }) => ({
        id,
        name,
        port: station.port,
        condition: station.fault(),
        connected: station.isConnected(),
        drawerOpen: station.device.drawerOpen(),
      })),
    slips: (printerId) => slips.filter(({ printer }) => printerId === undefined || printer === printerId),
    setCondition: (printerId, condition, afterBytes) => stationOf(printerId).setFault(condition, afterBytes),
    devices,
    closeDrawer: (printerId) => stationOf(printerId).device.closeDrawer(),
  }
  page = await servePaper(emulator, host, options.httpPort)

  return {
    ...emulator,
    httpPort: page.port,
    stop: async () => {
      await Promise.all([page?.stop(), ...Array.from(stations.values(), ({ station }) => station.stop())])
    },
  }
}
