import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCityDatabase, bearer, CityNode, publicUrl, ticket, tokens } from '../../../test/city-server.ts'
import { ana, city, lineSettings } from '../../../test/builders.ts'
import type { TestDatabase } from '../../../test/database.ts'
import {
  audiences,
  liveNamespace,
  protocolVersion,
  type Audience,
  type ClientEvents,
  type FactsMessage,
  type ServerEvents,
  type SnapshotMessage,
} from '../../contract/live.ts'
import type { Command, CommandActor } from '../../domain/command.ts'
import type { PrintJob } from '../../domain/slip.ts'
import { evolve } from '../../domain/evolve.ts'
import type { OfficeState } from '../../domain/state.ts'
import { changeDevice } from '../../devices/device-store.ts'
import { tokenHash } from '../../staff/secret-token.ts'
import { ensureOffice } from '../../office/load-state.ts'

type Client = Socket<ServerEvents, ClientEvents>

let database: TestDatabase
let node: CityNode
let other: CityNode
let session: string
const sockets: Client[] = []

beforeAll(async () => {
  database = await aCityDatabase()
  node = await CityNode.start(database)
  other = await CityNode.start(database)
  session = await node.signIn('rosa')
})

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

afterAll(async () => {
  await Promise.all([node.stop(), other.stop()])
  await database.drop()
})

interface Knock {
  audience: Audience
  at?: CityNode
  auth?: object
  headers?: Record<string, string>
}

const knock = ({ audience, at = node, auth = {}, headers = {} }: Knock): Client => {
  const socket: Client = io(at.url + liveNamespace, {
    transports: ['websocket'],
    auth: { audience, protocol: protocolVersion, ...auth },
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  })
  sockets.push(socket)
  return socket
}

const credentials = {
  nothing: {},
  'a wrong token': { auth: { token: 'x'.repeat(43) } },
  'a staff session': { headers: () => ({ cookie: session }) },
  'a kiosk': { headers: () => ({ cookie: `lobbyline_kiosk=${tokens.kiosk}` }) },
  'a display': { headers: () => ({ cookie: `lobbyline_display=${tokens.display}` }) },
  'an agent': { auth: { token: tokens.agent, journal: 'a journal' } },
  "a kiosk's token in a display's cookie": {
    headers: () => ({ cookie: `lobbyline_display=${tokens.kiosk}` }),
  },
  "a kiosk's token as a session": { headers: () => ({ cookie: `lobbyline_session=${tokens.kiosk}` }) },
} satisfies Record<string, { auth?: object; headers?: () => Record<string, string> }>

const rooms: Partial<Record<string, Audience>> = {
  'a staff session': 'console',
  'a kiosk': 'kiosk',
  'a display': 'display',
  'an agent': 'agent',
}

/** The refusal's code, or `joined`. */
const answerOf = async (socket: Client): Promise<string> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve('joined'))
    socket.once('connect_error', ({ message }) => resolve(message))
  })

const refusals = async (code: string): Promise<number> => {
  const { rowCount } = await database.pool.query(
    `select from security_event where kind = 'handshake-refused' and detail->>'code' = $1`,
    [code],
  )
  return rowCount ?? 0
}

describe.for(Object.entries(credentials))('%s', ([name, credential]) => {
  it.for([...audiences])('[C8] at the door of %s', async (audience) => {
    const { auth = {}, headers = () => ({}) } = credential as {
      auth?: object
      headers?: () => Record<string, string>
    }
    const socket = knock({ audience, auth, headers: headers() })
    const heard: string[] = []
    socket.onAny((event: string) => heard.push(event))
    const answer = await answerOf(socket)
    if (rooms[name] === audience) return expect(answer).toBe('joined')
    expect(answer).toBe(rooms[name] ? 'forbidden' : 'unauthenticated')
    expect(heard).toEqual([])
  })
})

it('[C8] turns nobody away while the database cannot say who it is', async () => {
  const headers = { cookie: await node.signIn('rosa') }
  await database.pool.query('alter table session rename to session_away')
  try {
    expect(await answerOf(knock({ audience: 'console', headers }))).toBe('not-ready')
  } finally {
    await database.pool.query('alter table session_away rename to session')
  }
  expect(await answerOf(knock({ audience: 'console', headers }))).toBe('joined')
})

