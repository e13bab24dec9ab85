import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import type { TestDatabase } from '../../../test/database.ts'
import type { ColumnType } from './binary-array.ts'
import { binaryArray } from './binary-array.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const read = async (type: ColumnType, array: unknown): Promise<unknown[]> => {
  const text = `select value::text from unnest($1::${type}[]) with ordinality as t (value, n) order by n`
  const { rows } = await database.pool.query<{ value: unknown }>({ text, values: [array] })
  return rows.map(({ value }) => value)
}

const same = [{ a: 'é' }]
const noon = Date.UTC(2026, 10, 29, 12, 30, 15, 250)
const values: Record<ColumnType, readonly unknown[]> = {
  text: ['', 'P012', 'P012', null, 'P012', 'Ñandú', '號碼 🐕', `"{}",\\'`, 'x'.repeat(200_000), 'x'],
  integer: [0, 1, 1, -1, null, 2_147_483_647, -2_147_483_648],
  bigint: [
    0,
    7,
    null,
    null,
    7,
    -7,
    2 ** 32,
    -(2 ** 32) - 1,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ],
  boolean: [true, true, false, null, false],
  date: ['2026-11-29', '2026-11-29', '2000-01-01', '1999-12-31', null, '2028-02-29'],
  timestamptz: [noon, noon, 0, null, -1, noon + 1, Date.UTC(1999, 11, 31, 23, 59, 59, 999)],
  json: [{ name: 'Ana "Nina"' }, [1, null], 'text', 3, false, null, {}, same, same],
}

/** The same values in the form that the driver gives them, which Postgres reads by itself. */
const asText = (type: ColumnType, value: unknown): unknown => {
  if (value === null) return null
  if (type === 'timestamptz') return new Date(value as number).toISOString()
  return type === 'json' ? JSON.stringify(value) : value
}

test.each(Object.keys(values) as ColumnType[])('%s arrives in binary as it does in text', async (type) => {
  const given = values[type]
  const told = await read(type, binaryArray(type, given))
  expect(told).toHaveLength(given.length)
  expect(told).toEqual(
    await read(
      type,
      given.map((value) => asText(type, value)),
    ),
  )
  expect(await read(type, binaryArray(type, []))).toEqual([])
  expect(await read(type, binaryArray(type, [undefined, null]))).toEqual([null, null])
})

test('a value that its type does not hold is refused before it is sent', () => {
  expect(() => binaryArray('integer', [2_147_483_648])).toThrow(RangeError)
  expect(() => binaryArray('integer', [1.5])).toThrow(RangeError)
  expect(() => binaryArray('bigint', [2 ** 53])).toThrow(RangeError)
  expect(() => binaryArray('date', ['soon'])).toThrow(RangeError)
  expect(() => binaryArray('timestamptz', [Number.NaN])).toThrow(RangeError)
})
