import {
  claimJobs,
  goneMs,
  holdDevice,
  isDeviceFree,
  jobsOfOthers,
  seeHolders,
  unseenAgents,
  type AgentConnection,
} from '../../devices/agent-store.ts'
import type { PrintJob } from '../../domain/slip.ts'
import type { Office } from '../../office/office.ts'
import { windowLights } from '../../domain/offices/window-lights.ts'
import type { LiveNamespace, LiveOptions, LiveSocket } from './live.ts'

const everyMs = 2_000

export interface Agents {
  /** Whether an agent that stands back for others may come in. */
  isFree(deviceId: string): Promise<boolean>
  connected(socket: LiveSocket, office: Office): void
  give(office: Office, jobs: readonly PrintJob[]): void
  stop(): void
}

/**
 * Jobs for the agents, and word of the ones that are gone. An agent may come back to another node, so its presence is in the
 * database; whichever node says first that a printer is offline says it for all.
 *
 * Two agents may show one token, on two machines, or one agent whose old socket has not noticed its end. The later connection
 * holds the device. A job is claimed for the journal of the agent that gets it: another one, which cannot know whether it was
 * printed, never gets it.
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

  const holding = new WeakSet<LiveSocket>()
  const endReplaced = async (): Promise<void> => {
    const sockets = here().filter((socket) => holding.has(socket))
    const holders = await seeHolders(
      pool,
      sockets.map(({ id }) => id),
    )
    for (const socket of sockets) {
      if (holders.has(socket.id)) continue
      socket.emit('replaced')
      socket.disconnect(true)
    }
  }

  /** What an agent gets, it gets in order; one that could not be served comes back, to what waits for it. */
  const turns = new WeakMap<LiveSocket, Promise<void>>()
  const inTurn = (socket: LiveSocket, act: () => Promise<void>): void => {
    const before = turns.get(socket) ?? Promise.resolve()
    const mine = before.then(act).catch((error: unknown) => {
      onError(error)
      socket.disconnect(true)
    })
    turns.set(socket, mine)
  }

  /** @returns the jobs that it did not get */
  const handOver = async (socket: LiveSocket, jobs: readonly PrintJob[]): Promise<readonly PrintJob[]> => {
    if (!socket.connected || jobs.length === 0) return []
    const jobIds = jobs.map(({ jobId }) => jobId)
    const claimed = await claimJobs(pool, connectionOf(socket), jobIds)
    for (const job of jobs) if (claimed.has(job.jobId)) socket.emit('job', job)
    return jobs.filter(({ jobId }) => !claimed.has(jobId))
  }

  /** Perhaps the other agent printed them, perhaps not: a copy from now on is marked as one. */
  const sayUnknown = async (socket: LiveSocket, office: Office, jobs: readonly PrintJob[]): Promise<void> => {
    if (jobs.length === 0) return
    const jobIds = jobs.map(({ jobId }) => jobId)
    for (const jobId of await jobsOfOthers(pool, connectionOf(socket).journal, jobIds)) {
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
    ends.push(
      office.onFacts(() => sendLights(office)),
      office.onReset(() => sendLights(office)),
    )
  })

  const startedAt = Date.now()
  const look = async (): Promise<void> => {
    await endReplaced()
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
      const connection = connectionOf(socket)
      const { deviceId } = connection
      sendLights(office)
      inTurn(socket, async () => {
        if (await holdDevice(pool, connection))
          securityEvents.record({
            kind: 'agent-replaced',
            address: addressOf(socket.request),
            detail: { device: deviceId },
          })
        holding.add(socket)
        await endReplaced()
        const printers = Object.values(office.state.printers).filter(
          (printer) => printer.deviceId === deviceId,
        )
        const jobs = await office.queuedJobs(printers.map(({ id }) => id))
        await sayUnknown(socket, office, await handOver(socket, jobs))
      })
    },
    give: (office, jobs) => {
      if (jobs.length === 0) return
      for (const socket of here()) {
        const { officeId, deviceId } = socket.data.room
        if (officeId !== office.id) continue
        const its = jobs.filter(({ printerId }) => office.state.printers[printerId]?.deviceId === deviceId)
        if (its.length > 0) inTurn(socket, async () => void (await handOver(socket, its)))
      }
    },
    stop: () => {
      clearInterval(timer)
      for (const end of ends) end()
    },
  }
}
