import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../transport/log.ts'
import { emulatedPrinters } from './demo-city.ts'

export interface DemoHardwareOptions {
  serverUrl: string
  deviceToken: string
  dataDir: string
  paperPort: number
  environment: Readonly<Record<string, string | undefined>>
  log: Log
}

export interface DemoHardware {
  /** where the paper comes out */
  paperUrl: string
  stop(): Promise<void>
}

const program = join(import.meta.dirname, '../../../hardware/src/main.ts')
const patienceMs = 4_000
const longestPauseMs = 5_000

class DemoHardwareError extends Error {
  override readonly name = 'DemoHardwareError'
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const start = (options: DemoHardwareOptions): ChildProcess =>
  spawn(process.execPath, [program, 'demo'], {
    env: {
      ...options.environment,
      SERVER_URL: options.serverUrl,
      DEVICE_TOKEN: options.deviceToken,
      DATA_DIR: join(options.dataDir, 'agent'),
      PAPER_PORT: String(options.paperPort),
      PRINTERS: JSON.stringify(emulatedPrinters),
    },
    // Its own group: Ctrl-C in a terminal reaches everyone in the foreground, but the order of ending is ours. It ends by
    // itself when the channel to us closes, however roughly we end.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })

/** The line it says when it is ready, or null when it ends before. */
const paperUrlOf = (child: ChildProcess): Promise<string | null> =>
  new Promise((resolve) => {
    if (!child.stdout) return resolve(null)
    const lines = createInterface(child.stdout)
    lines.on('line', (line) => {
      if (line.startsWith('{"ready":true')) resolve((JSON.parse(line) as { paper: string }).paper)
    })
    lines.once('close', () => resolve(null))
  })

const failure = (words: readonly string[], paperPort: number): string =>
  words.some((line) => line.includes('EADDRINUSE') && line.includes(`:${paperPort}"`))
    ? `PAPER_PORT ${paperPort} is in use by another program: stop that one, or choose another PAPER_PORT.`
    : `The demo's device agent did not start: ${words.join(' ')}`

/** The device agent and its emulated printers, as a process of their own; started again should they die. */
export const startDemoHardware = async (options: DemoHardwareOptions): Promise<DemoHardware> => {
  const { log } = options
  const stopping = new AbortController()
  let child: ChildProcess | null = null
  let words: string[] = []

  const launch = async (): Promise<string | null> => {
    const started = start(options)
    child = started
    words = []
    started.on('error', (error) => log.error({ err: error }, 'the device agent could not be started'))
    if (started.stderr)
      createInterface(started.stderr).on('line', (line) => {
        words = [...words.slice(-4), line]
        log.info({ line }, 'device agent')
      })
    return paperUrlOf(started)
  }

  const paperUrl = await launch()
  if (paperUrl === null) throw new DemoHardwareError(failure(words, options.paperPort))

  const keepRunning = async (): Promise<void> => {
    for (let pauseMs = 200; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      if (child) await exited(child)
      if (stopping.signal.aborted) return
      log.warn({ words }, 'the device agent has ended; starting it again')
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
      if (!stopping.signal.aborted && (await launch()) !== null) pauseMs = 200
    }
  }
  const running = keepRunning()

  return {
    paperUrl,
    stop: async () => {
      stopping.abort()
      const last = child
      if (last) {
        last.kill('SIGTERM')
        const timer = setTimeout(() => last.kill('SIGKILL'), patienceMs)
        await exited(last)
        clearTimeout(timer)
      }
      await running
    },
  }
}
