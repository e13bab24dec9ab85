import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCityDatabase, bearer, CityNode } from '../../test/city-server.ts'
import { commandExamples } from '../../test/command-examples.ts'
import type { TestDatabase } from '../../test/database.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import type { CommandKind, Tender } from '../domain/command.ts'

let database: TestDatabase
let node: CityNode
let rosa: Record<string, string>

beforeAll(async () => {
  database = await aCityDatabase()
  node = await CityNode.start(database)
  rosa = { cookie: await node.signIn('rosa') }
})

afterAll(async () => {
  await node.stop()
  await database.drop()
})

const kinds = Object.keys(commandExamples) as CommandKind[]

/** What any command would leave behind. */
const stored = async (): Promise<unknown> => {
  const tables = [
    'fact',
    'command_key',
    'visit',
    'intake',
    'intake_file',
    'print_job',
    'till',
    'receipt',
    'claim',
  ]
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`)
  const { rows } = await database.pool.query(`select ${counts.join(', ')}`)
  return rows[0]
}

const problemOf = async (response: Response): Promise<ProblemDocument> => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const document = (await response.json()) as ProblemDocument
  expect(document.status).toBe(response.status)
  expect(document.type).toBe(`urn:lobbyline:problem:${document.code}`)
  return document
}

const leavesNothing = async (work: () => Promise<void>): Promise<void> => {
  const before = await stored()
  await work()
  expect(await stored()).toEqual(before)
}

/** The same body with one of its strings replaced, once for each string in it. */
const withString = (body: unknown, hostile: string): unknown[] => {
  if (typeof body === 'string') return [hostile]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) =>
    withString(value, hostile).map((changed) =>
      Array.isArray(body) ? body.with(Number(key), changed) : { ...body, [key]: changed },
    ),
  )
}

describe.for(kinds)('%s', (kind) => {
  const example = commandExamples[kind]

  it('[C2] without a session is unauthenticated', () =>
    leavesNothing(async () => {
      const response = await node.give(kind, example, {})
      expect(await problemOf(response)).toMatchObject({ status: 401, code: 'unauthenticated' })
    }))

  it('[C2] by a display is not allowed', () =>
    leavesNothing(async () => {
      const response = await node.give(kind, example, bearer('display'))
      expect(await problemOf(response)).toMatchObject({ status: 403, code: 'not-allowed' })
    }))

  it('[C2] with a wrong body names what is wrong', () =>
    leavesNothing(async () => {
      for (const body of [{}, [], null, 'text', 7, { ...example, extra: 1 }, '{"a":', '{"__proto__":{}}']) {
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        const document = await problemOf(await node.give(kind, text, rosa))
        expect(document.code).toBe('invalid-body')
      }
    }))

  it('[C2] about what is not there is refused', () =>
    leavesNothing(async () => {
      const document = await problemOf(await node.give(kind, example, rosa))
      expect(document.status).toBeGreaterThanOrEqual(400)
      expect(document.status).toBeLessThan(500)
      expect(['invalid-body', 'internal']).not.toContain(document.code)
    }))

  it('[C2] with a hostile string is refused', () =>
    leavesNothing(async () => {
      for (const hostile of ['a\u0000b', 'a\ud800b', 'a\u202eb', 'a\u001bpb'])
        for (const body of withString(example, hostile)) {
          const document = await problemOf(await node.give(kind, body, rosa))
          expect(document.code, JSON.stringify(body)).toBe('invalid-body')
          expect(JSON.stringify(document)).not.toContain('\\u')
        }
    }))

  it('[C2] of ten megabytes is too large', () =>
    leavesNothing(async () => {
      const body = JSON.stringify({ ...example, padding: 'x'.repeat(10 * 1024 * 1024) })
      const answer = await node.give(kind, body, rosa).then(problemOf, () => 'connection closed')
      if (typeof answer !== 'string') expect(answer).toMatchObject({ status: 413, code: 'too-large' })
    }))
})

const number = '4111 1111 1111 1111'
const paid = commandExamples['take-payment']
const tendered = (tender: Tender) => ({ ...paid, tenders: [tender] })

it.each<[CommandKind, unknown, string]>([
  [
    'take-payment',
    tendered({ kind: 'card', cents: 1, reference: number, lastFour: '1111' }),
    'tenders.0.reference',
  ],
  ['take-payment', tendered({ kind: 'check', cents: 1, checkNumber: number }), 'tenders.0.checkNumber'],
  ['take-payment', { ...paid, payer: `Ann ${number}` }, 'payer'],
  ['hold-visit', { ...commandExamples['hold-visit'], note: number }, 'note'],
  ['request-information', { ...commandExamples['request-information'], note: number }, 'note'],
  ['mark-paper', { ...commandExamples['mark-paper'], evidence: number }, 'evidence'],
])('[M15] %s takes no card number: %o', async (kind, body, path) => {
  const document = await problemOf(await node.give(kind, body, rosa))
  expect(document).toMatchObject({ code: 'card-number', fields: [{ path, code: 'card-number' }] })
  expect(JSON.stringify(document)).not.toContain('1111')
})

it.each<CommandKind>(['take-ticket', 'add-intake'])('[M15] %s takes no card number in an answer', (kind) =>
  leavesNothing(async () => {
    const intake = { service: 'yard-sale', answers: { name: `Ann ${number}` }, quotedCents: null }
    const body = { ...commandExamples[kind], line: 'yard-sale', printerId: null, intakes: [intake] }
    const added = { ...commandExamples['add-intake'], intake }
    const document = await problemOf(await node.give(kind, kind === 'add-intake' ? added : body, rosa))
    expect(document).toMatchObject({
      status: 422,
      code: 'card-number',
      details: { service: 'yard-sale', question: 'name' },
    })
    expect(JSON.stringify(document)).not.toContain('1111')
  }),
)

it('[M15] what is handed over, or searched for, may look like a card of a bank', async () => {
  const handed = { ...commandExamples['issue-intake'], handedNumbers: [number] }
  expect(await problemOf(await node.give('issue-intake', handed, rosa))).toMatchObject({ code: 'not-found' })
  expect((await node.get(`/api/search?q=${encodeURIComponent(number)}`, rosa)).status).toBe(200)
})

describe('the door', () => {
  const path = '/api/commands/call-next'
  const body = commandExamples['call-next']

  it.each([
    ['no key', {}],
    ['a short key', { 'idempotency-key': 'short' }],
    ['a long key', { 'idempotency-key': 'x'.repeat(101) }],
    ['a key with a space', { 'idempotency-key': 'one two three' }],
  ])('[C3] wants a key: %s', async (_, headers) => {
    expect(await problemOf(await node.post(path, body, { ...rosa, ...headers }))).toMatchObject({
      status: 422,
      code: 'invalid-key',
    })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '[C4] wants JSON, not %s',
    async (type) => {
      const headers = { ...rosa, 'content-type': type, 'idempotency-key': 'a-key-of-mine' }
      expect(await problemOf(await node.post(path, body, headers))).toMatchObject({
        status: 415,
        code: 'wrong-content-type',
      })
    },
  )

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('[C4] lets nobody else’s page in: %o', async (headers) => {
    const response = await node.post(path, body, { ...rosa, ...headers, 'idempotency-key': 'a-key-of-mine' })
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'wrong-origin' })
    const written = () => database.pool.query(`select from security_event where kind = 'wrong-origin'`)
    await expect.poll(async () => (await written()).rowCount).toBeGreaterThan(0)
  })

  it('knows no other routes and kinds', async () => {
    expect(await problemOf(await node.get('/api/secrets', rosa))).toMatchObject({ code: 'unknown-route' })
    const nope = await node.post(
      '/api/commands/toString',
      {},
      { ...rosa, 'idempotency-key': 'a-key-of-mine' },
    )
    expect(await problemOf(nope)).toMatchObject({ status: 404, code: 'unknown-route' })
    expect(await problemOf(await node.get('/api/%ff', rosa))).toMatchObject({ code: 'unknown-route' })
  })

  it('gives staff routes to staff only', async () => {
    for (const route of [
      '/api/session',
      '/api/staff',
      '/api/intakes/x',
      '/api/intakes/x/forms/y',
      '/api/issuances/x/page',
      '/api/search?q=ann',
    ]) {
      expect(await problemOf(await node.get(route))).toMatchObject({ status: 401, code: 'unauthenticated' })
      expect(await problemOf(await node.get(route, bearer('kiosk')))).toMatchObject({
        status: 403,
        code: 'forbidden',
      })
    }
  })

  it('checks parameters and queries', async () => {
    expect(await problemOf(await node.get('/api/search?q=a', rosa))).toMatchObject({ code: 'invalid-body' })
    expect(await problemOf(await node.get('/api/intakes/A%20B', rosa))).toMatchObject({
      code: 'invalid-body',
    })
    expect(await problemOf(await node.get('/api/intakes/none?atLeast=-1', rosa))).toMatchObject({
      code: 'invalid-body',
    })
    expect(await problemOf(await node.get('/api/intakes/none', rosa))).toMatchObject({ code: 'not-found' })
    expect(await problemOf(await node.get(`/api/my-ticket/${'x'.repeat(40)}`))).toMatchObject({
      code: 'not-found',
    })
  })

  it('[C3] takes one key for one thing', async () => {
    const key = 'the-same-key-twice'
    const first = await node.give(
      'open-window',
      { windowId: Object.keys(node.office.state.windows)[0] },
      rosa,
      key,
    )
    const again = await node.give(
      'open-window',
      { windowId: Object.keys(node.office.state.windows)[0] },
      rosa,
      key,
    )
    expect(await again.text()).toBe(await first.text())
    const other = await node.give(
      'close-window',
      { windowId: Object.keys(node.office.state.windows)[0] },
      rosa,
      key,
    )
    expect(await problemOf(other)).toMatchObject({ status: 422, code: 'key-reused' })
  })
})
