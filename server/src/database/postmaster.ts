import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresAccount } from './postgres-account.ts'
import { commandLineOf } from './running-process.ts'

export type PostmasterOptions = {
  program: string
  account: PostgresAccount
  cluster: string
  port: number
  /** For tests only: commits are not flushed to disk. */
  throwaway: boolean
  log: (line: string) => void
}

export type Postmaster = {
  readonly pid: number
  readonly exited: Promise<void>
  /** Open transactions are rolled back, everything committed is on disk when it resolves. */
  stop(): Promise<void>
}

/** PostgreSQL ended before it took connections; the message holds its last words. */
export class PostmasterFailedError extends Error {
  /** Something left behind stands in the way and goes by itself: trying again soon is worth it. */
  readonly passing: boolean

  constructor(lastWords: readonly string[]) {
    super(`PostgreSQL did not start: ${lastWords.join(' | ') || 'it said nothing'}`)
    this.name = 'PostmasterFailedError'
    this.passing = /shared memory block|lock file|could not bind|could not create any TCP/.test(this.message)
  }
}

const ready = 'database system is ready to accept connections'
const patienceMs = { fast: 20_000, immediate: 5_000 }

/** Starts PostgreSQL on a loopback port, and resolves when it takes connections. It ends soon after this process does. */
export const startPostmaster = async (options: PostmasterOptions): Promise<Postmaster> => {
  const { program, account, cluster, log } = options
  const [command = '', ...rest] = [...account.prefix, program, '-D', cluster, ...settings(options)]
  const child = spawn(command, rest, {
    ...account.ids,
    cwd: '/',
    // Its own session: Ctrl-C in a terminal reaches the whole foreground group, but the order of ending is ours.
    detached: process.platform !== 'win32',
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  )
  const watchdog = endWithThisProcess(child)
  void exited.then(() => watchdog?.kill('SIGKILL'))

  const lastWords: string[] = []
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      if (line.includes(ready)) resolve()
      else if (!line.includes(' LOG: ')) log(line)
      lastWords.push(line)
      if (lastWords.length > 8) lastWords.shift()
    })
    child.once('error', reject)
    child.once('close', () => reject(new PostmasterFailedError(lastWords)))
  })

  const { pid } = child
  if (pid === undefined) throw new PostmasterFailedError(lastWords)
  return {
    pid,
    exited,
    stop: () => stopUntil(() => child.exitCode !== null || child.signalCode !== null, pid),
  }
}

const settings = ({ port, throwaway }: PostmasterOptions): string[] => {
  const chosen: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // Its own errors quote statements and values, and so residents' names: we log the ones that matter ourselves.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // A statement whose client has died must not commit later behind everyone's back.
    ...(process.platform === 'win32' ? {} : { client_connection_check_interval: '500ms' }),
    ...(throwaway
      ? { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }
      : { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }),
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * A shell that waits on a pipe from this process. When we end, however roughly, the pipe closes and it asks PostgreSQL to
 * stop. Windows needs none: there children end with their parent.
 */
const endWithThisProcess = (child: ChildProcess): ChildProcess | undefined => {
  if (process.platform === 'win32' || child.pid === undefined) return undefined
  const watchdog = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(child.pid)], {
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => {})
  return watchdog
}

/** Ends a PostgreSQL that an earlier process left on this cluster. Any other process is left alone, whatever the pid file says. */
export const stopLeftover = async (cluster: string, log: (line: string) => void): Promise<void> => {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = pidIn(pidFile)
  if (pid === undefined) return
  const isOurs = () => commandLineOf(pid)?.includes(` -D ${cluster} `) ?? false
  if (isOurs()) {
    log(`Stopping a PostgreSQL left behind on ${cluster} (pid ${pid})`)
    await stopUntil(() => !isOurs(), pid)
  } else if (process.platform !== 'win32') {
    // Its process is gone, and the number may be another's by now, which PostgreSQL would take for a postmaster and
    // refuse to start. What protects the data from backends still at work is the shared memory block, not this file.
    rmSync(pidFile, { force: true })
  }
}

const pidIn = (pidFile: string): number | undefined => {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'))
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Fast shutdown, then an immediate one, then the hard way; after each of the last two it recovers from its log. */
const stopUntil = async (gone: () => boolean, pid: number): Promise<void> => {
  const steps = [
    ['SIGINT', patienceMs.fast],
    ['SIGQUIT', patienceMs.immediate],
    ['SIGKILL', patienceMs.immediate],
  ] as const
  for (const [signal, ms] of steps) {
    if (gone()) return
    try {
      process.kill(pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return
      throw error
    }
    const deadline = performance.now() + ms
    while (!gone() && performance.now() < deadline) await sleep(20)
  }
  if (!gone()) throw new Error(`PostgreSQL (pid ${pid}) does not end`)
}
