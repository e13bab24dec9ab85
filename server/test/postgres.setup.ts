import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts'
import { migrate } from '../src/database/migrate.ts'
import { createPool } from '../src/database/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to make databases, and the migrated one to clone. */
    postgres: { connectionString: string; template: string }
  }
}

const template = 'lobbyline_template'

let stop = async () => {}

/** One PostgreSQL for each run of the tests, in a folder and on a port of its own, with the migrations applied once. */
export const setup = async (project: TestProject) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lobbyline-test-'))
  const postgres = await startEmbeddedPostgres({ dataDir, throwaway: true })
  const { connectionString } = postgres
  stop = async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }

  const admin = createPool(connectionString, { size: 1 })
  try {
    await admin.query(`create database ${template}`)
    const pool = createPool(Object.assign(new URL(connectionString), { pathname: template }).href, {
      size: 1,
    })
    await migrate(pool).finally(() => pool.end())
    await admin.query(`alter database ${template} with is_template true allow_connections false`)
  } catch (error) {
    await stop()
    throw error
  } finally {
    await admin.end()
  }
  project.provide('postgres', { connectionString, template })
}

export const teardown = () => stop()
