import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aCityDatabase, CityNode, password } from '../../test/city-server.ts'
import type { TestDatabase } from '../../test/database.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import { signIn } from './sign-in.ts'
import { setPassword } from './staff-store.ts'

let database: TestDatabase
let node: CityNode

beforeAll(async () => {
  database = await aCityDatabase()
  node = await CityNode.start(database)
})

beforeEach(() => database.pool.query('delete from sign_in_guess'))

afterAll(async () => {
  await node.stop()
  await database.drop()
})

const guess = (login: string, with_ = 'a wrong guess'): Promise<Response> =>
  node.post('/api/session', { login, password: with_ })

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as ProblemDocument).code

const events = async (kind: string): Promise<number> => {
  const { rowCount } = await database.pool.query('select from security_event where kind = $1', [kind])
  return rowCount ?? 0
}

it('[C5] sets a cookie that no script and no other site can use, and keeps only its hash', async () => {
  const response = await guess('rosa', password)
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^lobbyline_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(await response.json()).toEqual({
    officeId: 'hall',
    staff: { id: 'rosa', name: 'rosa', roles: ['clerk'] },
  })
  const token = cookie.slice('lobbyline_session='.length, cookie.indexOf(';'))
  const { rows } = await database.pool.query('select * from session')
  expect(JSON.stringify(rows)).not.toContain(token)
})

it('signs in whatever the case of the login', async () => {
  expect((await guess(' ROSA ', password)).status).toBe(200)
})

// Before any other wrong guess: they are written down in their own time.
it('[C7] writes refusals down', async () => {
  await guess('grace')
  await expect.poll(() => events('sign-in-refused')).toBe(1)
})

it('[C6] says the same of a wrong password and of nobody', async () => {
  const [wrong, nobody] = await Promise.all([guess('rosa'), guess('nobody')])
  expect([wrong.status, nobody.status]).toEqual([401, 401])
  expect(await wrong.text()).toBe(await nobody.text())
})

it('[C6] locks a login after five wrong guesses, for longer each time, and nobody else', async () => {
  for (let count = 0; count < 5; count++) expect(await codeOf(await guess('rosa'))).toBe('wrong-credentials')
  const locked = await guess('rosa', password)
  const document = (await locked.json()) as ProblemDocument
  expect(locked.status).toBe(429)
  expect(document.code).toBe('locked-out')
  const firstMs = Number(document.details?.['untilMs']) - Date.now()
  expect(firstMs).toBeGreaterThan(20_000)
  expect(firstMs).toBeLessThanOrEqual(30_000)
  expect((await guess('grace', password)).status).toBe(200)

  await database.pool.query('update sign_in_guess set locked_until = now()')
  expect(await codeOf(await guess('rosa'))).toBe('wrong-credentials')
  const second = (await (await guess('rosa')).json()) as ProblemDocument
  expect(Number(second.details?.['untilMs']) - Date.now()).toBeGreaterThan(50_000)

  await database.pool.query('update sign_in_guess set locked_until = now()')
  expect((await guess('rosa', password)).status).toBe(200)
  expect(await codeOf(await guess('rosa'))).toBe('wrong-credentials')
})

it('[C6] locks a login that nobody has just the same', async () => {
  for (let count = 0; count < 5; count++) await guess('nobody')
  expect(await codeOf(await guess('nobody'))).toBe('locked-out')
})

it('[C6] lets an address that may not guess any more lock nobody', async () => {
  await database.pool.query(
    `insert into sign_in_guess (subject, guesses, locked_until, last_at)
     values ('address:127.0.0.1', 40, now() + interval '1 minute', now())`,
  )
  for (let count = 0; count < 6; count++) expect(await codeOf(await guess('rosa'))).toBe('locked-out')
  await database.pool.query(`delete from sign_in_guess where subject = 'address:127.0.0.1'`)
  expect((await guess('rosa', password)).status).toBe(200)
})

