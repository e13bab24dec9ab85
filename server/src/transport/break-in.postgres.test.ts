import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { aCityDatabase, bearer, CityNode, ticket } from '../../test/city-server.ts'
import type { TestDatabase } from '../../test/database.ts'
import { liveNamespace, protocolVersion } from '../contract/live.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import { enrollDevice, renewToken, revokeDevice } from '../devices/device-store.ts'
import { ensureOffice } from '../office/load-state.ts'

let database: TestDatabase
let node: CityNode
let sam: Record<string, string>

beforeAll(async () => {
  database = await aCityDatabase()
  node = await CityNode.start(database, { requestTimeoutMs: 400 })
  sam = { cookie: await node.signIn('sam') }
})

afterAll(async () => {
  await node.stop()
  await database.drop()
})

const problemOf = async (response: Response): Promise<ProblemDocument> =>
  (await response.json()) as ProblemDocument

const events = async (kind: string): Promise<number> => {
  const { rowCount } = await database.pool.query('select from security_event where kind = $1', [kind])
  return rowCount ?? 0
}

/** @returns what came back before the server hung up */
const sendRaw = async (text: string): Promise<string> => {
  const socket = connect(Number(new URL(node.url).port), '127.0.0.1', () => socket.write(text))
  let answer = ''
  socket.on('data', (bytes) => (answer += String(bytes)))
  socket.on('error', () => {})
  await once(socket, 'close')
  return answer
}

it.each([
  ['headers', 'GET /api/health HTTP/1.1\r\nHost: lob'],
  [
    'a body',
    'POST /api/session HTTP/1.1\r\nHost: lobby\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  ],
])('[C15] hangs up on %s that never end', async (_, beginning) => {
  expect(await sendRaw(beginning)).not.toContain('200 OK')
})

it('[C2] refuses JSON that is deeper than anything of ours', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const body = `{"service":"yard-sale","from":"2030-01-01","values":{"x":${deep}}}`
  const response = await node.give('change-service-settings', body, sam)
  expect(await problemOf(response)).toMatchObject({ code: 'invalid-body', fields: [{ code: 'too-deep' }] })
})

it('[C2] knows nothing by the names that every object has', async () => {
  const rosa = { cookie: await node.signIn('rosa') }
  const asked = [
    await node.give('take-ticket', { ...ticket, printerId: 'constructor' }, rosa),
    await node.give('take-ticket', { ...ticket, line: 'constructor' }, rosa),
    await node.give('open-drawer', { tillId: 'constructor', reason: 'count' }, rosa),
    await node.give('void-payment', { receiptId: 'constructor', reason: 'wrong-amount' }, rosa),
  ]
  for (const response of asked) expect((await problemOf(response)).code).toBe('invalid-body')
})

it('[C2] puts a printer at no device but an agent of the office', async () => {
  const other = { name: 'Other', printerId: null, token: 'a-token-of-another-office' }
  await ensureOffice(database.pool, 'side-hall')
  await enrollDevice(database.pool, { ...other, id: 'their-agent', officeId: 'side-hall', kind: 'agent' })
  const add = async (deviceId: string): Promise<number> =>
    (await node.give('add-printer', { printerId: 'new', name: 'New', deviceId }, sam)).status
  expect(await add('their-agent')).toBe(404)
  expect(await add('the-kiosk')).toBe(404)
  expect(await add('no-device')).toBe(404)
  expect(node.office.state.printers['new']).toBeUndefined()
  expect(await add('the-agent')).toBe(200)
})

it('[P2] prints a kiosk’s ticket at no other place than its own', async () => {
  const printsAt = async (printerId: string | null): Promise<string | null> => {
    const { jobId } = await node.must('take-ticket', { ...ticket, printerId }, bearer('kiosk'))
    return jobId && (node.office.state.prints[jobId]?.printerId ?? null)
  }
  expect(await printsAt('desk')).toBe('lobby')
  expect(await printsAt('lobby')).toBe('lobby')
  expect(await printsAt(null)).toBe('lobby')
})

