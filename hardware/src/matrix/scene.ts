import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAgent, type Agent, type AgentTimes } from '../agent.ts'
import type { AgentConfig } from '../config.ts'
import type { PrintJob, PrintOutcome, PrinterCondition, Slip } from '../contract.ts'
import type { Abilities, CutSlip } from '../emulator/emulated-printer.ts'
import { openStation, type Station } from '../emulator/station.ts'
import type { ProfileName } from '../escpos/profile.ts'
import { ticket } from '../fixtures/slips.ts'
import type { JournalEntry } from '../printer/journal.ts'
import type { ServerListener } from '../server-connection.ts'

// One printer, one agent, and what an agent knows of a server: jobs come from it again until it was told an
// outcome, and it takes down what it is told.

export interface SceneOptions {
  profile?: ProfileName
  abilities?: Partial<Abilities>
  times?: Partial<AgentTimes>
  /** the agent is a process of its own, which can be killed */
  killable?: boolean
}

export interface Scene {
  station: Station
  /** Each job has a number of its own, which stands on its paper. */
  give(number: string, copy?: number): void
  /** all that the server was told of it, in order */
  told(number: string, copy?: number): PrintOutcome[]
  condition(): PrinterCondition | null
  /** on the paper, cut or not: how often a number stands there, without and with the mark of a copy */
  unmarked(number: string): number
  marked(number: string): number
  /** slips that have all of it, from the number to the cut */
  whole(number: string): number
  journal(number: string, copy?: number): Promise<string>
  /** The server does not answer for a while. */
  setServerUp(up: boolean): void
  kill(): void
  /** After `kill`; with `forgets` the last record that no byte depended on is not on the disk, as after a power cut. */
  restart(forgets?: string): Promise<void>
  close(): Promise<void>
}

const printerId = 'printer'
const jobIdOf = (number: string, copy: number): string => `${number.toLowerCase()}-${copy}`

const slipFor = (number: string): Slip => ({
  ...ticket,
  blocks: ticket.blocks.map((block) =>
    block.type === 'text' && block.size === 'number' ? { ...block, text: number } : block,
  ),
})

/** stands below everything else on each slip */
const lastLine = 'We call numbers, never names.'

const isMarked = ({ lines }: { lines: readonly string[] }): boolean => lines.includes('REPRINT')

const times: AgentTimes = { heartbeatMs: 400, answerMs: 150, confirmMs: 500, patienceMs: 50 }

const spareProcess = (): ChildProcess => fork(new URL('agent-process.ts', import.meta.url))

export const openScene = async (options: SceneOptions = {}): Promise<Scene> => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-scene-'))
  const slips: CutSlip[] = []
  const given = new Map<string, PrintJob>()
  const outcomes = new Map<string, PrintOutcome[]>()
  let condition: PrinterCondition | null = null
  let serverUp = true
  const station = await openStation({
    ...{ port: 0, dots: 576, abilities: options.abilities ?? {}, changed: () => {} },
    slip: (slip) => slips.push(slip),
  })

  const take = (report: { jobId?: string; outcome?: PrintOutcome; condition?: PrinterCondition }): void => {
    const { jobId, outcome } = report
    if (jobId !== undefined && outcome !== undefined)
      outcomes.set(jobId, [...(outcomes.get(jobId) ?? []), outcome])
    condition = report.condition ?? condition
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (serverUp) take(JSON.parse(body) as Parameters<typeof take>[0])
      response.writeHead(serverUp ? 200 : 503, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const config: AgentConfig = {
    serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deviceToken: 'scene',
    dataDir: folder,
    printers: [
      {
        id: printerId,
        transport: `tcp://127.0.0.1:${station.port}`,
        profile: options.profile ?? 'epson-tm-t20',
      },
    ],
  }
  const start = { config, times: { ...times, ...options.times } }
  let agent: Agent | null = null
  let listener: ServerListener | null = null
  let child: ChildProcess | null = null
  let spare: ChildProcess | null = null

  const send = (job: PrintJob): void => {
    listener?.job(structuredClone(job))
    if (child?.connected === true) child.send(job)
  }
  const isOpen = (job: PrintJob): boolean => outcomes.get(job.jobId) === undefined

  const run = async (): Promise<void> => {
    if (options.killable === true) {
      child = spare ?? spareProcess()
      spare = spareProcess()
      child.send(start)
      await once(child, 'message')
    } else
      agent = await startAgent(
        config,
        () => {},
        (_, listens) => {
          listener = listens
          return { used: () => {}, close: () => (listener = null) }
        },
        undefined,
        start.times,
      )
    for (const job of given.values()) if (isOpen(job)) send(job)
  }

  const journalPath = join(folder, 'print-journal.jsonl')
  const journalLines = async (): Promise<JournalEntry[]> =>
    (await readFile(journalPath, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as JournalEntry)

  const count = (number: string, wanted: boolean): number =>
    slips
      .filter((slip) => isMarked(slip) === wanted)
      .flatMap(({ lines }) => lines.filter((l) => l === number)).length

  await run()
  return {
    station,
    give: (number, copy = 0) => {
      const jobId = jobIdOf(number, copy)
      const work = { type: 'slip', slip: slipFor(number), copy } as const
      const job: PrintJob = { jobId, printerId, work, expiresAt: null }
      given.set(jobId, job)
      send(job)
    },
    told: (number, copy = 0) => outcomes.get(jobIdOf(number, copy)) ?? [],
    condition: () => condition,
    unmarked: (number) =>
      count(number, false) + station.device.uncut().filter((line) => line === number).length,
    marked: (number) => count(number, true),
    whole: (number) =>
      slips.filter(
        ({ lines }) => lines.includes(number) && lines.filter((line) => line === lastLine).length === 1,
      ).length,
    journal: async (number, copy = 0) =>
      (await journalLines()).findLast(({ jobId }) => jobId === jobIdOf(number, copy))?.state ?? 'nothing',
    setServerUp: (up) => (serverUp = up),
    kill: () => void child?.kill('SIGKILL'),
    restart: async (forgets) => {
      condition = null
      if (child !== null && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (forgets !== undefined) {
        const kept = (await journalLines()).filter(({ jobId }) => jobId !== jobIdOf(forgets, 0))
        await writeFile(
          journalPath,
          kept.map((entry) => `${JSON.stringify(entry)}\n`).join('') + '{"jobId":"to',
        )
      }
      await run()
    },
    close: async () => {
      await agent?.stop()
      child?.kill('SIGKILL')
      spare?.kill('SIGKILL')
      server.closeAllConnections()
      server.close()
      await station.stop()
      await rm(folder, { recursive: true })
    },
  }
}
