import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { commandLineOf } from './running-process.ts'

let folder: string
let dataDir: string
const running = new Set<EmbeddedPostgres>()
const children = new Set<ChildProcess>()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-'))
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'pg')
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const postgres of running) await postgres.stop()
  children.clear()
  running.clear()
  await expect.poll(postmaster, { timeout: 10_000 }).toBeUndefined()
  rmSync(folder, { recursive: true })
})

const start = async (log: (line: string) => void = () => {}): Promise<EmbeddedPostgres> => {
  const postgres = await startEmbeddedPostgres({ dataDir, log })
  running.add(postgres)
  return postgres
}
const stop = async (postgres: EmbeddedPostgres) => {
  running.delete(postgres)
  await postgres.stop()
}

/** The id of a living PostgreSQL on our folder. */
const postmaster = (): number | undefined => {
  const file = join(dataDir, 'cluster/postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'))
  return commandLineOf(pid)?.includes(dataDir) ? pid : undefined
}

/** Another process that runs a PostgreSQL on our folder: resolves once it does, or has failed to. */
const startElsewhere = async (): Promise<{ child: ChildProcess; said: string }> => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))}
    try {
      console.log((await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })).connectionString)
    } catch (error) {
      console.log(error.message)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, said }
}

const query = async <Row extends pg.QueryResultRow>(
  connectionString: string,
  text: string,
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return (await client.query<Row>(text).finally(() => client.end())).rows
}

/** Commits numbers one by one until the connection is lost; resolves with the last one that was acknowledged. */
const writeUntilLost = async (
  connectionString: string,
  after: number,
  whenAt: () => void,
): Promise<number> => {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  let acknowledged = 0
  try {
    for (;;) {
      await client.query('insert into entry values ($1)', [acknowledged + 1])
      acknowledged += 1
      if (acknowledged === after) whenAt()
    }
  } catch {
    return acknowledged
  }
}

describe('the embedded PostgreSQL', () => {
  it('makes a durable, private database, and keeps it over a restart', async () => {
    const first = await start()
    const settings = await query<Record<string, string>>(
      first.connectionString,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('listen_addresses') as addresses, current_setting('data_checksums') as checksums,
              current_setting('server_encoding') as encoding, current_setting('is_superuser') as superuser,
              current_setting('client_connection_check_interval') as check`,
    )
    expect(settings).toEqual([
      {
        fsync: 'on',
        commit: 'on',
        addresses: '127.0.0.1',
        checksums: 'on',
        encoding: 'UTF8',
        superuser: 'off',
        check: '500ms',
      },
    ])
    await query(
      first.connectionString,
      'create extension btree_gist; create table entry (n int); insert into entry values (7)',
    )
    const wrong = Object.assign(new URL(first.connectionString), { password: 'guess' }).href
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })

    await stop(first)
    expect(postmaster()).toBeUndefined()
    const second = await start()
    expect(await query(second.connectionString, 'select n from entry')).toEqual([{ n: 7 }])
  })

  it('is started again when it was killed, at the same address, with nothing acknowledged lost', async () => {
    const postgres = await start()
    await query(postgres.connectionString, 'create table entry (n int)')
    for (const round of [1, 2]) {
      await query(postgres.connectionString, 'truncate entry')
      const killed = postgres.pid
      const acknowledged = await writeUntilLost(postgres.connectionString, 100 * round, () =>
        process.kill(killed, 'SIGKILL'),
      )
      const stored = () =>
        query<{ n: number }>(postgres.connectionString, 'select count(distinct n)::int as n from entry')
      await expect.poll(() => stored().catch(() => undefined), { timeout: 20_000 }).toBeDefined()
      const [row] = await stored()
      // The one under way when the connection was lost may be stored without having been acknowledged.
      expect([acknowledged, acknowledged + 1]).toContain(row?.n)
      expect(acknowledged).toBeGreaterThanOrEqual(100 * round)
      expect(postgres.pid).not.toBe(killed)
    }
  })

  it('ends soon after the process that owns it is killed, and starts again with everything', async () => {
    const { child, said } = await startElsewhere()
    await query(said, 'create table entry (n int); insert into entry values (7)')
    expect(postmaster()).toBeDefined()
    child.kill('SIGKILL')
    await expect.poll(postmaster, { timeout: 5_000 }).toBeUndefined()
    const postgres = await start()
    expect(await query(postgres.connectionString, 'select n from entry')).toEqual([{ n: 7 }])
  })

  it('stops one that was left behind after all, and starts anew', async () => {
    const { child, said } = await startElsewhere()
    const orphan = postmaster()!
    await query(said, 'create table entry (n int); insert into entry values (7)')
    // Stopped, it cannot obey its watchdog, and outlives it.
    process.kill(orphan, 'SIGSTOP')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lines: string[] = []
    const starting = start((line) => lines.push(line))
    await expect.poll(() => lines).toContainEqual(expect.stringContaining(`left behind on`))
    process.kill(orphan, 'SIGCONT')
    const postgres = await starting
    expect(commandLineOf(orphan)).toBeUndefined()
    expect(await query(postgres.connectionString, 'select n from entry')).toEqual([{ n: 7 }])
  })

  it('starts after owner and PostgreSQL were both killed, the pid given to somebody else', async () => {
    const { child, said } = await startElsewhere()
    const killed = postmaster()!
    await query(said, 'create table entry (n int); insert into entry values (7)')
    child.kill('SIGKILL')
    process.kill(killed, 'SIGKILL')
    await once(child, 'exit')
    // Under the account that PostgreSQL runs as: of others' processes it knows by itself that they are no postmasters.
    const stranger = spawn(
      'sleep',
      ['60'],
      process.getuid?.() === 0 ? { uid: 65534, gid: 65534, cwd: '/' } : {},
    )
    await once(stranger, 'spawn')
    const pidFile = join(dataDir, 'cluster/postmaster.pid')
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(killed), String(stranger.pid)))
    try {
      const postgres = await start()
      expect(await query(postgres.connectionString, 'select n from entry')).toEqual([{ n: 7 }])
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    } finally {
      stranger.kill()
    }
  })

  it('refuses a second owner, naming the first, which goes on undisturbed', async () => {
    const postgres = await start()
    const { said } = await startElsewhere()
    expect(said).toContain(`in use by the running process ${process.pid}`)
    expect(await query(postgres.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(postmaster()).toBe(postgres.pid)
  })

  it('begins anew when its first start was interrupted', async () => {
    mkdirSync(join(dataDir, 'cluster.unfinished'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster.unfinished/PG_VERSION'), '18\n')
    const postgres = await start()
    expect(await query(postgres.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(join(dataDir, 'cluster.unfinished'))).toBe(false)
  })

  it('refuses a cluster of another major version and gives the folder free again', async () => {
    await stop(await start())
    const version = join(dataDir, 'cluster/PG_VERSION')
    const right = readFileSync(version, 'utf8')
    writeFileSync(version, '12\n')
    await expect(start()).rejects.toThrow('made by PostgreSQL 12')
    writeFileSync(version, right)
    await start()
  })

  it('works below a folder that is closed to others', async () => {
    chmodSync(folder, 0o700)
    const postgres = await start()
    expect(await query(postgres.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('says nothing of what a statement held', async () => {
    const lines: string[] = []
    const postgres = await start((line) => lines.push(line))
    await expect(query(postgres.connectionString, `select 'Ada Lovelace'::int`)).rejects.toThrow()
    await stop(postgres)
    expect(lines.join('\n')).not.toContain('Lovelace')
  })
})