it('[C13] assesses for kiosks and staff only, and not one tag after the other', async () => {
  const body = (tag: number) => ({ service: 'pet-tag', answers: { tag: String(tag) } })
  expect((await node.post('/api/assess', body(1), bearer('display'))).status).toBe(403)
  expect((await node.post('/api/assess', body(1), bearer('agent'))).status).toBe(403)
  const codes: number[] = []
  for (let tag = 1000; tag < 1220; tag++)
    codes.push((await node.post('/api/assess', body(tag), bearer('kiosk'))).status)
  expect(codes.slice(0, 200)).toEqual(codes.slice(0, 200).map(() => 200))
  expect(codes.filter((code) => code === 429).length).toBeGreaterThan(10)
  await expect.poll(() => events('too-curious')).toBeGreaterThan(0)
})

it('[C5] ends the session that a browser had when it signs in again', async () => {
  const cookie = await node.signIn('rosa')
  const response = await fetch(`${node.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ login: 'grace', password: 'a password for tests' }),
  })
  expect(response.status).toBe(200)
  expect((await node.get('/api/session', { cookie })).status).toBe(401)
})

it.each([
  '/api/search?q=ann',
  '/api/intakes/some-intake',
  '/api/issuances/some-issuance',
  '/api/issuances/some-issuance/page',
])('[PT21] shows %s to nobody who only sets things up', async (path) => {
  expect((await node.get(path, sam)).status).toBe(403)
  const rosa = { cookie: await node.signIn('rosa') }
  expect([200, 404]).toContain((await node.get(path, rosa)).status)
})

it('[PT21] assesses no dog’s record for anybody who only sets things up', async () => {
  const body = { service: 'pet-tag', answers: { tag: '20418' } }
  expect((await node.post('/api/assess', body, sam)).status).toBe(403)
  const rosa = { cookie: await node.signIn('rosa') }
  expect((await node.post('/api/assess', body, rosa)).status).toBe(200)
})

it('[C15] lets no browser keep what the interface answers', async () => {
  for (const path of ['/api/session', '/api/search?q=ann', '/api/nothing'])
    expect((await node.get(path, sam)).headers.get('cache-control')).toBe('no-store')
})

it.each(['/%ff', `/t/${'x'.repeat(200)}`, '/nothing', '/api/session', '/api/health'])(
  '[C15] answers %s with its security headers',
  async (path) => {
    const { headers } = await node.get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain(`default-src 'self'`)
  },
)

it('[C8] lets go of a revoked device, and lets it in no more', async () => {
  const token = 'a-token-of-a-lost-kiosk-a-token'
  const lost = { id: 'lost', officeId: 'hall', kind: 'kiosk', name: 'Lost', printerId: null, token } as const
  await enrollDevice(database.pool, lost)
  const knock = () =>
    io(node.url + liveNamespace, {
      transports: ['websocket'],
      auth: { audience: 'kiosk', protocol: protocolVersion, token },
      forceNew: true,
      reconnection: false,
    })
  const socket = knock()
  await once(socket as never, 'snapshot')
  const gone = once(socket as never, 'disconnect')
  await revokeDevice(database.pool, 'lost')
  const revokedAt = Date.now()
  await gone
  // each second, on a machine that may be busy
  expect(Date.now() - revokedAt).toBeLessThan(10_000)
  const [error] = (await once(knock() as never, 'connect_error')) as [Error]
  expect(error.message).toBe('unauthenticated')
  const headers = { authorization: `Bearer ${token}` }
  expect((await node.give('take-ticket', ticket, headers)).status).toBe(401)
})

it('[C7] writes down whose token it was when one that has ended is shown again', async () => {
  const kiosk = { id: 'moved', officeId: 'hall', kind: 'kiosk', name: 'Moved', printerId: null } as const
  const [first, second, third] = ['first', 'second', 'third'].map((word) => `${word}-token-of-a-moved-kiosk`)
  const shown = async (token = ''): Promise<number> =>
    (await node.get('/api/services', { authorization: `Bearer ${token}` })).status
  await enrollDevice(database.pool, { ...kiosk, token: first ?? '' })
  expect(await shown(first)).toBe(200)
  expect(await renewToken(database.pool, 'moved', second ?? '')).toBe('kiosk')
  await expect.poll(() => shown(first)).toBe(401)
  expect(await shown(second)).toBe(200)
  const traces = async (kind: string): Promise<number> => {
    const { rowCount } = await database.pool.query(
      `select from security_event where kind = $1 and detail->>'endedTokenOf' = 'moved'`,
      [kind],
    )
    return rowCount ?? 0
  }
  await expect.poll(() => traces('unauthenticated')).toBe(1)

  await revokeDevice(database.pool, 'moved')
  expect(await renewToken(database.pool, 'moved', third ?? '')).toBeNull()
  expect((await node.post('/api/devices/enroll', { token: second })).status).toBe(401)
  await expect.poll(() => traces('enrollment-refused')).toBe(1)
  const socket = io(node.url + liveNamespace, {
    transports: ['websocket'],
    auth: { audience: 'kiosk', protocol: protocolVersion, token: first },
    forceNew: true,
    reconnection: false,
  })
  await once(socket as never, 'connect_error')
  await expect.poll(() => traces('handshake-refused')).toBe(1)
}, 15_000)

it('[C7] refuses a handshake of any shape like any other, also when nobody more is let in', async () => {
  const full = await CityNode.start(database, { liveLimits: { sockets: 0, waiting: 50 } })
  const answers = [node, full].map(async ({ url }) => {
    const audience = { toString: 1, valueOf: null }
    const socket = io(url + liveNamespace, {
      transports: ['websocket'],
      auth: { audience, protocol: protocolVersion },
      forceNew: true,
      reconnection: false,
    })
    const [error] = (await once(socket as never, 'connect_error')) as [Error]
    return error.message
  })
  expect(await Promise.all(answers)).toEqual(['unauthenticated', 'unauthenticated'])
  await expect
    .poll(async () => {
      const { rowCount } = await database.pool.query(
        `select from security_event where kind = 'handshake-refused' and detail->>'audience' = ''`,
      )
      return rowCount
    })
    .toBe(2)
  await full.stop()
})

it('[C8] has no room for a socket that names none', async () => {
  const socket = io(node.url, { transports: ['websocket'], forceNew: true, reconnection: false })
  const [error] = (await once(socket as never, 'connect_error')) as [Error]
  expect(error.message).toBe('unauthenticated')
  socket.disconnect()
})

it('[C11] hears three wrong credentials by one connection and no more, and keeps nothing of it', async () => {
  const namespaces = vi.spyOn(Server.prototype, 'of')
  const knocked = await CityNode.start(database)
  type Kept = { name: string; _preConnectSockets: ReadonlyMap<string, object> }
  const live = namespaces.mock.results
    .map(({ value }) => value as Kept)
    .find(({ name }) => name === liveNamespace)
  namespaces.mockRestore()
  const socket = new WebSocket(`${knocked.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  let refused = 0
  socket.addEventListener('message', ({ data }) => (refused += String(data).startsWith('44') ? 1 : 0))
  await once(socket, 'open')
  for (let count = 0; count < 50; count++) {
    const auth = { audience: 'agent', protocol: protocolVersion, token: randomUUID() }
    socket.send(`40${liveNamespace},${JSON.stringify(auth)}`)
  }
  await once(socket, 'close')
  expect(refused).toBeLessThanOrEqual(3)
  await expect.poll(() => live?._preConnectSockets.size).toBe(0)
  await knocked.stop()
})
