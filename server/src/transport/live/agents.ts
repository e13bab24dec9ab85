import {
  goneMs,
  holdDevice,
  isDeviceFree,
  seeHolders,
  unseenAgents,
  type AgentConnection,
} from '../../devices/agent-store.ts'
import type { PrintJob } from '../../domain/slip.ts'
import type { Office } from '../../office/office.ts'
import { isUnderWay } from '../../domain/papers/print.ts'
import { windowLights } from '../../domain/offices/window-lights.ts'
import type { LiveNamespace, LiveOptions, LiveSocket } from './live.ts'

const everyMs = 2_000
/** So long after its node has last seen that it holds the device, an agent is given jobs: well before another one may be. */
const trustedMs = 4_000
/** A light need not change at once, and a busy line changes the office many times a second. */
const lightsMs = 50

export interface Agents {
  /** Whether an agent that stands back for others may come in. */
  isFree(deviceId: string): Promise<boolean>
  connected(socket: LiveSocket, office: Office): void
  give(office: Office, jobs: readonly PrintJob[]): void
  stop(): void
}

interface Held {
  /** in epoch milliseconds */
  printsFrom: number
  /** when the question was asked that found it holding the device, by `performance.now()` */
  seenAt: number
  /** whether jobs came that it was not given */
  isBehind: boolean
}

/**
 * Jobs for the agents, and word of the ones that are gone. An agent may come back to another node, so its presence is in the
 * database; whichever node says first that a printer is offline says it for all.
 *
 * Two agents may show one token, on two machines, or one agent whose old socket has not noticed its end. The later connection
 * holds the device. One with another journal cannot know what the earlier one has printed: it gets only what is to be printed from
 * a moment on at which the earlier one's node has surely noticed. No job waits for the database for that.
 */
