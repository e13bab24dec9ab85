import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { inTransaction } from './transaction.ts'

let database: TestDatabase
let lost = 0

beforeAll(async () => {
  database = await freshDatabase({ migrated: false, statementTimeoutMs: 500, onConnectionLost: () => lost++ })
  await database.pool.query('create table note (body text)')
})
afterAll(() => database.drop())

const one = async (expression: string): Promise<unknown> =>
  (await database.pool.query<{ value: unknown }>(`select ${expression} as value`)).rows[0]?.value

describe('values from SQL', () => {
  it.each([
    [`timestamptz '2026-11-03 08:00:00.123456-08'`, Date.UTC(2026, 10, 3, 16, 0, 0, 123)],
    [`timestamptz '1969-12-31 23:59:59.5+00'`, -500],
    [`array[timestamptz '1970-01-01 00:00:01+00', null]`, [1000, null]],
    [`null::timestamptz`, null],
    [`9007199254740991::bigint`, Number.MAX_SAFE_INTEGER],
    [`array[1::bigint, null]`, [1, null]],
    [`date '2026-03-08'`, '2026-03-08'],
    [`array[date '2026-03-08']`, ['2026-03-08']],
    [`'{"b": 1, "a": [2]}'::json`, { b: 1, a: [2] }],
    [`'{"b": 1,  "a": 1}'::json::text`, '{"b": 1,  "a": 1}'],
    [`array['a', 'b,c']`, ['a', 'b,c']],
    [`12.50::numeric`, '12.50'],
    [`true`, true],
  ])('%s', async (expression, value) => {
    expect(await one(expression)).toEqual(value)
  })

  it('throws rather than round a bigint', async () => {
    await expect(one('9007199254740992::bigint')).rejects.toThrow(RangeError)
    expect(await one('1')).toBe(1)
  })

  it('gives every instant back to the millisecond', async () => {
    const instants = Array.from({ length: 2_000 }, (_, i) => 1_790_000_000_000 + i * 7_654_321)
    const { rows } = await database.pool.query<{ at: number }>(
      'select to_timestamp(ms / 1000.0) as at from unnest($1::bigint[]) with ordinality as t (ms, n) order by n',
      [instants],
    )
    expect(rows.map(({ at }) => at)).toEqual(instants)
  })
})

describe('the pool', () => {
  it('sets what a durable answer needs', async () => {
    expect(await one(`current_setting('synchronous_commit')`)).toBe('on')
    expect(await one(`current_setting('client_connection_check_interval')`)).toBe('500ms')
    expect(await one(`current_setting('TimeZone')`)).toBe('UTC')
  })

  it('ends a statement that takes too long, and goes on', async () => {
    await expect(one('pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
    expect(await one('1')).toBe(1)
  })

  it('lives through the loss of its connections', async () => {
    const connections = await Promise.all([database.pool.connect(), database.pool.connect()])
    const pids = await Promise.all(
      connections.map(
        async (c) => (await c.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid,
      ),
    )
    connections[1].release()
    await connections[0].query('select pg_terminate_backend($1)', [pids[1]])
    connections[0].release()
    await expect.poll(() => lost).toBe(1)
    expect(await one('1')).toBe(1)
  })
})

describe('inTransaction', () => {
  const notes = async () =>
    (await database.pool.query<{ body: string }>('select body from note order by body')).rows.map(
      ({ body }) => body,
    )

  it('commits what resolves and rolls back what throws', async () => {
    expect(
      await inTransaction(database.pool, async (connection) => {
        await connection.query(`insert into note values ('kept')`)
        return 'done'
      }),
    ).toBe('done')
    const failing = inTransaction(database.pool, async (connection) => {
      await connection.query(`insert into note values ('dropped')`)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await notes()).toEqual(['kept'])
  })

  it('does not put a lost connection back into the pool', async () => {
    const losing = inTransaction(database.pool, (connection) =>
      connection.query('select pg_terminate_backend(pg_backend_pid())'),
    )
    await expect(losing).rejects.toThrow()
    expect(await one('1')).toBe(1)
  })
})
