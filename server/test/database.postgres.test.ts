import { expect, it } from 'vitest'
import { freshDatabase } from './database.ts'

it('gives each caller a migrated database of its own, many at once', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => freshDatabase()))
  try {
    await Promise.all(
      databases.map(({ pool }) => pool.query('create table only_mine as select from schema_migration')),
    )
    const names = await Promise.all(
      databases.map(
        async ({ pool }) =>
          (await pool.query<{ name: string }>('select current_database() as name')).rows[0]?.name,
      ),
    )
    expect(new Set(names).size).toBe(6)
  } finally {
    await Promise.all(databases.map((database) => database.drop()))
  }
})

it('gives an empty database when asked', async () => {
  const database = await freshDatabase({ migrated: false })
  const tables = await database.pool.query(`select from pg_tables where schemaname = 'public'`)
  await database.drop()
  expect(tables.rowCount).toBe(0)
})

it('leaves nothing behind once dropped', async () => {
  const [gone, other] = await Promise.all([freshDatabase(), freshDatabase()])
  const name = new URL(gone.connectionString).pathname.slice(1)
  await gone.drop()
  expect((await other.pool.query('select from pg_database where datname = $1', [name])).rowCount).toBe(0)
  await other.drop()
})
