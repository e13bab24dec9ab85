import { livingDevices } from '../../devices/device-store.ts'
import { livingSessions } from '../../staff/session-store.ts'
import type { LiveNamespace, LiveOptions } from './live.ts'

const everyMs = 1_000

/** A right can end, or become another, while its socket stays open: by time, by hand, or on another node. */
export const endOverdue = (
  live: LiveNamespace,
  { pool, authenticator, onError }: Pick<LiveOptions, 'pool' | 'authenticator' | 'onError'>,
): { stop(): void } => {
  const look = async (): Promise<void> => {
    const sockets = [...live.sockets.values()]
    if (sockets.length === 0) return
    const hashes = [...new Set(sockets.map(({ data }) => data.admitted.identity.credential))]
    const [sessions, devices] = await Promise.all([livingSessions(pool, hashes), livingDevices(pool, hashes)])
    for (const socket of sockets) {
      const { room, admitted } = socket.data
      const { credential } = admitted.identity
      // Who prints elsewhere by now sees another printer: it comes back to that one's room.
      if (sessions.has(credential) || devices.get(credential) === room.printerId) continue
      authenticator.forget(credential)
      socket.disconnect(true)
    }
  }
  let isLooking = false
  const timer = setInterval(() => {
    // A database that does not answer is not asked again before it has.
    if (isLooking) return
    isLooking = true
    void look()
      .catch(onError)
      .finally(() => (isLooking = false))
  }, everyMs)
  return { stop: () => clearInterval(timer) }
}
