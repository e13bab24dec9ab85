import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server as SocketServer, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startAgent, type Agent } from './agent.ts'
import type { AgentConfig } from './config.ts'
import type { LiveAuth, PrintJob } from './contract.ts'
import { startEmulator, type Emulator } from './emulator/emulator.ts'
import { ticket } from './fixtures/slips.ts'
import { emulatedHid } from './hid/emulated-hid.ts'
import { scanReports } from './hid/scan-report.ts'
import { colorIn } from './hid/status-light.ts'
import { waitFor } from './fixtures/wait-for.ts'

/** A server as an agent knows it: it gives out jobs and hears reports. */
let http: HttpServer
let sockets: SocketServer
let told: string[]
let agents: Socket[]
let emulator: Emulator
let folder: string
let config: AgentConfig
let agent: Agent | null = null
let child: ChildProcess | null = null

beforeEach(async () => {
  told = []
  agents = []
  folder = await mkdtemp(join(tmpdir(), 'lobbyline-agent-'))
  emulator = await startEmulator({
    printers: [
      { id: 'kiosk', port: 0 },
      { id: 'window', port: 0 },
    ],
    httpPort: 0,
  })
  http = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      told.push(Object.values(JSON.parse(body) as Record<string, string>).join(' '))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  sockets = new SocketServer(http)
  sockets.of('/live').on('connection', (socket) => agents.push(socket))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  config = {
    serverUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    deviceToken: 'secret',
    dataDir: folder,
    printers: (['kiosk', 'window'] as const).map((id) => ({
      id,
      transport: `tcp://127.0.0.1:${emulator.ports[id]}`,
      profile: 'epson-tm-t20',
    })),
  }
})
afterEach(async () => {
  await agent?.stop()
  agent = null
  child?.kill('SIGKILL')
  child = null
  await sockets.close()
  await emulator.stop()
  await rm(folder, { recursive: true })
})

const hears = (line: string): Promise<void> => waitFor(() => expect(told).toContain(line))
const connected = (count = 1): Promise<void> => waitFor(() => expect(agents).toHaveLength(count))
const give = (job: PrintJob): void => agents.forEach((socket) => socket.emit('job', job))
const aTicket = (jobId: string, printerId = 'kiosk', expiresAt: number | null = null): PrintJob => ({
  jobId,
  printerId,
  work: { type: 'slip', slip: ticket, copy: 0 },
  expiresAt,
})

const start = async (): Promise<void> => {
  agent = await startAgent(config, () => {})
  await connected()
  await hears('kiosk ready')
  await hears('window ready')
}

test('shows its token, its audience, its protocol and its journal', async () => {
  await start()
  expect(agents[0]?.handshake.auth).toEqual({
    token: 'secret',
    audience: 'agent',
    protocol: expect.any(Number) as number,
    journal: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  })
})

test('replaced by another agent with its token it says so, stands back, and speaks again once it is let in', async () => {
  const lines: string[] = []
  agent = await startAgent(config, (event, detail) => lines.push(`${event} ${JSON.stringify(detail)}`))
  await connected()
  await hears('kiosk ready')
  let isFree = false
  const yielding: boolean[] = []
  sockets.of('/live').use(({ handshake: { auth } }, next) => {
    yielding.push((auth as LiveAuth).yields === true)
    next(isFree ? undefined : new Error('replaced'))
  })
  agents[0]?.emit('replaced')
  agents[0]?.disconnect(true)
  await waitFor(() => expect(yielding).toHaveLength(2))
  expect(lines.find((line) => line.startsWith('replaced '))).toContain('same DEVICE_TOKEN')
  emulator.setCondition('kiosk', 'paper-out')
  await waitFor(() => expect(lines.some((line) => line.includes('paper-out'))).toBe(true))
  expect(told).not.toContain('kiosk paper-out')
  isFree = true
  await connected(2)
  expect(yielding.every(Boolean)).toBe(true)
  agents[1]?.emit('snapshot', { state: { printers: { kiosk: { id: 'kiosk', condition: 'offline' } } } })
  await hears('kiosk paper-out')
  agents[1]?.conn.close()
  await connected(3)
  expect(yielding.at(-1)).toBe(false)
})

test('prints what it is given and tells that it is on paper', async () => {
  await start()
  give(aTicket('t1'))
  await hears('t1 printed')
  expect(emulator.slips('kiosk')[0]?.lines).toContain('P012')
})

test('the same job given twice, and again after a restart, is one slip', async () => {
  await start()
  give(aTicket('t1'))
  give(aTicket('t1'))
  await hears('t1 printed')
  await agent?.stop()
  agents = []
  await start()
  give(aTicket('t1'))
  await waitFor(() => expect(told.filter((line) => line === 't1 printed').length).toBeGreaterThan(1))
  expect(emulator.slips()).toHaveLength(1)
})

