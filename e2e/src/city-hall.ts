import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const main = join(import.meta.dirname, '../../server/src/main.ts')
const clock = join(import.meta.dirname, 'story-clock.ts')

/** A Monday morning in Beaumont: next month's bus pass is on sale, and Biscuit's license ends within the week. */
const storyBegins = Date.parse('2026-11-23T10:02:00-08:00')

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

const portsOfWorker = 1_500
const mostWorkers = 8
const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? '0') % mostWorkers
const lowest = 20_000 + worker * portsOfWorker
let lastGiven = Math.floor(Math.random() * portsOfWorker)

/**
 * @returns a port that was free a moment ago, and that was given to nobody else: each worker has ports of its own, and goes on
 * from one to the next. Below those that the system gives to outgoing connections, or one of them may have it before its server
 * does.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    lastGiven = (lastGiven + 1) % portsOfWorker
    const port = lowest + lastGiven
    if (await isFree(port)) return port
  }
}

/**
 * The whole product as `npm start` runs it, on its own ports and data: Postgres on disk, server, device agent, emulated printer.
 */
export class CityHall {
  readonly url: string
  readonly paperUrl: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #arguments: readonly string[]
  readonly #dataDir: string
  #aheadMs = storyBegins - Date.now()
  #process: ChildProcess | null = null
  #output = ''

  private constructor(port: number, paperPort: number, dataDir: string, preloaded?: string) {
    this.#arguments = preloaded ? ['--import', pathToFileURL(preloaded).href, main] : [main]
    this.url = `http://127.0.0.1:${port}`
    this.paperUrl = `http://127.0.0.1:${paperPort}`
    this.#dataDir = dataDir
    const { DATABASE_URL: _, ...environment } = process.env
    this.#environment = {
      ...environment,
      PORT: String(port),
      PAPER_PORT: String(paperPort),
      DATA_DIR: dataDir,
      PUBLIC_URL: this.url,
      NODE_OPTIONS: `--import ${pathToFileURL(clock).href}`,
    }
  }

  /** @param preloaded a module that the server loads before its own, such as one that adds a service */
  static async open(preloaded?: string): Promise<CityHall> {
    const dataDir = await mkdtemp(join(tmpdir(), 'lobbyline-story-'))
    const hall = new CityHall(await freePort(), await freePort(), dataDir, preloaded)
    try {
      await hall.start()
    } catch (error) {
      await hall.close()
      throw error
    }
    return hall
  }

  /** Starts the server and resolves when it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, this.#arguments, {
      env: { ...this.#environment, STORY_AHEAD_MS: String(this.#aheadMs) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    child.stdout.on('data', (text: Buffer) => (this.#output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (this.#output += text.toString()))
    const until = Date.now() + 60_000
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.#output}`)
      if (await this.#isReady()) return
      await delay(100)
    }
    throw new Error(`the server is not ready:\n${this.#output}`)
  }

  /** Some minutes go by in the lobby; the server is started again, as its clock is set only then. */
  async timePasses(minutes: number): Promise<void> {
    await this.#end('SIGTERM')
    this.#aheadMs += minutes * 60_000
    await this.start()
  }

  /** As a power cut would: no goodbye. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM')
    await rm(this.#dataDir, { recursive: true, force: true })
  }

  get output(): string {
    return this.#output
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async #isReady(): Promise<boolean> {
    try {
      const [server, paper] = await Promise.all([
        fetch(`${this.url}/api/ready`),
        fetch(`${this.paperUrl}/api/slips`),
      ])
      return server.ok && paper.ok
    } catch {
      return false
    }
  }
}
