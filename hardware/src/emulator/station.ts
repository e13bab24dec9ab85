import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { PrinterCondition } from '../contract.ts'
import {
  createEmulatedPrinter,
  type Abilities,
  type CutSlip,
  type EmulatedPrinter,
} from './emulated-printer.ts'

/**
 * What can be wrong between a printer and its agent: the cable pulled; a socket that stays open and says nothing;
 * one byte a second; the printer switched off and on, which forgets its buffer. The last one is over at once.
 */
export type LineFault = 'unplugged' | 'silent' | 'slow' | 'reboot'

export type Fault = PrinterCondition | LineFault

export const faults = [
  ...(['ready', 'paper-low', 'paper-out', 'cover-open', 'error', 'offline'] as const),
  ...(['unplugged', 'silent', 'slow', 'reboot'] as const),
] as const satisfies readonly Fault[]

export interface StationOptions {
  /** 0 takes a free one */
  port: number
  dots: number
  abilities?: Partial<Abilities>
  slip(slip: CutSlip): void
  changed(): void
}

/** An emulated printer on a TCP port of this machine, and its cable. */
export interface Station {
  port: number
  device: EmulatedPrinter
  fault(): Fault
  isConnected(): boolean
  /** Now, or in the middle of a job, once so many more bytes have come. Any other one mends the line. */
  setFault(fault: Fault, afterBytes?: number): void
  /** Acts between two bytes, once so many more have come in. */
  after(bytes: number, act: () => void): void
  stop(): Promise<void>
}

const host = '127.0.0.1'
const slowMs = 1_000
const isLineFault = (fault: Fault): fault is LineFault =>
  fault === 'unplugged' || fault === 'silent' || fault === 'slow' || fault === 'reboot'

export const openStation = async (options: StationOptions): Promise<Station> => {
  let socket: Socket | null = null
  let line: Exclude<LineFault, 'reboot'> | 'sound' = 'sound'
  let trap: { bytesLeft: number; act: () => void } | null = null
  let onTheWay = Buffer.alloc(0)
  let drip: NodeJS.Timeout | undefined

  const device = createEmulatedPrinter(
    options.dots,
    {
      answer: (bytes) => line !== 'silent' && void socket?.write(bytes),
      slip: (slip) => options.slip(slip),
      changed: () => options.changed(),
    },
    options.abilities,
  )

  const deliver = (bytes: Buffer): void => {
    if (line === 'sound') device.receive(bytes)
    if (line === 'slow') onTheWay = Buffer.concat([onTheWay, bytes])
  }

  const take = (bytes: Buffer): void => {
    if (trap === null || trap.bytesLeft > bytes.length) {
      if (trap !== null) trap.bytesLeft -= bytes.length
      return deliver(bytes)
    }
    const { bytesLeft, act } = trap
    trap = null
    deliver(bytes.subarray(0, bytesLeft))
    act()
    if (socket !== null && bytesLeft < bytes.length) take(bytes.subarray(bytesLeft))
  }

  const hangUp = (): void => {
    const mine = socket
    socket = null
    mine?.destroy()
    onTheWay = Buffer.alloc(0)
    device.hangUp()
    options.changed()
  }

  const setLine = (next: typeof line): void => {
    line = next
    clearInterval(drip)
    if (line === 'slow')
      drip = setInterval(() => {
        device.receive(onTheWay.subarray(0, 1))
        onTheWay = onTheWay.subarray(1)
      }, slowMs)
    if (line !== 'sound') return
    device.receive(onTheWay)
    onTheWay = Buffer.alloc(0)
  }

  const apply = (fault: Fault): void => {
    setLine(isLineFault(fault) && fault !== 'reboot' ? fault : 'sound')
    if (fault === 'reboot') device.restart()
    if (fault === 'unplugged' || fault === 'reboot') hangUp()
    if (!isLineFault(fault)) device.setCondition(fault)
    options.changed()
  }

  /** A printer serves one connection at a time; a second one is turned away. */
  const server = createServer((mine) => {
    if (socket !== null || line === 'unplugged') return void mine.destroy()
    socket = mine
    mine.setNoDelay(true)
    mine.on('data', (bytes: Buffer) => mine === socket && take(bytes))
    mine.on('error', () => {})
    mine.on('close', () => mine === socket && hangUp())
    options.changed()
  })
  server.listen(options.port, host)
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    device,
    fault: () => (line === 'sound' ? device.condition() : line),
    isConnected: () => socket !== null,
    setFault: (fault, afterBytes) => {
      trap = null
      if (afterBytes === undefined) return apply(fault)
      if (isLineFault(fault)) return void (trap = { bytesLeft: afterBytes, act: () => apply(fault) })
      setLine('sound')
      device.setCondition(fault, afterBytes)
    },
    after: (bytes, act) => (trap = { bytesLeft: bytes, act }),
    stop: async () => {
      clearInterval(drip)
      socket?.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
