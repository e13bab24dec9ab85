import { expect, it } from 'vitest'
import { databaseProblem } from './database-problem.ts'
import { refuseUnfit } from './fit.ts'
import type { Database } from './pool.ts'

const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

it.each([
  [failure('password authentication failed', '28P01'), 'the right user and password'],
  [failure('no pg_hba.conf entry', '28000'), 'pg_hba.conf'],
  [failure('database "x" does not exist', '3D000'), 'create it first'],
  [failure('permission denied for schema public', '42501'), 'alter database NAME owner to USER'],
  [failure('unrecognized configuration parameter', '42704'), 'PostgreSQL 15 or later'],
  [failure('too many clients', '53300'), 'max_connections'],
  [failure('the database system is starting up', '57P03'), 'starting or stopping'],
  [failure('connect ECONNREFUSED', 'ECONNREFUSED'), 'none answers there'],
  [failure('timeout exceeded when trying to connect'), 'none answers there in time'],
  [failure('The server does not support SSL connections'), 'sslmode=verify-full'],
  [failure('SASL: client password must be a string'), 'a password after the user'],
  [new Error('wrapped', { cause: failure('getaddrinfo', 'ENOTFOUND') }), 'none answers there'],
])('[C14] says of "%s" what DATABASE_URL should be', (error, words) => {
  expect(databaseProblem(error)).toMatch(/^DATABASE_URL should /)
  expect(databaseProblem(error)).toContain(words)
})

it('leaves a defect to its stack', () => {
  expect(databaseProblem(new TypeError('x is not a function'))).toBeNull()
})

const fit = { version: '18.4', number: 180_004, encoding: 'UTF8', replica: false }

it.each([
  [{ version: '14.9', number: 140_009 }, 'PostgreSQL 15 or later, and this is 14.9'],
  [{ encoding: 'LATIN1' }, 'encoding UTF8, and this is LATIN1'],
  [{ replica: true }, 'this is a replica'],
])('[C14] does not begin with a database like %o', async (unfit, words) => {
  const pool = (row: object) => ({ query: async () => ({ rows: [row] }) }) as unknown as Database
  await expect(refuseUnfit(pool(fit))).resolves.toBeUndefined()
  const error: unknown = await refuseUnfit(pool({ ...fit, ...unfit })).catch((thrown: unknown) => thrown)
  expect(error instanceof Error && databaseProblem(error)).toContain(words)
})
