import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReporter, type Reporter } from './reporter.ts'
import { reportKey } from './report-key.ts'
import { waitFor } from './fixtures/wait-for.ts'

interface Seen {
  url: string
  key: string
  authorization: string
  body: string
}

let server: Server
let reporter: Reporter
let seen: Seen[]
let said: string[]
let answers: (readonly [number, string] | 'hang-up')[]

beforeEach(async () => {
  seen = []
  said = []
  answers = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { authorization = '', 'idempotency-key': key } = request.headers
      seen.push({ url: request.url ?? '', key: String(key), authorization, body })
      const answer = answers.shift() ?? [200, 'application/json']
      if (answer === 'hang-up') return void response.destroy()
      response.writeHead(answer[0], { 'content-type': answer[1] }).end('{"code":"wrong-state"}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const serverUrl = `http://127.0.0.1:${port}`
  reporter = createReporter({
    serverUrl,
    deviceToken: 'secret',
    log: (event, fields) => said.push(`${event} ${JSON.stringify(fields)}`),
    firstRetryMs: 1,
    longestRetryMs: 5,
  })
})
afterEach(() => {
  reporter.stop()
  server.closeAllConnections()
  server.close()
})

const problem = 'application/problem+json'
const aReport = (outcome: string) =>
  ({
    kind: 'report-print',
    subject: 'job-1',
    key: reportKey('job', 'job-1', outcome),
    body: { jobId: 'job-1', outcome },
  }) as const

test('tells the command with token and key', async () => {
  expect(await reporter.send(aReport('printed'))).toBe('taken')
  expect(seen).toEqual([
    {
      url: '/api/commands/report-print',
      key: reportKey('job', 'job-1', 'printed'),
      authorization: 'Bearer secret',
      body: '{"jobId":"job-1","outcome":"printed"}',
    },
  ])
})

test('tries again with the same key until it is known', async () => {
  answers = [[503, problem], 'hang-up', [502, 'text/html'], [404, 'text/html'], [429, problem]]
  expect(await reporter.send(aReport('printed'))).toBe('taken')
  expect(seen).toHaveLength(6)
  expect(new Set(seen.map(({ key }) => key)).size).toBe(1)
})

test.each([
  [409, 'refused'],
  [404, 'refused'],
  [401, 'untold'],
] as const)('a problem document with %i is final: %s', async (status, answer) => {
  answers = [[status, problem]]
  expect(await reporter.send(aReport('printed'))).toBe(answer)
  expect(seen).toHaveLength(1)
})

test('a refusal is said with its code', async () => {
  answers = [[409, problem]]
  await reporter.send(aReport('printed'))
  expect(said).toEqual([
    'report-refused {"kind":"report-print","subject":"job-1","status":409,"code":"wrong-state"}',
  ])
})

test('stopping gives up what could not be told', async () => {
  answers = Array.from({ length: 1000 }, () => [503, problem] as const)
  const sending = reporter.send(aReport('printed'))
  await waitFor(() => expect(seen.length).toBeGreaterThan(0))
  reporter.stop()
  expect(await sending).toBe('untold')
})

test('reports about one job arrive in their order', async () => {
  answers = [[503, problem]]
  await Promise.all([reporter.send(aReport('stalled')), reporter.send(aReport('printed'))])
  expect(seen.map(({ body }) => body.includes('stalled'))).toEqual([true, true, false])
})

test('one that cannot be told does not hold up another', async () => {
  answers = Array.from({ length: 3 }, () => [503, problem] as const)
  const stuck = reporter.send({ ...aReport('printed'), subject: 'job-9' })
  await waitFor(() => expect(seen.length).toBeGreaterThan(0))
  await reporter.send(aReport('printed'))
  expect(await stuck).toBe('taken')
})

test('a key is a UUID, the same for the same report only', () => {
  expect(reportKey('job', 'a', 'printed')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(reportKey('job', 'a', 'printed')).toBe(reportKey('job', 'a', 'printed'))
  expect(reportKey('job', 'a', 'printed')).not.toBe(reportKey('job', 'a', 'sent'))
})