export const watchAgents = (
  live: LiveNamespace,
  {
    pool,
    offices,
    securityEvents,
    addressOf,
    onError,
  }: Pick<LiveOptions, 'pool' | 'offices' | 'securityEvents' | 'addressOf' | 'onError'>,
): Agents => {
  const here = (): LiveSocket[] =>
    [...live.sockets.values()].filter(({ data: { room } }) => room.audience === 'agent')

  const connectionOf = ({ id, data: { room, admitted } }: LiveSocket): AgentConnection => ({
    deviceId: room.deviceId ?? '',
    connection: id,
    journal: admitted.journal,
  })

  const holding = new WeakMap<LiveSocket, Held>()
  const isTrusted = ({ seenAt }: Held): boolean => performance.now() - seenAt < trustedMs
  const endReplaced = async (): Promise<void> => {
    const sockets = here().filter((socket) => holding.has(socket))
    const askedAt = performance.now()
    const holders = await seeHolders(
      pool,
      sockets.map(({ id }) => id),
    )
    for (const socket of sockets) {
      const held = holding.get(socket)
      if (held && holders.has(socket.id)) {
        held.seenAt = askedAt
        continue
      }
      socket.emit('replaced')
      socket.disconnect(true)
    }
  }

  const printersOf = (office: Office, { data: { room } }: LiveSocket): string[] =>
    Object.values(office.state.printers).flatMap(({ id, deviceId }) =>
      deviceId === room.deviceId ? [id] : [],
    )

  /** All that waits for its printers; an agent that has had a part of it knows that. */
  const giveQueued = async (socket: LiveSocket, office: Office, held: Held): Promise<void> => {
    held.isBehind = false
    try {
      give(office, await office.queuedJobs(printersOf(office, socket)), [socket])
    } catch (error) {
      held.isBehind = true
      throw error
    }
  }

  const give = (office: Office, jobs: readonly PrintJob[], sockets: readonly LiveSocket[]): void => {
    for (const socket of sockets) {
      const held = holding.get(socket)
      if (!held || socket.data.room.officeId !== office.id) continue
      for (const job of jobs) {
        if (office.state.printers[job.printerId]?.deviceId !== socket.data.room.deviceId) continue
        if (!isTrusted(held)) held.isBehind = true
        else if ((office.state.prints[job.jobId]?.at ?? 0) >= held.printsFrom) socket.emit('job', job)
      }
    }
  }

  /** Perhaps another agent printed them, perhaps not: a copy from now on is marked as one. */
  const sayUnknown = async (socket: LiveSocket, office: Office): Promise<void> => {
    const { printsFrom = 0 } = holding.get(socket) ?? {}
    if (Date.now() < printsFrom) return
    const printers = printersOf(office, socket)
    for (const print of Object.values(office.state.prints)) {
      const { id: jobId, at, printerId } = print
      if (!isUnderWay(print) || at >= printsFrom || !printers.includes(printerId)) continue
      const body = { jobId, outcome: 'unknown' } as const
      await office.submit({ kind: 'report-print', body }, { type: 'system' }, `unknown:${jobId}`)
    }
  }

  const sayOffline = async (office: Office): Promise<void> => {
    const printers = Object.values(office.state.printers).filter(({ condition }) => condition !== 'offline')
    if (printers.length === 0) return
    const unseen = new Set(await unseenAgents(pool, office.id))
    for (const { id: printerId, deviceId, since } of printers) {
      if (!unseen.has(deviceId)) continue
      const body = { printerId, condition: 'offline' } as const
      const key = `offline:${printerId}:${since}`
      await office.submit({ kind: 'report-printer', body }, { type: 'system' }, key)
    }
  }

  const told = new WeakMap<LiveSocket, string>()
  const sendLights = (office: Office): void => {
    for (const socket of here()) {
      const { officeId, deviceId } = socket.data.room
      if (officeId !== office.id || deviceId === null) continue
      const lights = windowLights(office.state, deviceId)
      const now = JSON.stringify(lights)
      if (told.get(socket) === now) continue
      told.set(socket, now)
      socket.emit('lights', lights)
    }
  }
  const ends: (() => void)[] = []
  offices.onOpened((office) => {
    let soon: NodeJS.Timeout | undefined
    const sendSoon = (): void => {
      soon ??= setTimeout(() => {
        soon = undefined
        sendLights(office)
      }, lightsMs)
    }
    ends.push(office.onFacts(sendSoon), office.onReset(sendSoon), () => clearTimeout(soon))
  })

  const startedAt = Date.now()
  const look = async (): Promise<void> => {
    await endReplaced()
    for (const socket of here()) {
      const office = offices.get(socket.data.room.officeId)
      const held = holding.get(socket)
      if (!office || !held) continue
      await sayUnknown(socket, office)
      if (held.isBehind) await giveQueued(socket, office, held)
    }
    if (Date.now() - startedAt < goneMs) return
    for (const office of offices.all()) await sayOffline(office)
  }
  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    void look()
      .catch(onError)
      .finally(() => (looking = false))
  }, everyMs)

  return {
    isFree: (deviceId) => isDeviceFree(pool, deviceId),
    connected: (socket, office) => {
      sendLights(office)
      const begin = async (): Promise<void> => {
        const seenAt = performance.now()
        const { taken, printsInMs } = await holdDevice(pool, connectionOf(socket))
        const printsFrom = printsInMs === null ? 0 : Math.max(Date.now(), office.state.at) + printsInMs
        const held: Held = { printsFrom, seenAt, isBehind: false }
        holding.set(socket, held)
        if (taken)
          securityEvents.record({
            kind: 'agent-replaced',
            address: addressOf(socket.request),
            detail: { device: connectionOf(socket).deviceId },
          })
        await endReplaced()
        await sayUnknown(socket, office)
        await giveQueued(socket, office, held)
      }
      begin().catch((error: unknown) => {
        onError(error)
        socket.disconnect(true)
      })
    },
    give: (office, jobs) => {
      if (jobs.length > 0) give(office, jobs, here())
    },
    stop: () => {
      clearInterval(timer)
      for (const end of ends) end()
    },
  }
}
