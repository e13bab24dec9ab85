import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createPool, type Database, type PoolOptions } from '../src/database/pool.ts'

export type TestDatabase = {
  pool: Database
  connectionString: string
  drop(): Promise<void>
}

/** A database of a test file's own, with the migrations applied, or with nothing in it at all. */
export const freshDatabase = async ({
  migrated = true,
  ...poolOptions
}: PoolOptions & { migrated?: boolean } = {}): Promise<TestDatabase> => {
  const { connectionString: server, template } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${migrated ? template : 'template0'}`)

  const connectionString = Object.assign(new URL(server), { pathname: name }).href
  const pool = createPool(connectionString, { size: 10, ...poolOptions })
  return {
    pool,
    connectionString,
    drop: async () => {
      await pool.end()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

const administer = async (server: string, statement: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  try {
    // One at a time, whatever the number of test files: a template is copied while nobody else uses it.
    await admin.query('select pg_advisory_lock(1)')
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
