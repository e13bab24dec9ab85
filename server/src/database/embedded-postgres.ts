import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { choosePostgresAccount, type PostgresAccount } from './postgres-account.ts'
import { makeFolder } from './make-folder.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { PostmasterFailedError, startPostmaster, stopLeftover, type Postmaster } from './postmaster.ts'

export type EmbeddedPostgresOptions = {
  /** Holds the cluster, its password and the lock; made when missing. */
  dataDir: string
  log?: (line: string) => void
  /** For tests only: commits are not flushed to disk. */
  throwaway?: boolean
}

export type EmbeddedPostgres = {
  /** Stays true when PostgreSQL had to be started again. */
  readonly connectionString: string
  /** The PostgreSQL running now. */
  readonly pid: number
  stop(): Promise<void>
}

type Cluster = {
  path: string
  password: string
  binaries: PostgresBinaries
  account: PostgresAccount
  throwaway: boolean
}

const database = 'lobbyline'

/**
 * A PostgreSQL of our own on a loopback port. Should it be killed, it is started again; should we be killed, it ends, or
 * the next start ends it. Throws FolderInUseError while another process runs on the same folder.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { log = () => {}, throwaway = false } = options
  const binaries = findPostgresBinaries()
  makeFolder(options.dataDir)
  const dataDir = realpathSync(options.dataDir)
  const account = choosePostgresAccount(dataDir, binaries.postgres)
  const lock = lockFolder(dataDir)
  try {
    const cluster = await openCluster(dataDir, binaries, account, throwaway)
    await stopLeftover(cluster.path, log)
    const supervised = await supervise(cluster, log)
    return {
      connectionString: addressOf(supervised.port, database, cluster.password, database),
      get pid() {
        return supervised.pid()
      },
      stop: async () => {
        await supervised.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Made aside and renamed when whole, so a first start that is killed leaves no half of a cluster. */
const openCluster = async (
  dataDir: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  throwaway: boolean,
): Promise<Cluster> => {
  const path = join(dataDir, 'cluster')
  const passwordFile = join(dataDir, 'password')
  if (!existsSync(path)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
    account.own(passwordFile)
    const unfinished = `${path}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    await initdb(unfinished, passwordFile, binaries, account, throwaway)
    renameSync(unfinished, path)
  }
  const made = Number(readFileSync(join(path, 'PG_VERSION'), 'utf8'))
  if (made !== binaries.majorVersion) {
    throw new Error(
      `${path} was made by PostgreSQL ${made}, but ${binaries.majorVersion} is installed: ` +
        'dump it with the old version and restore it into an empty folder',
    )
  }
  return { path, password: readFileSync(passwordFile, 'utf8'), binaries, account, throwaway }
}

const initdb = async (
  folder: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  throwaway: boolean,
): Promise<void> => {
  const words = [
    ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // The built-in locale sorts alike on every machine, and no system update can change the order of an index.
    ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    throwaway ? ['--no-sync'] : [],
  ].flat()
  const [command = '', ...rest] = [...account.prefix, binaries.initdb, ...words]
  try {
    await promisify(execFile)(command, rest, { ...account.ids, cwd: '/', env: { LC_ALL: 'C' } })
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string }
    throw new Error(`The embedded PostgreSQL could not make ${folder}: ${stderr.trim() || message}`, {
      cause: error,
    })
  }
}

const supervise = async (cluster: Cluster, log: (line: string) => void) => {
  const launch = (port: number): Promise<Postmaster> => {
    const { path, binaries, account, throwaway } = cluster
    return startPostmaster({ program: binaries.postgres, account, cluster: path, port, throwaway, log })
  }
  const { port, postmaster: first } = await firstStart(launch)
  let postmaster = first
  const stopping = new AbortController()

  const startAgain = async (): Promise<void> => {
    for (let delayMs = 100; !stopping.signal.aborted; delayMs = Math.min(2 * delayMs, 5_000)) {
      try {
        await stopLeftover(cluster.path, log)
        postmaster = await launch(port)
        return log(`PostgreSQL runs again (pid ${postmaster.pid})`)
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }
  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await postmaster.exited
      if (stopping.signal.aborted) return
      log('PostgreSQL has ended unexpectedly; starting it again')
      await startAgain()
    }
  }

  try {
    await ensureDatabase(port, cluster.password)
  } catch (error) {
    await postmaster.stop()
    throw error
  }
  const running = keepRunning()
  return {
    port,
    pid: () => postmaster.pid,
    stop: async () => {
      stopping.abort()
      await postmaster.stop()
      await running
      await postmaster.stop()
    },
  }
}

/** Backends of a killed PostgreSQL need a moment to end, and a free port may be taken before we use it. */
const firstStart = async (launch: (port: number) => Promise<Postmaster>) => {
  const deadline = performance.now() + 15_000
  for (;;) {
    const port = await freePort()
    try {
      return { port, postmaster: await launch(port) }
    } catch (error) {
      const worthTrying =
        error instanceof PostmasterFailedError && error.passing && performance.now() < deadline
      if (!worthTrying) throw error
      await sleep(200)
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** The application's own role owns its database and nothing else. */
const ensureDatabase = async (port: number, password: string): Promise<void> => {
  const client = new pg.Client({ connectionString: addressOf(port, 'postgres', password, 'postgres') })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $1) as database`,
      [database],
    )
    if (!rows[0]?.role) await client.query(`create role ${database} login createdb password '${password}'`)
    if (!rows[0]?.database) await client.query(`create database ${database} owner ${database}`)
  } finally {
    await client.end()
  }
}

const addressOf = (port: number, user: string, password: string, name: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