it('[C6] lets a stranger elsewhere lock nobody at the counter', async () => {
  const from = (address: string, with_: string) =>
    signIn(database.pool, { login: 'rosa', password: with_, network: address })
  for (let count = 0; count < 8; count++) await from('203.0.113.9', 'a wrong guess')
  expect(await from('203.0.113.9', password)).toMatchObject({ ok: false, code: 'locked-out' })
  expect(await from('10.0.0.7', password)).toMatchObject({ ok: true })
})

it('[C6] slows down guesses at one login from ever new addresses, but its owner nowhere that they have signed in lately', async () => {
  const from = async (network: string, with_ = 'a wrong guess') => {
    const result = await signIn(database.pool, { login: 'rosa', password: with_, network })
    return result.ok || result.code
  }
  expect(await from('10.0.0.7', password)).toBe(true)
  const codes: unknown[] = []
  for (let count = 0; count < 53; count++) codes.push(await from(`203.0.113.${count}`))
  expect(codes.slice(0, 50)).toEqual(codes.slice(0, 50).map(() => 'wrong-credentials'))
  expect(codes.slice(50)).toEqual(['locked-out', 'locked-out', 'locked-out'])
  const { rows } = await database.pool.query<{ far: boolean }>(
    `select locked_until > now() + interval '61 seconds' as far from sign_in_guess where subject = 'login:rosa'`,
  )
  expect(rows).toEqual([{ far: false }])

  expect(await from('198.51.100.1', password)).toBe('locked-out')
  for (let count = 0; count < 5; count++) expect(await from('10.0.0.7')).toBe('wrong-credentials')
  expect(await from('10.0.0.7', password)).toBe('locked-out')
  await database.pool.query(`update sign_in_guess set locked_until = now() where subject like 'place:%'`)
  expect(await from('10.0.0.7', password)).toBe(true)
  expect(await from('198.51.100.1', password)).toBe('locked-out')
  await database.pool.query(`update known_place set last_at = now() - interval '61 days'`)
  expect(await from('10.0.0.7', password)).toBe('locked-out')
})

it('[C6] takes no login for a place, however it is written', async () => {
  const from = (login: string, address: string, with_ = 'a wrong guess') =>
    signIn(database.pool, { login, password: with_, network: address })
  for (let count = 0; count < 53; count++) await from('rosa at 10.0.0.7', `203.0.113.${count}`)
  for (let count = 0; count < 53; count++) await from('10.0.0.7 rosa', `198.51.100.${count}`)
  expect(await from('rosa', '10.0.0.7', password)).toMatchObject({ ok: true })
})

it('[C6] counts guesses that are made at the same time', async () => {
  const codes = await Promise.all(Array.from({ length: 12 }, async () => codeOf(await guess('sam'))))
  expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5)
  expect(codes.filter((code) => code === 'locked-out')).toHaveLength(7)
})

it('[C5] ends by signing out', async () => {
  const cookie = await node.signIn('rosa')
  expect((await node.get('/api/session', { cookie })).status).toBe(200)
  await fetch(`${node.url}/api/session`, { method: 'DELETE', headers: { cookie } })
  expect((await node.get('/api/session', { cookie })).status).toBe(401)
})

it.each([
  ['no request for two hours', `last_seen_at = now() - interval '2 hours'`],
  ['a long day', `expires_at = now()`],
])('[C5] ends after %s', async (_, change) => {
  const cookie = await node.signIn('rosa')
  await database.pool.query(`update session set ${change}`)
  expect((await node.get('/api/session', { cookie })).status).toBe(401)
})

it('[C5] ends with a new password, and with leaving', async () => {
  const [grace, sam] = [await node.signIn('grace'), await node.signIn('sam')]
  await setPassword(database.pool, 'grace', 'another password')
  await database.pool.query(`update staff set active = false where login = 'sam'`)
  expect((await node.get('/api/session', { cookie: grace })).status).toBe(401)
  expect((await node.get('/api/session', { cookie: sam })).status).toBe(401)
})
