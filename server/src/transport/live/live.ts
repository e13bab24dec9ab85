import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type Namespace, type Socket } from 'socket.io'
import {
  audiences,
  liveNamespace,
  liveTransports,
  type AgentRefusal,
  type ClientEvents,
  type LiveRefusal,
  type NotNow,
  type ServerEvents,
} from '../../contract/live.ts'
import type { Database } from '../../database/pool.ts'
import type { FactsBatch, Office } from '../../office/office.ts'
import { cookiesOf, type Authenticator } from '../authenticator.ts'
import { networkOf } from '../client-address.ts'
import type { Offices } from '../offices.ts'
import { isOwnOrigin, type OwnOrigin } from '../own-origin.ts'
import { RequestBudget } from '../request-budget.ts'
import type { SecurityEvents } from '../security-events.ts'
import { watchAgents } from './agents.ts'
import { relayInput } from './device-inputs.ts'
import { admitSocket, tokenIn, type Admitted } from './handshake.ts'
import { projectFacts, projectState, type Room } from './projection.ts'
import { endOverdue } from './revocation.ts'
import { WaitingConnections } from './waiting-connections.ts'

interface SocketData {
  admitted: Admitted
  room: Room
  /** in bytes */
  backlog: () => number
}

type NoEvents = Record<never, never>
export type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, SocketData>
export type LiveNamespace = Namespace<ClientEvents, ServerEvents, NoEvents, SocketData>

export interface LiveOptions {
  pool: Database
  offices: Offices
  authenticator: Authenticator
  securityEvents: SecurityEvents
  own: OwnOrigin
  /** where a request comes from, with our own proxies looked through */
  addressOf: (request: IncomingMessage) => string
  onError: (error: unknown) => void
  limits?: LiveLimits | undefined
}

export interface LiveLimits {
  /** sockets that were let in */
  sockets: number
  /** connections of one network of which nobody has been let in yet */
  waiting: number
}

export interface Live {
  /** Ends the sockets of a session or a device. */
  end(credential: string): void
  close(): void
}

/** A screen that reads more slowly than this much of facts is let go; it comes back to a snapshot. */
const maxBacklogBytes = 1024 * 1024
const sweepMs = 1_000
const usualLimits: LiveLimits = { sockets: 2_000, waiting: 50 }
/** Each is looked up in the database: who has the wrong key tries again with a new connection. */
const maxKnocks = 3
const maxCatchUps = 3

const roomName = ({ audience, officeId, deviceId }: Room): string =>
  audience === 'console' || audience === 'display'
    ? `${audience}:${officeId}`
    : `${audience}:${officeId}:${deviceId ?? ''}`

const credentialRoom = (credential: string): string => `credential:${credential}`

/** Counts what waits for a connection to take more: its websocket holds the first part, and engine.io all that came after. */
const backlogOf = (conn: LiveSocket['conn']): (() => number) => {
  let waiting = 0
  conn.on('packetCreate', ({ data = '' }: { data?: string }) => (waiting += data.length))
  conn.on('flush', () => (waiting = 0))
  return () => {
    const { socket } = conn.transport as { socket?: { bufferedAmount?: number } }
    return waiting + (socket?.bufferedAmount ?? 0)
  }
}

const roomOf = ({ audience, identity }: Admitted): Room => {
  const device = identity.type === 'device' ? identity.device : null
  const { officeId } = identity
  return { audience, officeId, deviceId: device?.id ?? null, printerId: device?.printerId ?? null }
}

