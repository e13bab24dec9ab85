import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { planMigrations, type AppliedMigration, type Migration } from './migration-plan.ts'
import type { Database } from './pool.ts'

/** Any number will do, as long as it is always the same. */
const lockKey = 5_622_954

const ownFolder = join(import.meta.dirname, '../../migrations')

/**
 * Brings the database up to date, one transaction per file, and resolves with the names of those applied now. Nodes that
 * start together wait for each other. Throws MigrationRefusedError when files and database do not belong together.
 */
export const migrate = async (database: Database, folder = ownFolder): Promise<{ applied: string[] }> => {
  const files = readMigrations(folder)
  // A connection of its own: a migration, or waiting for another node's, may take longer than the pool's time-outs allow.
  const client = new pg.Client({ ...database.options, query_timeout: 0 })
  client.on('error', () => {}) // the statement under way, or the next, throws the same
  await client.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('set idle_in_transaction_session_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      `create table if not exists schema_migration (
         name text primary key,
         sha256 text not null,
         applied_at timestamptz not null default now()
       )`,
    )
    const { rows } = await client.query<AppliedMigration>('select name, sha256 from schema_migration')
    const waiting = planMigrations(files, rows)
    for (const migration of waiting) await apply(client, migration)
    return { applied: waiting.map(({ name }) => name) }
  } finally {
    await client.end() // which gives the lock back
  }
}

/** The names of those that `migrate` would apply; nothing is changed. Throws as it does. */
export const waitingMigrations = async (database: Database, folder = ownFolder): Promise<string[]> => {
  const table = await database.query(`select where to_regclass('schema_migration') is not null`)
  const { rows } =
    table.rowCount === 0
      ? { rows: [] }
      : await database.query<AppliedMigration>('select name, sha256 from schema_migration')
  return planMigrations(readMigrations(folder), rows).map(({ name }) => name)
}

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => {
      // A checkout may have rewritten the line ends; that is no change.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })

const apply = async (client: pg.Client, { name, sha256, sql }: Migration): Promise<void> => {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${name} failed and left nothing behind: ${reason}`, { cause: error })
  }
}
