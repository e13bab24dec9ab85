import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { migrate, waitingMigrations } from './migrate.ts'

let database: TestDatabase
let folder: string

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const applied = async () =>
  (await database.pool.query<{ name: string }>('select name from schema_migration order by name')).rows.map(
    (r) => r.name,
  )

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  database = await freshDatabase({ migrated: false })
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

describe('migrate', () => {
  it('accepts a folder with no migration', async () => {
    expect(await migrate(database.pool, folder)).toEqual({ applied: [] })
  })

  it('applies each file once, in order, and again only what is new', async () => {
    write('0002_second.sql', 'insert into shelf values (1); insert into shelf values (2);')
    write('0001_first.sql', 'create table shelf (book int);')
    expect(await migrate(database.pool, folder)).toEqual({ applied: ['0001_first.sql', '0002_second.sql'] })
    expect(await migrate(database.pool, folder)).toEqual({ applied: [] })
    write('0003_third.sql', 'insert into shelf values (3);')
    expect(await migrate(database.pool, folder)).toEqual({ applied: ['0003_third.sql'] })
    expect((await database.pool.query('select count(*) as books from shelf')).rows).toEqual([{ books: 3 }])
  })

  it('[C14] tells what waits, and changes nothing', async () => {
    write('0001_first.sql', 'create table shelf (book int);')
    expect(await waitingMigrations(database.pool, folder)).toEqual(['0001_first.sql'])
    expect((await database.pool.query(`select to_regclass('schema_migration') as known`)).rows).toEqual([
      { known: null },
    ])
    await migrate(database.pool, folder)
    write('0002_second.sql', 'insert into shelf values (1);')
    expect(await waitingMigrations(database.pool, folder)).toEqual(['0002_second.sql'])
    expect(await applied()).toEqual(['0001_first.sql'])
  })

  it('refuses a file changed after it was applied, but not another style of line ends', async () => {
    write('0001_first.sql', 'create table shelf (\n  book int\n);\n')
    await migrate(database.pool, folder)
    write('0001_first.sql', 'create table shelf (\r\n  book int\r\n);\r\n')
    await expect(migrate(database.pool, folder)).resolves.toEqual({ applied: [] })
    write('0001_first.sql', 'create table shelf (book text);\n')
    await expect(migrate(database.pool, folder)).rejects.toThrow('0001_first.sql was changed')
  })

  it('leaves nothing behind of a migration that fails, and keeps those before it', async () => {
    write('0001_first.sql', 'create table shelf (book int);')
    write('0002_broken.sql', 'create table half (); select 1/0;')
    await expect(migrate(database.pool, folder)).rejects.toThrow('0002_broken.sql failed')
    expect(await applied()).toEqual(['0001_first.sql'])
    expect((await database.pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  })

  it('is safe when several nodes start at once', async () => {
    write('0001_first.sql', 'select pg_sleep(0.3); create table shelf (book int);')
    const all = await Promise.all([1, 2, 3].map(() => migrate(database.pool, folder)))
    expect(all.flatMap((one) => one.applied)).toEqual(['0001_first.sql'])
  })

  it('may take longer than the pool lets a statement run', async () => {
    const hasty = await freshDatabase({ migrated: false, statementTimeoutMs: 50 })
    write('0001_first.sql', 'select pg_sleep(0.3);')
    await migrate(hasty.pool, folder).finally(() => hasty.drop())
  })
})