/** Pushes every office's facts to the rooms of its audiences. Socket.io is at most once: truth is what a cursor asks for. */
export const startLive = (http: HttpServer, options: LiveOptions): Live => {
  const { offices, authenticator, securityEvents, own, addressOf, onError, limits = usualLimits } = options
  const io = new Server<ClientEvents, ServerEvents, NoEvents, SocketData>(http, {
    transports: [...liveTransports],
    perMessageDeflate: false,
    maxHttpBufferSize: 32 * 1024,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 5_000,
    serveClient: false,
    allowRequest: (request, allow) => {
      const allowed = isOwnOrigin(request.headers, own)
      if (!allowed)
        securityEvents.record({
          kind: 'wrong-origin',
          address: addressOf(request),
          detail: { route: liveNamespace },
        })
      allow(null, allowed)
    },
  })
  // There is a room without a name in every server: nobody has any business in it.
  io.use((socket, next) => {
    securityEvents.record({
      kind: 'handshake-refused',
      address: addressOf(socket.request),
      detail: { code: 'unauthenticated', audience: '' },
    })
    next(new Error('unauthenticated'))
  })
  const live: LiveNamespace = io.of(liveNamespace)
  const waiting = new WaitingConnections(limits.waiting)
  io.engine.on('connection', (conn: LiveSocket['conn']) =>
    waiting.add(conn, networkOf(addressOf(conn.request))),
  )
  const knocks = new WeakMap<LiveSocket['conn'], number>()
  const handshakes = new RequestBudget(120, 60_000)
  const resyncs = new RequestBudget(5, 10_000)
  const inputs = new RequestBudget(200, 10_000)
  const agents = watchAgents(live, options)

  const writeDown = ({ handshake, request }: LiveSocket, code: LiveRefusal): void => {
    const { audience } = handshake.auth as { audience?: unknown }
    securityEvents.record({
      kind: 'handshake-refused',
      address: addressOf(request),
      detail: { code, audience: audiences.find((known) => known === audience) ?? '' },
      endedDevice: () =>
        authenticator.endedDevice({ token: tokenIn(handshake.auth), cookies: cookiesOf(request.headers) }),
    })
  }

  /** @returns why it stays out; else its data is set */
  const admit = async (socket: LiveSocket): Promise<LiveRefusal | AgentRefusal | null> => {
    const tried = (knocks.get(socket.conn) ?? 0) + 1
    knocks.set(socket.conn, tried)
    if (tried > maxKnocks) {
      socket.conn.close(true)
      return 'too-many-connections'
    }
    const { auth, headers } = socket.handshake
    const admitted = await admitSocket(authenticator, headers, auth)
    if (typeof admitted === 'string')
      return handshakes.take(networkOf(addressOf(socket.request))) ? admitted : 'too-many-connections'
    if (!offices.get(admitted.identity.officeId)) return 'forbidden'
    if (live.sockets.size >= limits.sockets) return 'too-many-connections'
    const room = roomOf(admitted)
    if (admitted.yields && room.deviceId !== null && !(await agents.isFree(room.deviceId))) return 'replaced'
    socket.data.admitted = admitted
    socket.data.room = room
    socket.data.backlog = backlogOf(socket.conn)
    return null
  }

  // What throws in here, and is not caught, ends the process: `admit` is async, so that nothing of a stranger's does.
  live.use((socket, next) => {
    admit(socket)
      .then((refusal) => {
        if (refusal === null) return next()
        if (refusal !== 'protocol-mismatch' && refusal !== 'replaced') writeDown(socket, refusal)
        next(new Error(refusal))
      })
      .catch((error: unknown) => {
        onError(error)
        next(new Error('not-ready' satisfies NotNow))
      })
  })

  const sendSnapshot = (socket: LiveSocket, office: Office): void => {
    socket.emit('snapshot', { state: projectState(office.state, socket.data.room), now: Date.now() })
  }

  /** In one turn of the event loop, so that nothing falls between what is sent and the room. */
  const join = (socket: LiveSocket): void => void socket.join(roomName(socket.data.room))

  /** From its cursor on, while the line does not run ahead of the reading; else, and without a cursor, from a snapshot. */
  const bringUp = async (socket: LiveSocket, office: Office): Promise<void> => {
    let { cursor } = socket.data.admitted
    for (let round = 0; cursor && round < maxCatchUps; round++) {
      const facts = await office.factsSince(cursor)
      if (!facts || !socket.connected) break
      const last = facts.at(-1)
      const { seq: upTo, hash } = last ?? cursor
      socket.emit('facts', {
        after: cursor.seq,
        upTo,
        hash,
        facts: projectFacts(facts, office.state, socket.data.room),
        now: Date.now(),
      })
      cursor = { seq: upTo, hash }
      if (hash === office.state.hash) return join(socket)
    }
    join(socket)
    sendSnapshot(socket, office)
  }

  const push = (office: Office, batch: FactsBatch): void => {
    agents.give(office, batch.jobs)
    const { after, upTo, hash } = batch
    for (const room of roomsOf(office)) {
      const facts = projectFacts(batch.facts, office.state, room)
      live.to(roomName(room)).emit('facts', { after, upTo, hash, facts, now: Date.now() })
    }
  }

  const roomsOf = (office: Office): Iterable<Room> => {
    const rooms = new Map<string, Room>()
    for (const { data } of live.sockets.values())
      if (data.room.officeId === office.id) rooms.set(roomName(data.room), data.room)
    return rooms.values()
  }

  const ends: (() => void)[] = []
  offices.onOpened((office) => {
    ends.push(
      office.onFacts((batch) => push(office, batch)),
      office.onReset(() => {
        for (const room of roomsOf(office))
          live
            .to(roomName(room))
            .emit('snapshot', { state: projectState(office.state, room), now: Date.now() })
      }),
    )
  })

  live.on('connection', (socket) => {
    waiting.remove(socket.conn)
    const { admitted, room } = socket.data
    const office = offices.get(room.officeId)
    if (!office) return void socket.disconnect(true)
    void socket.join(credentialRoom(admitted.identity.credential))
    const understood = (event: string, sent: unknown): boolean => {
      if (event === 'input' && room.audience === 'agent')
        return !inputs.take(socket.id) || relayInput(live, office, socket, sent)
      if (event !== 'resync' || !resyncs.take(socket.id)) return false
      sendSnapshot(socket, office)
      return true
    }
    // Whoever sends anything else, or asks too often, is no client of ours.
    socket.onAny((event: string, sent: unknown) => {
      if (!understood(event, sent)) socket.disconnect(true)
    })
    bringUp(socket, office).catch((error: unknown) => {
      onError(error)
      socket.disconnect(true)
    })
    if (room.audience === 'agent') agents.connected(socket, office)
  })

  const sweep = setInterval(() => {
    for (const socket of live.sockets.values())
      if (socket.data.backlog() > maxBacklogBytes) socket.conn.close(true)
  }, sweepMs)
  const revocation = endOverdue(live, options)

  return {
    end: (credential) => live.in(credentialRoom(credential)).disconnectSockets(true),
    close: () => {
      clearInterval(sweep)
      revocation.stop()
      agents.stop()
      for (const end of ends) end()
      // Not a goodbye to each: a screen whose connection breaks comes back by itself.
      io.engine.close()
    },
  }
}