it('[C7] writes refused handshakes down', async () => {
  await answerOf(knock({ audience: 'console' }))
  await expect.poll(() => refusals('unauthenticated')).toBeGreaterThan(0)
})

it.each([
  ['https://evil.example', false],
  ['null', false],
  [`${publicUrl}.evil.example`, false],
  [publicUrl, true],
])('[C4] a page of %s opens a websocket: %s', async (origin, allowed) => {
  const socket = knock({ audience: 'console', headers: { cookie: session, origin } })
  const answer = await answerOf(socket)
  expect(answer === 'joined').toBe(allowed)
  if (allowed) return
  await expect
    .poll(async () => {
      const { rowCount } = await database.pool.query(
        `select from security_event where kind = 'wrong-origin' and detail->>'route' = '/live'`,
      )
      return rowCount
    })
    .toBeGreaterThan(0)
})

it('[C1] speaks one version only', async () => {
  const older = { protocol: protocolVersion - 1, somethingElse: true }
  expect(await answerOf(knock({ audience: 'display', auth: older }))).toBe('protocol-mismatch')
})

const snapshotOf = async (socket: Client): Promise<SnapshotMessage> => {
  const [message] = (await once(socket as never, 'snapshot')) as [SnapshotMessage]
  return message
}

const kiosk = { cookie: `lobbyline_kiosk=${tokens.kiosk}` }
const display = { cookie: `lobbyline_display=${tokens.display}` }

/** Folds what it hears, as a screen does, and tells when something was missing. */
class Screen {
  state: OfficeState | null = null
  gaps = 0
  readonly heard: number[] = []

  constructor(socket: Client) {
    socket.on('snapshot', ({ state }) => (this.state = state))
    socket.on('facts', (message: FactsMessage) => {
      if (!this.state || message.upTo <= this.state.seq) return
      if (message.after !== this.state.seq) this.gaps++
      for (const fact of message.facts) {
        this.heard.push(fact.seq)
        this.state = evolve(this.state, fact)
      }
      this.state = { ...this.state, seq: message.upTo, hash: message.hash }
    })
  }
}

it('[C9] shows a display the lobby and nothing else', async () => {
  await node.must('take-ticket', ticket, bearer('kiosk'))
  const { state } = await snapshotOf(knock({ audience: 'display', headers: display }))
  expect(Object.keys(state.visits).length).toBeGreaterThan(0)
  expect(Object.keys(state.windows)).toHaveLength(2)
  for (const slice of ['intakes', 'tills', 'receipts', 'printers', 'prints', 'serviceSettings'] as const)
    expect(state[slice]).toEqual({})
})

it('[C9] shows a kiosk its own printer and prints', async () => {
  await node.must('take-ticket', { ...ticket, printerId: 'desk' }, { cookie: session })
  const { jobId } = await node.must('take-ticket', ticket, bearer('kiosk'))
  const { state } = await snapshotOf(knock({ audience: 'kiosk', headers: kiosk }))
  expect(Object.keys(state.printers)).toEqual(['lobby'])
  expect(Object.values(state.prints).every(({ printerId }) => printerId === 'lobby')).toBe(true)
  expect(state.prints[jobId ?? '']).toBeDefined()
  expect(state.intakes).toEqual({})
})

it('[C10] pushes every fact once and in order, from either of two servers to the screens of both', async () => {
  await other.office.waitFor(node.office.state.seq)
  const screens = [node, other].flatMap((at) => [
    new Screen(knock({ at, audience: 'console', headers: { cookie: session } })),
    new Screen(knock({ at, audience: 'display', headers: display })),
  ])
  await expect.poll(() => screens.every(({ state }) => state !== null)).toBe(true)
  const before = node.office.state.seq
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? node : other).must('take-ticket', ticket, bearer('kiosk')),
    ),
  )
  const head = Math.max(node.office.state.seq, other.office.state.seq)
  await expect
    .poll(() => screens.map(({ state }) => state?.seq), { timeout: 5_000 })
    .toEqual(screens.map(() => head))
  expect(screens.map(({ gaps }) => gaps)).toEqual([0, 0, 0, 0])
  const all = Array.from({ length: head - before }, (_, index) => before + 1 + index)
  expect(screens[0]?.heard).toEqual(all)
  expect(screens[2]?.heard).toEqual(all)
  expect(screens[0]?.state).toEqual(node.office.state)
  expect(screens[2]?.state?.hash).toBe(node.office.state.hash)
  expect(Object.keys(screens[1]?.state?.visits ?? {}).sort()).toEqual(
    Object.keys(node.office.state.visits).sort(),
  )
})

