import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../server/src/database/embedded-postgres.ts'
import { createPool } from '../../server/src/database/pool.ts'
import { runProgram } from './bench/processes.ts'
import { freePort } from './city-hall.ts'

const root = join(import.meta.dirname, '../..')
const tokenIn = (printed: string): string => /shown only now: (\S+)/.exec(printed)?.[1] ?? ''

/** What everybody knows of one print job. */
export interface JobRecord {
  jobId: string
  /** the number on the paper */
  number: string
  /** the server's row */
  server: string
  /** the last word about it in the log of facts */
  facts: string
  /** the agent's journal */
  journal: string
  /** how often its number lies in the tray, without the mark of a copy */
  papers: number
}

/** A server in production mode, an agent as a process of its own that can be killed, and a printer that can be broken. */
export interface PrintShop {
  /** @returns the job's id, and the number that will stand on its paper */
  takeTicket(): Promise<{ jobId: string; number: string }>
  breakPrinter(condition: string, afterBytes?: number): Promise<void>
  killAgent(): Promise<void>
  killServer(): Promise<void>
  /** What was killed runs again. */
  startAll(): Promise<void>
  records(): Promise<JobRecord[]>
  close(): Promise<void>
}

interface Started {
  child: ChildProcess
  line: string
}

const start = async (
  program: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  isReady: (line: string) => boolean,
): Promise<Started> => {
  const child = spawn(process.execPath, [join(root, program), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      said += text.toString()
      const line = said.split('\n').find(isReady)
      if (line !== undefined) resolve(line)
    })
  child.once('exit', () => reject(new Error(`${program} ended:\n${said}`)))
  return { child, line: await promise }
}

const kill = async (child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> => {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

export const openPrintShop = async (): Promise<PrintShop> => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-shop-'))
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), throwaway: true })
  const pool = createPool(postgres.connectionString, { size: 2 })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment = {
    DATABASE_URL: postgres.connectionString,
    PUBLIC_URL: url,
    PORT: String(port),
    DATA_DIR: join(folder, 'server'),
    LOG_LEVEL: 'info',
  }
  const admin = (...words: string[]) => runProgram('server/src/admin.ts', words, environment)
  await admin(
    ...['init-office', 'main', '--name', 'City of Beaumont', '--office', 'City Hall'],
    ...['--address', '550 E. 6th Street', '--phone', '(951) 555-0100', '--zone', 'America/Los_Angeles'],
  )
  const agentToken = tokenIn(await admin('add-device', 'main', 'agent', '--kind', 'agent', '--name', 'Agent'))
  await admin('add-printer', 'main', 'printer', '--name', 'Printer', '--device', 'agent')
  const kioskToken = tokenIn(
    await admin('add-device', 'main', 'kiosk', '--kind', 'kiosk', '--name', 'Kiosk', '--printer', 'printer'),
  )
  const emulator = await start(
    'hardware/src/main.ts',
    ['emulator'],
    { PRINTERS: '[{"id":"printer"}]', PAPER_PORT: '0' },
    (line) => line.startsWith('{"ready":true') && line.endsWith('}'),
  )
  const { paper: paperUrl, ports } = JSON.parse(emulator.line) as {
    paper: string
    ports: Record<string, number>
  }
  const agentData = join(folder, 'agent')
  const agentSettings = {
    SERVER_URL: url,
    DEVICE_TOKEN: agentToken,
    DATA_DIR: agentData,
    PRINTERS: JSON.stringify([{ id: 'printer', transport: `tcp://127.0.0.1:${ports['printer']}` }]),
  }
  const numbers = new Map<string, string>()
  let server: ChildProcess | null = null
  let agent: ChildProcess | null = null

  const shop: PrintShop = {
    takeTicket: async () => {
      const key = randomUUID()
      for (;;) {
        const response = await fetch(`${url}/api/commands/take-ticket`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${kioskToken}`,
            'content-type': 'application/json',
            'idempotency-key': key,
          },
          body: JSON.stringify({
            ...{ channel: 'kiosk', language: 'vi', line: 'other', intakes: [], printerId: null },
          }),
        }).catch(() => null)
        if (response?.ok) {
          const { jobId, number } = (await response.json()) as { jobId: string; number: string }
          numbers.set(jobId, number)
          return { jobId, number }
        }
        await delay(50)
      }
    },
    breakPrinter: async (condition, afterBytes) => {
      await fetch(`${paperUrl}/api/printers/printer/fault`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ condition, afterBytes }),
      })
    },
    killAgent: () => kill(agent, 'SIGKILL'),
    killServer: () => kill(server, 'SIGKILL'),
    startAll: async () => {
      if (server === null || server.signalCode !== null)
        server = (await start('server/src/main.ts', [], environment, (line) => line.includes(String(port))))
          .child
      if (agent === null || agent.signalCode !== null)
        agent = (
          await start('hardware/src/main.ts', [], agentSettings, (line) => line.includes('"connected"'))
        ).child
    },
    records: async () => {
      const { rows } = await pool.query<{ id: string; state: string; told: string | null }>(
        `select id, state, (select body ->> 'outcome' from fact
            where fact.office = print.office and kind = 'print-reported' and body ->> 'jobId' = print.id
            order by seq desc limit 1) as told
          from print order by id`,
      )
      const lines = (await readFile(join(agentData, 'print-journal.jsonl'), 'utf8')).split('\n')
      const journal = new Map(
        lines
          .filter((line) => line.startsWith('{') && line.endsWith('}'))
          .map((line) => JSON.parse(line) as { jobId: string; state: string })
          .map(({ jobId, state }) => [jobId, state] as const),
      )
      const slips = (await (await fetch(`${paperUrl}/api/slips`)).json()) as { lines: string[] }[]
      const originals = slips.filter(({ lines }) => !lines.includes('REPRINT'))
      return rows.map(({ id, state, told }) => {
        const number = numbers.get(id) ?? ''
        return {
          jobId: id,
          number,
          server: state,
          facts: told ?? 'queued',
          journal: journal.get(id) ?? 'nothing',
          papers: originals.flatMap(({ lines }) => lines.filter((line) => line === number)).length,
        }
      })
    },
    close: async () => {
      await kill(agent, 'SIGTERM')
      await kill(server, 'SIGTERM')
      await kill(emulator.child, 'SIGTERM')
      await pool.end()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await shop.startAll()
  return shop
}