test('a printer without paper is told, its ticket expires, and the other printer goes on', async () => {
  await start()
  emulator.setCondition('kiosk', 'paper-out')
  await hears('kiosk paper-out')
  give(aTicket('t1', 'kiosk', Date.now() + 150))
  give(aTicket('t2', 'window'))
  await hears('t2 printed')
  await hears('t1 expired')
  emulator.setCondition('kiosk', 'ready')
  await hears('kiosk ready')
  expect(emulator.slips('kiosk')).toHaveLength(0)
})

test.each(['slow', 'silent'] as const)('a printer that is %s delays no other one', async (fault) => {
  await start()
  emulator.setCondition('kiosk', fault)
  give(aTicket('t1'))
  for (let index = 0; index < 5; index++) give(aTicket(`w${index}`, 'window'))
  await hears('w4 printed')
  expect(told.some((line) => line.startsWith('t1'))).toBe(false)
  emulator.setCondition('kiosk', 'unplugged')
  await hears('t1 unknown')
})

test('paper that ends in the middle is stalled, then printed, once', async () => {
  await start()
  emulator.setCondition('kiosk', 'paper-out', 200)
  give(aTicket('t1'))
  await hears('t1 stalled')
  emulator.setCondition('kiosk', 'ready')
  await hears('t1 printed')
  expect(emulator.slips('kiosk')).toHaveLength(1)
})

test('a cable pulled in the middle is unknown; plugged in again nothing old comes out', async () => {
  await start()
  emulator.setCondition('kiosk', 'offline', 200)
  give(aTicket('t1'))
  await waitFor(() => expect(emulator.printers()[0]?.condition).toBe('offline'))
  emulator.setCondition('kiosk', 'unplugged')
  await hears('t1 unknown')
  emulator.setCondition('kiosk', 'cover-open')
  await hears('kiosk cover-open')
  emulator.setCondition('kiosk', 'ready')
  give(aTicket('t2'))
  await hears('t2 printed')
  expect(emulator.slips('kiosk')).toHaveLength(1)
})

test('a drawer kick opens the drawer', async () => {
  await start()
  give({ jobId: 'd1', printerId: 'window', work: { type: 'drawer' }, expiresAt: null })
  await hears('d1 printed')
  expect(emulator.printers().map(({ drawerOpen }) => drawerOpen)).toEqual([false, true])
})

test('a slip expires by the clock of the server, not by its own', async () => {
  await start()
  const printers = {}
  agents[0]?.emit('snapshot', { state: { printers }, now: Date.now() - 3_600_000 })
  give(aTicket('t1', 'kiosk', Date.now() - 3_590_000))
  await hears('t1 printed')
  agents[0]?.emit('facts', { facts: [], now: Date.now() + 3_600_000 })
  give(aTicket('t2', 'kiosk', Date.now() + 3_590_000))
  await hears('t2 expired')
})

test.each(['an hour ahead', 'an hour back'])(
  'a machine whose clock is set %s lets no slip expire',
  async (step) => {
    await start()
    const isNow = Date.now()
    agents[0]?.emit('snapshot', { state: { printers: {} }, now: isNow })
    give(aTicket('t0'))
    await hears('t0 printed')
    vi.spyOn(Date, 'now').mockReturnValue(isNow + (step === 'an hour ahead' ? 3_600_000 : -3_600_000))
    give(aTicket('t1', 'kiosk', isNow + 60_000))
    await hears('t1 printed')
    give(aTicket('t2', 'kiosk', isNow - 60_000))
    await hears('t2 expired')
    vi.restoreAllMocks()
  },
)

test('a job for a printer that it has not fails, and it says which it has; a message that is no job is passed over', async () => {
  const lines: string[] = []
  agent = await startAgent(config, (event, fields) => lines.push(`${event} ${JSON.stringify(fields)}`))
  await connected()
  agents[0]?.emit('job', { jobId: 'x', work: 'nonsense' })
  give(aTicket('t1', 'attic'))
  await hears('t1 failed')
  expect(lines).toContain('printer-not-here {"printerId":"attic","configured":"kiosk window"}')
})

test('says which of its printers the server does not know to be here', async () => {
  const lines: string[] = []
  agent = await startAgent(config, (event, fields) => lines.push(`${event} ${JSON.stringify(fields)}`))
  await connected()
  const printers = {
    kiosk: { id: 'kiosk', condition: 'ready' },
    attic: { id: 'attic', condition: 'offline' },
  }
  agents[0]?.emit('snapshot', { state: { printers }, now: Date.now() })
  await waitFor(() => expect(lines).toContain('printer-unknown {"printerId":"window","known":"kiosk attic"}'))
})

test('says which profile each printer has', async () => {
  const lines: string[] = []
  agent = await startAgent(config, (event, fields) => lines.push(`${event} ${JSON.stringify(fields)}`))
  expect(lines).toContain('printer-configured {"printerId":"kiosk","profile":"epson-tm-t20"}')
})

