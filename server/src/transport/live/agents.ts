import { markSeen, unseenAgents } from '../../devices/device-store.ts'
import type { Office } from '../../office/office.ts'
import { windowLights } from '../../domain/offices/window-lights.ts'
import type { LiveNamespace, LiveOptions, LiveSocket } from './live.ts'

const everyMs = 2_000
/** An agent that no node has seen for this long is gone, and what its printers last said is no longer so. */
const gone = 6_000

export interface Agents {
  connected(socket: LiveSocket, office: Office): void
  stop(): void
}

/**
 * Jobs for the agents, and word of the ones that are gone. An agent may come back to another node, so its presence is in the
 * database; whichever node says first that a printer is offline says it for all.
 */
export const watchAgents = (
  live: LiveNamespace,
  { pool, offices, onError }: Pick<LiveOptions, 'pool' | 'offices' | 'onError'>,
): Agents => {
  const here = (): string[] =>
    [...live.sockets.values()].flatMap(({ data: { room } }) =>
      room.audience === 'agent' && room.deviceId !== null ? [room.deviceId] : [],
    )

  const sayOffline = async (office: Office): Promise<void> => {
    const printers = Object.values(office.state.printers).filter(({ condition }) => condition !== 'offline')
    if (printers.length === 0) return
    const unseen = new Set(await unseenAgents(pool, office.id, gone))
    for (const { id: printerId, deviceId, since } of printers) {
      if (!unseen.has(deviceId)) continue
      const body = { printerId, condition: 'offline' } as const
      const key = `offline:${printerId}:${since}`
      await office.submit({ kind: 'report-printer', body }, { type: 'system' }, key)
    }
  }

  const told = new WeakMap<LiveSocket, string>()
  const sendLights = (office: Office): void => {
    for (const socket of live.sockets.values()) {
      const { audience, officeId, deviceId } = socket.data.room
      if (audience !== 'agent' || officeId !== office.id || deviceId === null) continue
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
    await markSeen(pool, here())
    if (Date.now() - startedAt < gone) return
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
    connected: (socket, office) => {
      const { deviceId } = socket.data.room
      const printers = Object.values(office.state.printers).filter((printer) => printer.deviceId === deviceId)
      void markSeen(pool, here()).catch(onError)
      sendLights(office)
      office
        .queuedJobs(printers.map(({ id }) => id))
        .then((jobs) => {
          for (const job of jobs) socket.emit('job', job)
        })
        .catch(onError)
    },
    stop: () => {
      clearInterval(timer)
      for (const end of ends) end()
    },
  }
}
