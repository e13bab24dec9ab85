import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { protocolVersion } from '../contract.ts'
import { reportText } from './finding.ts'
import { serverFindings } from './server-check.ts'

interface Answer {
  status: number
  body: unknown
  location?: string
}

/** A server as the doctor knows it: what it answers by route, and all that it was asked. */
let http: Server
let serverUrl: string
let answers: Record<string, Answer>
let asked: string[]

const deviceToken = 'the-token-of-this-agent'
const problem = (status: number, code: string): Answer => ({
  status,
  body: { type: 'x', title: 'x', status, code },
})
const describes = (version: string) => ({ status: 200, body: { info: { title: 'Lobbyline', version } } })
const enrolls = (kind: string, deviceId: string) => ({
  status: 200,
  body: { deviceId, kind, printerId: null },
})

beforeEach(async () => {
  asked = []
  answers = {
    'GET /api/health': { status: 200, body: { ok: true } },
    'GET /api/openapi.json': describes(String(protocolVersion)),
    'POST /api/devices/enroll': problem(401, 'unauthenticated'),
  }
  http = createServer((request, response) => {
    const at = `${request.method} ${request.url}`
    const { status, body, location } = answers[at] ?? problem(404, 'unknown-route')
    let sent = ''
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()))
    request.on('end', () => {
      asked.push(sent === '' ? at : `${at} ${sent}`)
      response.writeHead(status, location === undefined ? {} : { location })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  http.on('upgrade', ({ url }, socket) => {
    asked.push(`live ${url}`)
    socket.destroy()
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  serverUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterEach(() => {
  http.closeAllConnections()
  http.close()
})

const say = async (): Promise<string> => {
  const text = reportText([{ title: 'Server', findings: await serverFindings({ serverUrl, deviceToken }) }])
  return text.replaceAll(serverUrl, 'SERVER')
}

test('a token that the server knows as an agent’s is said to be right, and the device is left to whoever serves it', async () => {
  answers['POST /api/devices/enroll'] = enrolls('agent', 'agent-3')
  expect(await say()).toBe(
    'Server\n  ok SERVER answers\n  ok it knows this DEVICE_TOKEN (deviceToken) as that of the agent agent-3',
  )
  expect(asked).toEqual([
    'GET /api/health',
    'GET /api/openapi.json',
    `POST /api/devices/enroll {"token":"${deviceToken}"}`,
  ])
})

test.each([
  ['not known or ended', problem(401, 'unauthenticated')],
  ['too short to be one', problem(422, 'invalid-body')],
])('a token that is %s: how to get one', async (_, answer) => {
  answers['POST /api/devices/enroll'] = answer
  const said = await say()
  expect(said).toContain('  !! it does not know this DEVICE_TOKEN (deviceToken)')
  expect(said).toContain('npm run admin -- renew-token ID')
  expect(said).toContain('npm run admin -- add-device OFFICE ID --kind agent --name NAME')
})

test.each(['kiosk', 'display'])('a token of a %s is named as one', async (kind) => {
  answers['POST /api/devices/enroll'] = enrolls(kind, 'front')
  const said = await say()
  expect(said).toContain(`  !! this DEVICE_TOKEN (deviceToken) is that of the ${kind} front, not of an agent`)
  expect(said).toContain("-> write the agent's own")
})

test('a server of another version is named as one, and is shown no token', async () => {
  answers['GET /api/openapi.json'] = describes('9')
  expect(await say()).toContain(
    `  !! it is of another version of Lobbyline (protocol 9, this agent ${protocolVersion})`,
  )
  expect(asked).toEqual(['GET /api/health', 'GET /api/openapi.json'])
})

test.each([
  ['a page', { status: 200, body: '<!doctype html>' }],
  ['of something else', { status: 200, body: { info: { title: 'Petstore', version: '1' } } }],
  ['that it knows of nothing', problem(404, 'unknown-route')],
])('another program that answers %s is shown no token', async (_, answer) => {
  answers['GET /api/openapi.json'] = answer
  expect(await say()).toContain('another program may answer there')
  expect(asked).toHaveLength(2)
})

test('a server that cannot say it now is not taken for one that does not know', async () => {
  answers['POST /api/devices/enroll'] = problem(429, 'too-many-requests')
  expect(await say()).toContain('it could not say whether it knows this DEVICE_TOKEN (deviceToken) (too-many')
})

test('an address that only points elsewhere: the one to write, and no token for it', async () => {
  answers['GET /api/health'] = { status: 308, body: '', location: 'https://lobby.example.gov/api/health' }
  const said = await say()
  expect(said).toContain('  !! SERVER only points to https://lobby.example.gov;')
  expect(said).toContain('-> write that address as SERVER_URL (serverUrl)')
  expect(asked).toEqual(['GET /api/health'])
  answers['GET /api/health'] = { status: 200, body: { ok: true } }
  answers['POST /api/devices/enroll'] = { status: 307, body: '', location: '/elsewhere' }
  expect(await say()).toContain('it could not say')
  expect(asked.filter((at) => at.includes('elsewhere'))).toEqual([])
})

test('a server that is away is said to be, and nothing more', async () => {
  answers['GET /api/health'] = { status: 502, body: '' }
  const away = (reason: string) =>
    `Server\n  !! SERVER does not answer (${reason})\n       -> check the address, the network and the server`
  expect(await say()).toBe(away('it answers 502'))
  expect(asked).toEqual(['GET /api/health'])
  http.closeAllConnections()
  http.close()
  await once(http, 'close')
  expect(await say()).toMatch(
    /^Server\n {2}!! SERVER does not answer \(.*ECONNREFUSED.*\)\n {7}-> check[^\n]*$/,
  )
})
