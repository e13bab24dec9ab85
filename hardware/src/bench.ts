import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startAgent } from './agent.ts'
import type { FarSideMessage } from './bench/far-side.ts'
import { rounded, spreadOf, type Spread } from './bench/statistics.ts'
import type { PrintJob, Slip } from './contract.ts'
import { encode } from './escpos/encode.ts'
import { profiles } from './escpos/profile.ts'
import { spanishTicket, ticket } from './fixtures/slips.ts'
import { openJournal } from './printer/journal.ts'
import type { ServerListener } from './server-connection.ts'

// How long a job takes from its arrival at the agent to the printer, beside a bare socket write of the same bytes.
// The printer is a process of its own; agent, floor and disk take turns, so that all meet the same noise.

const rounds = process.argv.includes('--quick') ? 1 : 5
const perRound = process.argv.includes('--quick') ? 20 : 150
/** after a job: until its outcome is reported and all is quiet again */
const pauseMs = 4
const printerId = 'printer'
const profile = profiles['epson-tm-t20']
const heading = 'City of Beaumont'
const mixedTicket: Slip = {
  ...spanishTicket,
  blocks: spanishTicket.blocks.map((block) =>
    block.type === 'box'
      ? { ...block, text: 'Mang mã số này, 請攜帶本號碼, Dalhin ang numerong ito' }
      : block,
  ),
}

const folder = await mkdtemp(join(tmpdir(), 'lobbyline-bench-'))
const farSide = fork(new URL('bench/far-side.ts', import.meta.url), [heading])
let heard: (message: FarSideMessage) => void = () => {}
farSide.on('message', (message) => heard(message as FarSideMessage))
const next = <T extends FarSideMessage['type']>(
  type: T,
  fits: (message: FarSideMessage & { type: T }) => boolean = () => true,
): Promise<FarSideMessage & { type: T }> =>
  new Promise((resolve) => {
    const before = heard
    heard = (message) => {
      before(message)
      if (message.type !== type || !fits(message as FarSideMessage & { type: T })) return
      heard = before
      resolve(message as FarSideMessage & { type: T })
    }
  })

const milliseconds = (fromNs: bigint, toNs: string): number => Number(BigInt(toNs) - fromNs) / 1e6

const { printerPort, barePort, serverPort } = await next('ready')

let listener: ServerListener | null = null
const printerReady = next('report', ({ body }) => body.includes('"ready"'))
const agent = await startAgent(
  {
    serverUrl: `http://127.0.0.1:${serverPort}`,
    deviceToken: 'bench',
    dataDir: folder,
    printers: [{ id: printerId, transport: `tcp://127.0.0.1:${printerPort}`, profile: 'epson-tm-t20' }],
  },
  () => {},
  (_, listens) => {
    listener = listens
    return { close: () => {}, used: () => {} }
  },
)
await printerReady

const bare = connect({ port: barePort, host: '127.0.0.1', noDelay: true })
await once(bare, 'connect')
bare.resume()
const bareBytes = encode(ticket, profile, { copy: 0, jobToken: 'AAAA' })
const journal = await openJournal(join(folder, 'floor.jsonl'))

interface Arrival {
  firstMs: number
  lastMs: number
}

const arrivalOf = async (start: () => bigint): Promise<Arrival> => {
  const arrived = next('job')
  const startNs = start()
  const { firstNs, lastNs } = await arrived
  return { firstMs: milliseconds(startNs, firstNs), lastMs: milliseconds(startNs, lastNs) }
}

const throughAgent = async (): Promise<Arrival> => {
  const jobId = randomUUID()
  const job: PrintJob = { jobId, printerId, work: { type: 'slip', slip: ticket, copy: 0 }, expiresAt: null }
  const message: unknown = JSON.parse(JSON.stringify(job))
  const printed = next('report', ({ body }) => body.includes(jobId))
  const arrival = await arrivalOf(() => {
    const startNs = process.hrtime.bigint()
    listener?.job(message)
    return startNs
  })
  await printed
  await delay(pauseMs)
  return arrival
}

const bareWrite = async (): Promise<Arrival> => {
  const arrival = await arrivalOf(() => {
    const startNs = process.hrtime.bigint()
    bare.write(bareBytes)
    return startNs
  })
  await delay(pauseMs)
  return arrival
}

const onDisk = async (): Promise<number> => {
  const start = performance.now()
  await journal.record({ jobId: randomUUID(), printerId, state: 'sending', at: Date.now(), reported: false })
  const end = performance.now()
  await delay(1)
  return end - start
}

const encoding = (slip: Slip): number => {
  const start = performance.now()
  encode(slip, profile, { copy: 0, jobToken: 'AAAA' })
  return performance.now() - start
}

const kinds = ['first', 'last', 'bareFirst', 'bareLast', 'disk', 'native', 'mixed'] as const
const found = Object.fromEntries(kinds.map((kind): [string, number[][]] => [kind, []]))

for (let round = -1; round < rounds; round++) {
  const times = Object.fromEntries(kinds.map((kind): [string, number[]] => [kind, []]))
  for (let index = 0; index < perRound; index++) {
    const agentTurn = async (): Promise<void> => {
      const { firstMs, lastMs } = await throughAgent()
      times['first']?.push(firstMs)
      times['last']?.push(lastMs)
    }
    const bareTurn = async (): Promise<void> => {
      const { firstMs, lastMs } = await bareWrite()
      times['bareFirst']?.push(firstMs)
      times['bareLast']?.push(lastMs)
    }
    // each as often as the other comes right after the encoding below, which leaves garbage to collect
    for (const turn of index % 2 === 0 ? [agentTurn, bareTurn] : [bareTurn, agentTurn]) await turn()
    times['disk']?.push(await onDisk())
    times['native']?.push(encoding(ticket))
    times['mixed']?.push(encoding(mixedTicket))
  }
  if (round >= 0) for (const kind of kinds) found[kind]?.push(times[kind] ?? []) // the first one warms up
}

const spread = (kind: (typeof kinds)[number]): Spread => spreadOf(found[kind] ?? [])
const beside = (name: string, ours: Spread, floor: Spread) => {
  console.log(
    `${name}: p50 ${ours.p50Ms} ms, ${rounded(ours.p50Ms / floor.p50Ms)}x of the bare write's ${floor.p50Ms}; ` +
      `p99 ${ours.p99Ms} ms, ${rounded(ours.p99Ms / floor.p99Ms)}x of ${floor.p99Ms}`,
  )
  return { name, ...ours, floorP50Ms: floor.p50Ms, floorP99Ms: floor.p99Ms }
}
const alone = (name: string, spread: Spread, bytes?: number) => {
  console.log(
    `${name}: p50 ${spread.p50Ms} ms, p99 ${spread.p99Ms} ms${bytes === undefined ? '' : `, ${bytes} bytes`}`,
  )
  return { name, ...spread, ...(bytes === undefined ? {} : { bytes }) }
}
const mixedBytes = encode(mixedTicket, profile, { copy: 0, jobToken: 'AAAA' }).length
const figures = [
  beside('arrival-to-first-byte', spread('first'), spread('bareFirst')),
  beside('arrival-to-last-byte', spread('last'), spread('bareLast')),
  alone('journal-record', spread('disk')),
  alone('encode-native', spread('native'), bareBytes.length),
  alone('encode-mixed', spread('mixed'), mixedBytes),
]

bare.destroy()
await agent.stop()
await journal.close()
farSide.disconnect()
await rm(folder, { recursive: true })
if (process.argv.includes('--json')) console.log(JSON.stringify({ figures }))