test('says what stands between it and its server', async () => {
  const reasons: unknown[] = []
  const away = { ...config, serverUrl: 'http://127.0.0.1:1' }
  agent = await startAgent(
    away,
    (event, fields) => event === 'connect-failed' && reasons.push(fields?.['reason']),
  )
  await waitFor(() => expect(reasons[0]).toMatch(/^websocket error: .*ECONNREFUSED/))
})

test('corrects a server that holds its printer for offline, and one that has just learned of it', async () => {
  await start()
  const count = (line: string): number => told.filter((one) => one === line).length
  const printers = {
    kiosk: { id: 'kiosk', condition: 'offline' },
    window: { id: 'window', condition: 'ready' },
  }
  agents[0]?.emit('snapshot', { state: { printers } })
  await waitFor(() => expect(count('kiosk ready')).toBe(2))
  const facts = [
    { kind: 'printer-reported', body: { printerId: 'kiosk', condition: 'ready' } },
    { kind: 'printer-added', body: { printerId: 'window' } },
  ]
  agents[0]?.emit('facts', { facts })
  await waitFor(() => expect(count('window ready')).toBe(2))
  expect(count('kiosk ready')).toBe(2)
})

test('turned away it comes again', async () => {
  let refused = 0
  sockets.of('/live').use((_, next) => (refused++ < 2 ? next(new Error('unauthenticated')) : next()))
  await start()
  expect(refused).toBe(3)
  agents[0]?.disconnect(true)
  await connected(2)
})

test('a second agent with the same data does not start, and one that stopped makes room', async () => {
  await start()
  await expect(startAgent(config, () => {})).rejects.toThrow('another agent runs')
  await agent?.stop()
  agents = []
  await start()
})

test('finds its server again', async () => {
  await start()
  agents[0]?.conn.close()
  await connected(2)
  agents[1]?.emit('job', aTicket('t1'))
  await hears('t1 printed')
})

test('killed in the middle of a job it calls it unknown afterwards, and never prints it again', async () => {
  const env = {
    ...process.env,
    SERVER_URL: config.serverUrl,
    DEVICE_TOKEN: config.deviceToken,
    DATA_DIR: config.dataDir,
    PRINTERS: JSON.stringify(config.printers),
  }
  child = fork(new URL('main.ts', import.meta.url), ['agent'], { env, silent: true })
  await connected()
  await hears('kiosk ready')
  emulator.setCondition('kiosk', 'paper-out', 200)
  give(aTicket('t1'))
  await hears('t1 stalled')
  const died = once(child, 'exit')
  child.kill('SIGKILL')
  await died
  emulator.setCondition('kiosk', 'paper-low')
  const printedByItself = emulator.slips('kiosk').length
  agents = []
  agent = await startAgent(config, () => {})
  await connected()
  await hears('t1 unknown')
  give(aTicket('t1'))
  give(aTicket('t2'))
  await hears('t2 printed')
  expect(emulator.slips('kiosk')).toHaveLength(printedByItself + 1)
})

test('tells when the drawer is opened and closed, by whomever', async () => {
  config = { ...config, printers: config.printers.map((printer) => ({ ...printer, drawerOpenIs: 'high' })) }
  await start()
  await hears('kiosk false')
  give({ jobId: 'd1', printerId: 'kiosk', work: { type: 'drawer' }, expiresAt: null })
  await hears('kiosk true')
  emulator.closeDrawer('kiosk')
  await waitFor(() => expect(told.filter((line) => line === 'kiosk false')).toHaveLength(2))
})

test('hands scans up, and shows the lights that the server wants', async () => {
  const hid = emulatedHid()
  const scanner = { path: 'scanner', vendorId: 1, productId: 1, usagePage: 0x8c, usage: 2 }
  const light = { path: 'light', vendorId: 0x27b8, productId: 0x01ed, usagePage: 0, usage: 0 }
  for (const device of [scanner, light]) hid.plug({ ...device, product: '', serialNumber: '' })
  config = {
    ...config,
    devices: [
      { kind: 'scanner', at: 'window:3' },
      { kind: 'light', at: 'window:3' },
    ],
  }
  agent = await startAgent(config, () => {}, undefined, hid)
  await connected()
  const used = new Promise((resolve) => agents[0]?.on('input', resolve))
  agents[0]?.emit('lights', { '3': 'serving', '4': 'free' })
  await waitFor(() => expect(hid.written('light').map(colorIn)).toEqual(['red']))
  await waitFor(() => expect(hid.isOpen('scanner')).toBe(true))
  for (const report of scanReports('26-04417')) hid.report('scanner', report)
  expect(await used).toEqual({ kind: 'scan', at: 'window:3', text: '26-04417' })
})
