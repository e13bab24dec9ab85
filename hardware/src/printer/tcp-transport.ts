import { connect, type Socket } from 'node:net'
import type { Transport, TransportState } from './transport.ts'

export interface TcpOptions {
  connectTimeoutMs?: number
  firstRetryMs?: number
  longestRetryMs?: number
}

/** Port 9100 of a network printer: one connection, kept warm, for most of them serve only one at a time. */
export const tcpTransport = (
  host: string,
  port: number,
  { connectTimeoutMs = 5_000, firstRetryMs = 200, longestRetryMs = 10_000 }: TcpOptions = {},
): Transport => {
  let socket: Socket | null = null
  let retry: NodeJS.Timeout | undefined
  let attempt = 0
  let heardData: (chunk: Uint8Array) => void = () => {}
  let heardState: (state: TransportState) => void = () => {}

  const dial = (): void => {
    attempt += 1
    heardState({ state: 'connecting', attempt })
    const mine = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 })
    socket = mine
    let reason = 'closed by the printer'
    const tooLate = setTimeout(() => mine.destroy(new Error('connect timed out')), connectTimeoutMs)
    mine.on('connect', () => {
      clearTimeout(tooLate)
      attempt = 0
      heardState({ state: 'open' })
    })
    mine.on('data', (chunk: Buffer) => heardData(chunk))
    mine.on('error', (error) => (reason = error.message))
    mine.on('close', () => {
      clearTimeout(tooLate)
      if (socket !== mine) return
      socket = null
      heardState({ state: 'lost', reason })
      retry = setTimeout(dial, Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempt, 10)))
    })
  }

  return {
    bytesPerSecond: Infinity,
    open: () => {
      if (socket === null && retry === undefined) dial()
    },
    write: (bytes, left) => void socket?.write(bytes, (error) => error ?? left?.()),
    onData: (listener) => (heardData = listener),
    onState: (listener) => (heardState = listener),
    close: () => {
      clearTimeout(retry)
      retry = undefined
      const mine = socket
      socket = null
      mine?.destroy()
      heardState({ state: 'closed' })
    },
  }
}
