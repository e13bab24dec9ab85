import { io, type Socket } from 'socket.io-client'
import {
  liveNamespace,
  liveTransports,
  protocolVersion,
  type ClientEvents,
  type LiveAuth,
  type PrinterCondition,
  type ServerEvents,
  type WindowLight,
} from './contract.ts'
import type { Log } from './log.ts'

export interface ServerListener {
  job(message: unknown): void
  /** All printers that the server knows to be at this agent; told whenever it comes back to it. */
  known(printerIds: readonly string[]): void
  /** What the server holds a printer's condition to be; it takes a printer for offline while it does not see us. */
  believed(printerId: string, condition: PrinterCondition): void
  /** The server's clock, in epoch milliseconds, as often as it tells it. */
  clock(now: number): void
  /** What the windows' lights have to show, by label: at once and at each change. */
  lights(lights: Readonly<Record<string, WindowLight>>): void
  /** Whether we speak for our device: not, while another agent does so with the same token. */
  speaks(speaks: boolean): void
}

export interface ServerConnection {
  /** A device was used; while there is no connection nobody is told, for then no screen could act on it. */
  used(input: UsedDevice): void
  close(): void
}

export type UsedDevice = Parameters<ClientEvents['input']>[0]

export interface ServerConnectionOptions {
  serverUrl: string
  deviceToken: string
  /** which journal the agent keeps */
  journal: string
  log: Log
}

const firstRetryMs = 250
const longestRetryMs = 10_000
/** A connection that lasted this long was a good one: the next attempt comes quickly again. */
const steadyMs = 10_000

/** What really happened, like a certificate that nobody vouches for, the library keeps to one side. */
const reasonOf = ({ message, description }: Error & { description?: unknown }): string => {
  const { message: cause } = Object(description) as { message?: unknown }
  return typeof cause === 'string' ? `${message}: ${cause}` : message
}

/**
 * The agent's one outgoing connection, made again whenever it ends. The library does so by itself for a lost
 * line; a refused handshake and a connection ended by the server are tried again here, for an enrollment or an
 * update may still mend them. One that another agent with the same token has replaced waits until that one is gone:
 * it never takes the device back, or both would do so without end.
 */
export const connectToServer = (
  { serverUrl, deviceToken, journal, log }: ServerConnectionOptions,
  listener: ServerListener,
): ServerConnection => {
  let yields = false
  const auth = (): LiveAuth => ({
    ...{ token: deviceToken, audience: 'agent', protocol: protocolVersion, journal },
    ...(yields ? { yields } : {}),
  })
  const socket: Socket<ServerEvents, ClientEvents> = io(new URL(liveNamespace, serverUrl).href, {
    transports: [...liveTransports],
    auth: (give) => give(auth()),
    reconnectionDelay: firstRetryMs,
    reconnectionDelayMax: longestRetryMs,
    forceNew: true,
  })
  let turnedAway = 0
  let connectedAt = 0
  let again: NodeJS.Timeout | undefined

  const retry = (): void => {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), Math.min(longestRetryMs, firstRetryMs * 2 ** turnedAway))
    turnedAway = Math.min(10, turnedAway + 1)
  }

  socket.on('connect', () => {
    connectedAt = performance.now()
    yields = false
    log('connected')
    listener.speaks(true)
  })
  socket.on('disconnect', (reason) => {
    log('disconnected', { reason })
    if (performance.now() - connectedAt > steadyMs) turnedAway = 0
    if (reason === 'io server disconnect') retry()
  })
  socket.on('replaced', () => {
    yields = true
    log('replaced', {
      reason:
        'another agent runs with the same DEVICE_TOKEN (deviceToken); enroll a device of its own for each machine',
    })
    listener.speaks(false)
  })
  socket.on('connect_error', (error) => {
    log('connect-failed', { reason: reasonOf(error) })
    if (!socket.active) retry()
  })
  socket.on('job', (job) => listener.job(job))
  socket.on('lights', (lights) => listener.lights(lights))
  socket.on('snapshot', ({ state, now }) => {
    listener.clock(now)
    listener.known(Object.keys(state.printers))
    for (const { id, condition } of Object.values(state.printers)) listener.believed(id, condition)
  })
  socket.on('facts', ({ facts, now }) => {
    listener.clock(now)
    for (const { kind, body } of facts) {
      if (kind === 'printer-added') listener.believed(body.printerId, 'offline')
      if (kind === 'printer-reported') listener.believed(body.printerId, body.condition)
    }
  })

  return {
    used: (input) => {
      if (socket.connected) socket.emit('input', input)
    },
    close: () => {
      clearTimeout(again)
      socket.disconnect()
    },
  }
}
