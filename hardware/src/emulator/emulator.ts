import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import type { PrinterCondition } from '../contract.ts'
import { createEmulatedPrinter, type CutSlip, type EmulatedPrinter } from './emulated-printer.ts'
import { servePaper, type PaperServer } from './paper-server.ts'

export interface EmulatorOptions {
  /** port 0 takes a free one */
  printers: readonly { id: string; name?: string; port: number; dots?: number }[]
  httpPort: number
}

export interface EmulatedSlip extends CutSlip {
  id: string
  /** ISO 8601 */
  at: string
  printer: string
}

/** What can be wrong with a printer: a condition it tells itself, or its cable pulled. */
export type Fault = PrinterCondition | 'unplugged'

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
  stop(): Promise<void>
}

interface Station {
  id: string
  name: string
  device: EmulatedPrinter
  server: Server
  socket: Socket | null
  unplugged: boolean
}

const keptSlips = 200
const host = '127.0.0.1'

const listen = async (server: Server, port: number): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  await promise
  return (server.address() as AddressInfo).port
}

const closed = (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  return promise
}

/** Receipt printers on TCP ports of this machine, and a page that shows their paper and breaks them on request. */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  const stations = new Map<string, Station>()
  const ports: Record<string, number> = {}
  let slips: EmulatedSlip[] = []
  let page: PaperServer | null = null

  const stationOf = (printerId: string): Station => {
    const station = stations.get(printerId)
    if (station === undefined) throw new RangeError(`There is no printer ${printerId}`)
    return station
  }

  /** A printer serves one connection at a time; a second one is turned away. */
  const serve = (station: Station, socket: Socket): void => {
    if (station.socket !== null || station.unplugged) return void socket.destroy()
    station.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes: Buffer) => station.device.receive(bytes))
    socket.on('error', () => {})
    socket.on('close', () => {
      station.socket = null
      station.device.hangUp()
      page?.printersChanged()
    })
    page?.printersChanged()
  }

  for (const { id, name = id, port, dots = 576 } of options.printers) {
    const device = createEmulatedPrinter(dots, {
      answer: (bytes) => void station.socket?.write(bytes),
      changed: () => page?.printersChanged(),
      slip: (cut) => {
        const slip = { ...cut, id: randomUUID(), at: new Date().toISOString(), printer: id }
        slips = [slip, ...slips].slice(0, keptSlips)
        page?.slipCut(slip)
      },
    })
    const server = createTcpServer((socket) => serve(station, socket))
    const station: Station = { id, name, device, server, socket: null, unplugged: false }
    stations.set(id, station)
    ports[id] = await listen(server, port)
  }

  const emulator: Omit<Emulator, 'httpPort' | 'stop'> = {
    ports,
    printers: () =>
      Array.from(stations.values(), ({ id, name, device, socket, unplugged }) => ({
        id,
        name,
        port: ports[id] ?? 0,
        condition: unplugged ? 'unplugged' : device.condition(),
        connected: socket !== null,
        drawerOpen: device.drawerOpen(),
      })),
    slips: (printerId) => slips.filter(({ printer }) => printerId === undefined || printer === printerId),
    setCondition: (printerId, condition, afterBytes) => {
      const station = stationOf(printerId)
      station.unplugged = condition === 'unplugged'
      if (condition === 'unplugged') station.socket?.destroy()
      else station.device.setCondition(condition, afterBytes)
      page?.printersChanged()
    },
    closeDrawer: (printerId) => stationOf(printerId).device.closeDrawer(),
  }
  page = await servePaper(emulator, host, options.httpPort)

  return {
    ...emulator,
    httpPort: page.port,
    stop: async () => {
      for (const { socket } of stations.values()) socket?.destroy()
      await Promise.all([page?.stop(), ...Array.from(stations.values(), ({ server }) => closed(server))])
    },
  }
}
