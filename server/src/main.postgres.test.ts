import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../test/database.ts'
import { migrate } from './database/migrate.ts'

const main = join(import.meta.dirname, 'main.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'lobbyline-main-'))
const children: ChildProcess[] = []
let port = 0
let paperPort = 0

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return free
}

beforeAll(async () => {
  port = await freePort()
  paperPort = await freePort()
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Started {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

const start = (environment: Record<string, string> = {}, ...parameters: string[]): Started => {
  const child = spawn(process.execPath, [main, ...parameters], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PAPER_PORT: String(paperPort),
      DATA_DIR: dataDir,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, said: () => said, ended }
}

const answers = async (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )

const isOpen = async (): Promise<boolean> =>
  (await answers(`http://127.0.0.1:${port}/api/ready`)) &&
  (await answers(`http://127.0.0.1:${paperPort}/api/slips`))

const postgresPid = (folder = dataDir): number =>
  Number(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const patient = { timeout: 30_000, interval: 100 }

it('[C14] opens the demo city, says where, and ends in order', { timeout: 60_000 }, async () => {
  const { child, said, ended } = start()
  await expect.poll(isOpen, patient).toBe(true)
  await expect.poll(said, patient).toContain(`http://localhost:${port}/kiosk`)
  expect(said()).toContain('Sign in at the staff console')
  const postgres = postgresPid()

  const second = start({ DATA_DIR: `${dataDir}/other` })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`PORT ${port} is in use by another program`)
  const paperless = start({ PORT: '0', DATA_DIR: `${dataDir}/other` })
  expect(await paperless.ended).toBe(1)
  expect(paperless.said().trim()).toBe(
    `PAPER_PORT ${paperPort} is in use by another program: stop that one, or choose another PAPER_PORT.`,
  )
  const third = start({ PORT: '0' }, '--build')
  expect(await third.ended).toBe(1)
  expect(third.said().trim()).toBe(
    `DATA_DIR ${dataDir} is in use by the running process ${child.pid}: stop that one first, or choose another DATA_DIR.`,
  )

  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(lives(postgres)).toBe(false)
  expect(await answers(`http://127.0.0.1:${paperPort}/api/slips`)).toBe(false)
})

it(
  '[C14] leaves nothing behind when it is killed, and opens again with what it had',
  { timeout: 60_000 },
  async () => {
    const first = start()
    await expect.poll(isOpen, patient).toBe(true)
    const seq = await (await fetch(`http://127.0.0.1:${port}/api/ready`)).text()
    const postgres = postgresPid()
    first.child.kill('SIGKILL')
    await expect.poll(() => lives(postgres), patient).toBe(false)
    await expect.poll(() => answers(`http://127.0.0.1:${paperPort}/api/slips`), patient).toBe(false)

    const { child, ended } = start()
    await expect.poll(isOpen, patient).toBe(true)
    const again = await (await fetch(`http://127.0.0.1:${port}/api/ready`)).text()
    expect(JSON.parse(again)).toMatchObject({ ok: true })
    expect((JSON.parse(again) as { seq: number }).seq).toBeGreaterThanOrEqual(
      (JSON.parse(seq) as { seq: number }).seq,
    )
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  },
)

it('[C14] ends with the npm that started it', { timeout: 60_000 }, async () => {
  const shell = spawn('/bin/sh', ['-c', '"$0" "$1"; true', process.execPath, main], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PAPER_PORT: String(paperPort),
      DATA_DIR: dataDir,
      npm_lifecycle_event: 'start',
    },
    stdio: 'ignore',
  })
  children.push(shell)
  await expect.poll(isOpen, patient).toBe(true)
  const postgres = postgresPid()
  shell.kill('SIGTERM')
  await expect.poll(() => answers(`http://127.0.0.1:${port}/api/ready`), patient).toBe(false)
  await expect.poll(() => lives(postgres), patient).toBe(false)
})

it('[C14] names a wrong variable and starts nothing', async () => {
  const { said, ended } = start({ PORT: 'front door' })
  expect(await ended).toBe(1)
  expect(said().trim()).toBe('PORT should be a port number from 0 to 65535')
})

it(
  '[C20] starts nothing and records nothing by a clock that is years ahead of the database’s',
  { timeout: 60_000 },
  async () => {
    const database = await freshDatabase({ migrated: false })
    const environment = {
      DATABASE_URL: database.connectionString,
      PUBLIC_URL: 'http://localhost',
      NODE_OPTIONS: '--import=data:text/javascript,globalThis.now=Date.now;Date.now=()=>now()+1e11',
    }
    const refusal = /^The clock of this machine says \d{4}-.* UTC, and that of the database \d{4}-.*\n$/
    const { said, ended } = start(environment)
    expect(await ended).toBe(1)
    expect(said()).toMatch(refusal)
    const { rows } = await database.pool.query(
      `select from information_schema.tables where table_name = 'office'`,
    )
    expect(rows).toEqual([])

    const city = ['--name', 'Elm', '--office', 'Hall', '--address', '1', '--phone', '5', '--zone', 'UTC']
    const admin = promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'admin.ts'), 'init-office', 'elm', ...city],
      { env: { PATH: process.env['PATH'], ...environment } },
    )
    await expect(admin).rejects.toMatchObject({ stderr: expect.stringMatching(refusal) as string })
    const { rows: facts } = await database.pool.query('select from fact')
    expect(facts).toEqual([])
    await database.drop()
  },
)