it('[C10] goes on from a cursor without a snapshot', async () => {
  const { seq, hash } = node.office.state
  await node.must('take-ticket', ticket, bearer('kiosk'))
  const socket = knock({ audience: 'console', headers: { cookie: session }, auth: { cursor: { seq, hash } } })
  const snapshots: unknown[] = []
  socket.on('snapshot', (message) => snapshots.push(message))
  const [message] = (await once(socket as never, 'facts')) as [FactsMessage]
  expect(message).toMatchObject({ after: seq, upTo: node.office.state.seq, hash: node.office.state.hash })
  expect(message.facts.map((fact) => fact.seq)).toEqual(
    Array.from({ length: node.office.state.seq - seq }, (_, index) => seq + 1 + index),
  )
  expect(snapshots).toEqual([])
})

it.each([
  ['of another history', { seq: 3, hash: 'not ours' }],
  ['of the future', { seq: 1_000_000, hash: 'not yet' }],
])('[C10] sends a snapshot for a cursor %s', async (_, cursor) => {
  const socket = knock({ audience: 'console', headers: { cookie: session }, auth: { cursor } })
  expect((await snapshotOf(socket)).state.seq).toBe(node.office.state.seq)
})

it('[C11] sends a snapshot when asked, but not without end', async () => {
  const socket = knock({ audience: 'display', headers: display })
  await snapshotOf(socket)
  const again = snapshotOf(socket)
  socket.emit('resync')
  await again
  const gone = once(socket as never, 'disconnect')
  for (let count = 0; count < 20; count++) socket.emit('resync')
  await gone
})

/** A client that keeps to no contract. */
const rude = (socket: Socket): Socket => socket

it.each([
  ['an unknown event', (socket: Client) => rude(socket).emit('facts', { after: 0 })],
  ['a frame too large', (socket: Client) => rude(socket).emit('resync', 'x'.repeat(100_000))],
  ['a binary attachment', (socket: Client) => rude(socket).emit('other', Buffer.alloc(10))],
])('[C11] lets go of whoever sends %s', async (_, send) => {
  const socket = knock({ audience: 'display', headers: display })
  await snapshotOf(socket)
  const gone = once(socket as never, 'disconnect')
  send(socket)
  await gone
  expect((await node.get('/api/health')).status).toBe(200)
})

it('[C5] ends the sockets of a session that is signed out', async () => {
  const cookie = await node.signIn('rosa')
  const socket = knock({ audience: 'console', headers: { cookie } })
  await snapshotOf(socket)
  const gone = once(socket as never, 'disconnect')
  await fetch(`${node.url}/api/session`, { method: 'DELETE', headers: { cookie } })
  await gone
})

