import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { liveNamespace, protocolVersion } from '@lobbyline/server/contract'
import { WebSocket } from 'ws'
import { startEmbeddedPostgres } from '../../../server/src/database/embedded-postgres.ts'
import { freePort } from '../city-hall.ts'
import { post } from './post.ts'
import { PrinterSink } from './printer-sink.ts'
import { runProgram, startProgram } from './processes.ts'

/** a console and 50 displays */
const watchers = 51
/** what a bus pass ticket has in bytes, so that the floor writes as many */
const ticketBytes = 14_000
const password = 'a-bench-of-our-own'

const submission = JSON.stringify({
  channel: 'kiosk',
  language: 'en',
  line: 'bus-pass',
  intakes: [
    { service: 'bus-pass', answers: { product: 'day', fare: 'regular', quantity: 1 }, quotedCents: 325 },
  ],
  printerId: null,
})

/** A real counter in production mode, and beside it the floor: the same processes, the same database, no rules. */
export interface Counter {
  connectionString: string
  sink: PrinterSink
  submit: () => Promise<void>
  submitToFloor: () => Promise<void>
  /** resolves when every watcher has got the next thing */
  seenByAll: () => Promise<number>
  seenByAllOfFloor: () => Promise<number>
  /** the open sockets of the watchers, which the printer's figures do without */
  openWatchers: () => Promise<void>
  close: () => Promise<void>
}

const tokenIn = (printed: string): string => /shown only now: (\S+)/.exec(printed)?.[1] ?? ''

/**
 * A screen that says just enough to be let in, and reads no message: in a lobby each screen reads its own, and not one after the
 * other in one process. @returns once it has its snapshot
 */
const watch = async (
  url: string,
  auth: object,
  headers: Readonly<Record<string, string>>,
): Promise<WebSocket> => {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers, perMessageDeflate: false })
  const hello = `40${liveNamespace},${JSON.stringify({ ...auth, protocol: protocolVersion })}`
  return await new Promise((resolve, reject) => {
    socket.on('message', (message: Buffer) => {
      const text = message.toString('latin1', 0, 80)
      if (text.startsWith('0')) socket.send(hello)
      if (text === '2') socket.send('3')
      if (text.startsWith(`44${liveNamespace}`)) reject(new Error(text))
      if (text.startsWith(`42${liveNamespace},["snapshot"`)) resolve(socket)
    })
    socket.on('error', reject)
  })
}

export const openCounter = async (): Promise<Counter> => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment = {
    DATABASE_URL: postgres.connectionString,
    PUBLIC_URL: url,
    PORT: String(port),
    DATA_DIR: join(folder, 'server'),
    LOG_LEVEL: 'warn',
  }
  const admin = (...words: string[]) => runProgram('server/src/admin.ts', words, environment)
  const signIn = async (): Promise<string> => {
    const { headers } = await post(`${url}/api/session`, JSON.stringify({ login: 'rosa', password }), {
      origin: url,
    })
    return String(headers['set-cookie']).split(';')[0] ?? ''
  }
  await admin(
    ...['init-office', 'main', '--name', 'City of Beaumont', '--office', 'City Hall'],
    ...['--address', '550 E. 6th Street', '--phone', '(951) 555-0100', '--zone', 'America/Los_Angeles'],
  )
  const agentToken = tokenIn(await admin('add-device', 'main', 'agent', '--kind', 'agent', '--name', 'Agent'))
  await admin('add-printer', 'main', 'printer', '--name', 'Printer', '--device', 'agent')
  const kioskToken = tokenIn(
    await admin('add-device', 'main', 'kiosk', '--kind', 'kiosk', '--name', 'Kiosk', '--printer', 'printer'),
  )
  const displayToken = tokenIn(
    await admin('add-device', 'main', 'display', '--kind', 'display', '--name', 'Display'),
  )
  await runProgram(
    'server/src/admin.ts',
    ['add-staff', 'main', 'rosa', '--name', 'Rosa', '--roles', 'clerk', '--password-stdin'],
    environment,
    password,
  )
  await startProgram('server/src/main.ts', [], environment, (line) => line.includes(String(port)))
  const sink = await PrinterSink.open()
  await startProgram(
    'hardware/src/main.ts',
    [],
    {
      SERVER_URL: url,
      DEVICE_TOKEN: agentToken,
      DATA_DIR: join(folder, 'agent'),
      PRINTERS: JSON.stringify([{ id: 'printer', transport: `tcp://127.0.0.1:${sink.port}` }]),
    },
    () => true,
  )

  const floorPort = await startProgram(
    'e2e/src/bench/floor-server.ts',
    [postgres.connectionString],
    {},
    (line) => /^\d+$/.test(line),
  )
  await startProgram(
    'e2e/src/bench/floor-agent.ts',
    [floorPort, String(sink.port), String(ticketBytes)],
    {},
    (line) => line === 'ready',
  )

  const sockets: WebSocket[] = []
  const floorSockets: WebSocket[] = []
  const all = (subscribe: (index: number, seen: () => void) => void): Promise<number> =>
    new Promise((resolve) => {
      let left = watchers
      for (let index = 0; index < watchers; index++)
        subscribe(index, () => {
          if (--left === 0) resolve(performance.now())
        })
    })

  return {
    connectionString: postgres.connectionString,
    sink,
    submit: async () => {
      const { status, body } = await post(`${url}/api/commands/take-ticket`, submission, {
        authorization: `Bearer ${kioskToken}`,
        'idempotency-key': randomUUID(),
      })
      if (status !== 200) throw new Error(`take-ticket: ${status} ${body}`)
    },
    submitToFloor: async () => {
      const { status } = await post(`http://127.0.0.1:${floorPort}/`, submission)
      if (status !== 200) throw new Error(`floor: ${status}`)
    },
    seenByAll: () =>
      all((index, seen) => {
        const socket = sockets[index]
        const listener = (message: Buffer): void => {
          if (!message.includes('"visit-created"')) return
          socket?.off('message', listener)
          seen()
        }
        socket?.on('message', listener)
      }),
    seenByAllOfFloor: () => all((index, seen) => floorSockets[index]?.once('message', seen)),
    openWatchers: async () => {
      const cookie = await signIn()
      for (let index = 0; index < watchers; index++) {
        const auth = index === 0 ? { audience: 'console' } : { audience: 'display', token: displayToken }
        sockets.push(await watch(url, auth, index === 0 ? { cookie, origin: url } : {}))
        const floorSocket = new WebSocket(`ws://127.0.0.1:${floorPort}`, { perMessageDeflate: false })
        floorSockets.push(floorSocket)
        await once(floorSocket, 'open')
      }
    },
    close: async () => {
      for (const socket of sockets) socket.close()
      for (const socket of floorSockets) socket.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