it('[C14] an administrator who only looks changes no tables: the server does, when it is restarted', async () => {
  const database = await freshDatabase({ migrated: false })
  const look = (command: string) =>
    promisify(execFile)(process.execPath, [join(import.meta.dirname, 'admin.ts'), command], {
      env: { PATH: process.env['PATH'], DATABASE_URL: database.connectionString },
    })
  for (const command of ['list', 'security-events'])
    await expect(look(command)).rejects.toMatchObject({
      stderr: expect.stringMatching(/older than this program.*Start or restart the server first/) as string,
    })
  const { rows } = await database.pool.query(
    `select from information_schema.tables where table_schema = 'public'`,
  )
  expect(rows).toEqual([])
  await migrate(database.pool)
  expect((await look('list')).stdout).toBe('There is no office yet.\n')
  await database.drop()
})

/** Numbers of tickets by the key that asked for them, as they were acknowledged; asked again, each must be answered the same. */
class Residents {
  readonly acknowledged = new Map<string, string>()
  #cookie = ''

  async signIn(): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'rosa', password: 'beaumont' }),
    })
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }

  async ask(key: string): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${port}/api/commands/take-ticket`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie, 'idempotency-key': key },
      body: JSON.stringify({
        channel: 'counter',
        language: 'en',
        line: 'other',
        intakes: [],
        printerId: null,
      }),
    }).then(
      async (response) => (response.ok ? ((await response.json()) as { number: string }) : null),
      () => null,
    )
    if (!answer) return
    const { number } = answer
    expect(this.acknowledged.get(key) ?? number, key).toBe(number)
    this.acknowledged.set(key, number)
  }
}

it(
  '[L3] killed at any moment, server or database: what was acknowledged is there, and each retry is one ticket',
  { timeout: 240_000 },
  async () => {
    const folder = join(dataDir, 'killed')
    const residents = new Residents()
    const keys: string[] = []
    let { child } = start({ DATA_DIR: folder })
    await expect.poll(isOpen, patient).toBe(true)
    await residents.signIn()
    for (const victim of ['server', 'database', 'server']) {
      const those = Array.from({ length: 40 }, (_, at) => `key-of-${victim}-${keys.length + at}`)
      keys.push(...those)
      const asked = those.map(async (key, at) => {
        await delay(at * 4)
        await residents.ask(key)
      })
      await delay(Math.random() * 160)
      if (victim === 'server') {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await Promise.all([gone, ...asked])
        child = start({ DATA_DIR: folder }).child
        await expect.poll(isOpen, patient).toBe(true)
      } else {
        process.kill(postgresPid(folder), 'SIGKILL')
        await Promise.all(asked)
        await expect.poll(isOpen, { ...patient, timeout: 10_000 }).toBe(true)
      }
      await Promise.all(those.map((key) => residents.ask(key)))
    }
    for (const key of keys) await residents.ask(key)
    const numbers = [...residents.acknowledged.values()].toSorted()
    expect(numbers).toEqual(keys.map((_, at) => `A${String(at + 1).padStart(3, '0')}`))
  },
)