describe('a server that lets in twelve sockets, and has three of one address wait', () => {
  const count = 12
  let small: CityNode
  beforeAll(
    async () => (small = await CityNode.start(database, { liveLimits: { sockets: count, waiting: 3 } })),
  )
  afterAll(() => small.stop())

  it('[C19] lets all screens of one address in at once, past connections from there that show nothing', async () => {
    const silent = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const url = `${small.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
        const socket = new WebSocket(url)
        await once(socket, 'open')
        return socket
      }),
    )
    const screens = Array.from({ length: count }, () => {
      const socket = knock({ audience: 'display', at: small, headers: display })
      socket.io.reconnection(true)
      return socket
    })
    await expect.poll(() => screens.filter(({ connected }) => connected).length).toBe(count)
    await expect
      .poll(() => silent.filter(({ readyState }) => readyState === WebSocket.OPEN).length)
      .toBeLessThanOrEqual(3)
    expect(await answerOf(knock({ audience: 'display', at: small, headers: display }))).toBe(
      'too-many-connections',
    )
  })
})

describe('an agent', () => {
  const agent = ({ at = node, journal = 'its journal', yields = false } = {}): Client =>
    knock({ audience: 'agent', at, auth: { token: tokens.agent, journal, yields } })
  const jobsOf = (socket: Client): string[] => {
    const jobs: string[] = []
    socket.on('job', ({ jobId }) => jobs.push(jobId))
    return jobs
  }
  const aTicket = async (): Promise<string> =>
    (await node.must('take-ticket', ticket, bearer('kiosk'))).jobId ?? ''
  const stateOf = (jobId: string) => node.office.state.prints[jobId]?.state

  beforeEach(async () => {
    await database.pool.query(`update device set journal = null, prints_from = null where id = 'the-agent'`)
  })

  it('[C12] gets what waits for its printers, then each job as it is committed, once', async () => {
    const waiting = await node.must('take-ticket', ticket, bearer('kiosk'))
    const jobs: PrintJob[] = []
    const socket = agent()
    socket.on('job', (job) => jobs.push(job))
    await expect.poll(() => jobs.map(({ jobId }) => jobId)).toContain(waiting.jobId)
    const fresh = await node.must('take-ticket', ticket, bearer('kiosk'))
    await expect.poll(() => jobs.filter(({ jobId }) => jobId === fresh.jobId).length).toBe(1)
    expect(jobs.at(-1)).toMatchObject({
      printerId: 'lobby',
      work: { type: 'slip', slip: { kind: 'ticket' } },
    })
  })

  it('[C12] gets the jobs that another server committed', async () => {
    const jobs: PrintJob[] = []
    const socket = agent()
    socket.on('job', (job) => jobs.push(job))
    await answerOf(socket)
    const { jobId } = await other.must('take-ticket', ticket, bearer('kiosk'))
    await expect.poll(() => jobs.map((job) => job.jobId), { timeout: 5_000 }).toContain(jobId)
  })

  it('[C18] whose old socket has not noticed its end gets all that waits by the new one alone', async () => {
    const old = agent()
    const heardOld = jobsOf(old)
    const first = await aTicket()
    await expect.poll(() => heardOld).toContain(first)
    const gone = once(old as never, 'disconnect')
    const now = agent()
    const heard = jobsOf(now)
    await gone
    const second = await aTicket()
    await expect.poll(() => heard).toEqual(expect.arrayContaining([first, second]))
    expect(heardOld).not.toContain(second)
    expect(stateOf(first)).toBe('queued')
  })

  it.for(['the same server', 'another server'])(
    '[C18] on a second machine with the same token, at %s, prints nothing that the first one may have printed',
    async (where) => {
      const first = agent({ at: where === 'another server' ? other : node, journal: `first of ${where}` })
      const heardFirst = jobsOf(first)
      const before = await aTicket()
      const stuck = await aTicket()
      await expect.poll(() => heardFirst, { timeout: 5_000 }).toEqual(expect.arrayContaining([before, stuck]))
      await node.must('report-print', { jobId: stuck, outcome: 'stalled' }, bearer('agent'))
      const told = once(first as never, 'replaced')
      const gone = once(first as never, 'disconnect')
      const second = agent({ journal: `second of ${where}` })
      const heard = jobsOf(second)
      await told
      await gone
      const between = await aTicket()
      await expect.poll(() => stateOf(before), { timeout: 12_000 }).toBe('unknown')
      await expect.poll(() => stateOf(between)).toBe('unknown')
      await expect.poll(() => stateOf(stuck)).toBe('unknown')
      const after = await aTicket()
      await expect.poll(() => heard).toEqual([after])
      expect(heardFirst).not.toContain(after)
      const { rowCount } = await database.pool.query(
        `select from security_event where kind = 'agent-replaced' and detail->>'device' = 'the-agent'`,
      )
      expect(rowCount).toBeGreaterThan(0)
      await node.must('report-print', { jobId: before, outcome: 'printed' }, bearer('agent'))
    },
  )

  it('[C18] loses nothing to the doctor, who asks beside it what its token is', async () => {
    const heard = jobsOf(agent())
    const first = await aTicket()
    await expect.poll(() => heard).toContain(first)
    const holder = `select connection, journal, prints_from from device where id = 'the-agent'`
    const { rows: before } = await database.pool.query(holder)
    const enrolled = await node.post('/api/devices/enroll', { token: tokens.agent })
    expect(await enrolled.json()).toMatchObject({ kind: 'agent', deviceId: 'the-agent' })
    const described = await node.get('/api/openapi.json')
    expect(await described.json()).toMatchObject({ info: { version: String(protocolVersion) } })
    expect((await database.pool.query(holder)).rows).toEqual(before)
    const second = await aTicket()
    await expect.poll(() => heard).toContain(second)
  })

  it('[C18] that another server has replaced is told, and gets nothing more', async () => {
    const socket = agent()
    const heard = jobsOf(socket)
    const first = await aTicket()
    await expect.poll(() => heard).toContain(first)
    const told = once(socket as never, 'replaced')
    await database.pool.query(`update device set connection = 'elsewhere' where id = 'the-agent'`)
    await told
    const second = await aTicket()
    expect(heard).not.toContain(second)
  })

  it('[C18] is given nothing while nobody can say whose the device is, and all of it afterwards', async () => {
    const heard = jobsOf(agent())
    const first = await aTicket()
    await expect.poll(() => heard).toContain(first)
    const slow = await database.pool.connect()
    try {
      await slow.query('begin')
      await slow.query(`select from device where id = 'the-agent' for update`)
      await new Promise((resolve) => setTimeout(resolve, 7_000))
      const second = await aTicket()
      expect(heard).not.toContain(second)
      await slow.query('commit')
      await expect.poll(() => heard, { timeout: 8_000 }).toContain(second)
    } finally {
      slow.release()
    }
  })

  it('[C18] that was replaced comes back only when there is no other', async () => {
    const holder = agent()
    const heard = jobsOf(holder)
    const waiting = await aTicket()
    await expect.poll(() => heard).toContain(waiting)
    const yields = () => answerOf(agent({ journal: 'another', yields: true }))
    expect(await yields()).toBe('replaced')
    expect(holder.connected).toBe(true)
    holder.disconnect()
    await expect.poll(yields, { timeout: 15_000, interval: 500 }).toBe('joined')
    await expect.poll(() => stateOf(waiting)).toBe('unknown')
  })

  it('[C12] takes its printers offline when it is gone', async () => {
    const socket = agent()
    await answerOf(socket)
    await node.must('report-printer', { printerId: 'lobby', condition: 'ready' }, bearer('agent'))
    expect(node.office.state.printers['lobby']?.condition).toBe('ready')
    socket.disconnect()
    await expect
      .poll(() => node.office.state.printers['lobby']?.condition, { timeout: 15_000, interval: 200 })
      .toBe('offline')
  })

  it('[C16] hands a scan on to the place of its printer, and to nobody else', async () => {
    const heard: string[] = []
    const listen = (name: string, socket: Client): Client =>
      socket.on('input', (input) => heard.push(`${name} ${JSON.stringify(input)}`))
    const kiosk = listen(
      'kiosk',
      knock({ audience: 'kiosk', headers: { cookie: `lobbyline_kiosk=${tokens.kiosk}` } }),
    )
    const console = listen('console', knock({ audience: 'console', headers: { cookie: session } }))
    const mine = agent()
    await Promise.all([kiosk, console, mine].map(answerOf))
    const [window] = Object.values(node.office.state.windows)
    await node.must('open-window', { windowId: window?.id ?? '' }, { cookie: session })
    mine.emit('input', { kind: 'scan', at: 'kiosk:another', text: 'nobody' })
    mine.emit('input', { kind: 'scan', at: 'kiosk:the-kiosk', text: '26-04417' })
    mine.emit('input', { kind: 'scan', at: `window:${window?.label}`, text: 'V003' })
    mine.emit('input', { kind: 'key', at: 'kiosk:the-kiosk', action: 'select' })
    await expect
      .poll(() => heard.toSorted())
      .toEqual([
        'console {"kind":"scan","text":"V003"}',
        'kiosk {"kind":"key","action":"select"}',
        'kiosk {"kind":"scan","text":"26-04417"}',
      ])
    const gone = once(kiosk as never, 'disconnect')
    kiosk.emit('input', { kind: 'scan', at: 'kiosk:the-kiosk', text: 'from a kiosk' })
    await gone
    expect(heard).toHaveLength(3)
  })

  it('[C9] is given no paper of another office, also not for a printer that was put down to it there', async () => {
    await ensureOffice(database.pool, 'side-hall')
    const both = await CityNode.start(database)
    const side = both.offices.get('side-hall')
    const give = (command: Command, actor: CommandActor = { type: 'system' }): unknown =>
      side?.submit(command, actor, randomUUID())
    await give({ kind: 'open-office', body: { city, lineSettings } })
    const heard = jobsOf(agent({ at: both }))
    const first = await aTicket()
    await expect.poll(() => heard).toContain(first)
    await give({ kind: 'add-printer', body: { printerId: 'theirs', name: 'Theirs', deviceId: 'the-agent' } })
    const taken = await give({ kind: 'take-ticket', body: { ...ticket, printerId: 'theirs' } }, ana)
    expect(taken).toMatchObject({ ok: true, reply: { jobId: expect.any(String) as string } })
    const last = await aTicket()
    await expect.poll(() => heard).toContain(last)
    expect(heard.filter((jobId) => node.office.state.prints[jobId] === undefined)).toEqual([])
    await both.stop()
  })

  it('[P13] is told the lights of its windows, and each change', async () => {
    const lights: unknown[] = []
    const socket = agent()
    socket.on('lights', (now) => lights.push(now))
    await answerOf(socket)
    await expect.poll(() => lights.length).toBe(1)
    const [window] = Object.values(node.office.state.windows)
    await node.must('open-window', { windowId: window?.id ?? '' }, { cookie: session })
    await expect.poll(() => lights.at(-1)).toMatchObject({ [window?.label ?? '']: 'free' })
  })
})

it('[C11] lets go of a screen that does not read, and takes it back', async () => {
  const actor = { type: 'device', id: 'the-kiosk', kind: 'kiosk', printerId: null } as const
  const take = () => node.office.submit({ kind: 'take-ticket', body: ticket }, actor, randomUUID())
  for (let round = 0; round < 60; round++) {
    const taken = await Promise.all(Array.from({ length: 100 }, take))
    expect(taken.every(({ ok }) => ok)).toBe(true)
  }
  const headers = { cookie: session }
  const socket = knock({ audience: 'console', headers })
  await snapshotOf(socket)
  const { ws } = socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }
  let left: string | null = null
  socket.once('disconnect', (reason) => (left = reason))
  ws.pause()
  // twelve megabytes, of which a system takes some out of our hands
  for (let count = 0; count < 5; count++) {
    socket.emit('resync')
    await delay(50)
  }
  // who comes after it has been answered: by then all that was asked for waits, and it is counted each second
  await snapshotOf(knock({ audience: 'console', headers }))
  await delay(2_500)
  ws.resume()
  await expect.poll(() => left).toBe('transport close')
  const { state } = await snapshotOf(knock({ audience: 'console', headers }))
  expect(state.seq).toBe(node.office.state.seq)
})

it('[C9] a kiosk that prints elsewhere by now comes back to that printer’s room', async () => {
  const socket = knock({ audience: 'kiosk', headers: kiosk })
  expect(Object.keys((await snapshotOf(socket)).state.printers)).toEqual(['lobby'])
  const { rows } = await database.pool.query<{ id: string }>('select id from device where token_hash = $1', [
    tokenHash(tokens.kiosk),
  ])
  const gone = once(socket as never, 'disconnect')
  await changeDevice(database.pool, rows[0]?.id ?? '', { printerId: 'desk' })
  try {
    await gone
    const { state } = await snapshotOf(knock({ audience: 'kiosk', headers: kiosk }))
    expect(Object.keys(state.printers)).toEqual(['desk'])
  } finally {
    await changeDevice(database.pool, rows[0]?.id ?? '', { printerId: 'lobby' })
  }
})
