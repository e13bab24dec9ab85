import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, ben, kiosk } from '../../test/builders.ts'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import type { Command, CommandActor, CommandKind } from '../domain/command.ts'
import { deciders } from '../domain/deciders.ts'
import type { Decider, Deciders } from '../domain/decision.ts'
import type { FactBody } from '../domain/fact.ts'
import { loadState } from './load-state.ts'
import {
  aKey,
  allFacts,
  giveTickets,
  must,
  openNode,
  plainTicket,
  reviewed,
  setUp,
  takeTicket,
} from './test-office.ts'
import { verifyChain } from './verify-chain.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const aKiosk = (id: string): CommandActor => ({ type: 'device', id, kind: 'kiosk', printerId: null })

const count = async (table: string): Promise<number> => {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  return rows[0]?.count ?? -1
}

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

/** Until a statement of the office's line waits for the row that somebody else has locked. */
const statementWaiting = async (): Promise<void> => {
  for (;;) {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'with head%'`,
    )
    if (rowCount === 1) return
    await aMoment()
  }
}

/** The real deciders, but for one. */
const withDecider = <Kind extends CommandKind>(kind: Kind, decider: Decider<Kind>): Deciders => ({
  ...deciders,
  [kind]: decider,
})

test('[L1] tickets of one moment are numbered in the order they came, without a gap', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  const given = await giveTickets(office, 600)
  const numbers = given.map((result) => (result.ok && 'number' in result.reply ? result.reply.number : null))
  expect(numbers).toEqual(Array.from({ length: 600 }, (_, at) => `F${String(at + 1).padStart(3, '0')}`))
  expect((await allFacts(database.pool)).map(({ seq }) => seq)).toEqual(
    Array.from({ length: office.state.seq }, (_, at) => at + 1),
  )
  await office.stop()
})

test('[L2] what is answered is stored: a node that starts anew has the same state from its rows', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  await giveTickets(office, 5)
  const known = office.state
  expect(await loadState(database.pool, 'city-hall')).toEqual(known)
  await office.stop()
  const { office: next } = await openNode(database.pool)
  expect(next.state).toEqual(known)
  await next.stop()
})

test('[L3] the same command 50 times at once on two nodes is one row, with identical answers', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  const { office: other } = await openNode(database.pool)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      (at % 2 ? office : other).submit(takeTicket(), kiosk, 'the-same-key'),
    ),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ ok: true, reply: { number: 'F001' } })
  expect(await count('visit')).toBe(1)
  expect(await office.submit(takeTicket(), kiosk, 'the-same-key')).toEqual(answers[0])
  await office.stop()
  await other.stop()
})

test('[L3] a key belongs to its actor', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  await must(office, kiosk, plainTicket, 'shared')
  await must(office, aKiosk('other-kiosk'), plainTicket, 'shared')
  expect(await count('visit')).toBe(2)
  await office.stop()
})

test('[L4] the same key with another body is refused, at the same time and later', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  const [first, second] = await Promise.all([
    office.submit(takeTicket(), kiosk, 'k'),
    office.submit(plainTicket, kiosk, 'k'),
  ])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual({ ok: false, code: 'key-reused' })
  expect(await office.submit(plainTicket, kiosk, 'k')).toEqual({ ok: false, code: 'key-reused' })
  expect(await count('visit')).toBe(1)
  await office.stop()
})

test('[L5] a retry of what succeeded gets its answer, though it would be refused by now', async () => {
  const { office } = await openNode(database.pool)
  const { windowIds } = await setUp(office)
  await giveTickets(office, 2)
  const call: Command = { kind: 'call-next', body: { windowId: windowIds[0] } }
  const called = await office.submit(call, ana, 'call')
  expect(called).toMatchObject({ ok: true })
  expect(await office.submit(call, ana, 'call-again')).toMatchObject({ ok: false, code: 'window-busy' })
  expect(await office.submit(call, ana, 'call')).toEqual(called)
  await office.stop()
})

test('[L6] a refused command is not kept: under the same key it may succeed later', async () => {
  const { office } = await openNode(database.pool)
  const { windowIds } = await setUp(office)
  const call: Command = { kind: 'call-next', body: { windowId: windowIds[0] } }
  const keys = await count('command_key')
  expect(await office.submit(call, ana, 'call')).toEqual({ ok: false, code: 'line-empty' })
  expect(await count('command_key')).toBe(keys)
  await giveTickets(office, 1)
  expect(await office.submit(call, ana, 'call')).toMatchObject({ ok: true, reply: { number: 'F001' } })
  await office.stop()
})

test('[L7] of two approvals of one batch for the last place of a cap, one is refused', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  const intakes = []
  for (let at = 0; at < 3; at++) intakes.push(await reviewed(office, 'Palm Ave'))
  const approve = (intakeId: string): Command => ({ kind: 'approve-intake', body: { intakeId, rev: 1 } })
  await must(office, ana, approve(intakes[0] ?? ''))
  const seq = office.state.seq
  const results = await Promise.all([
    office.submit(approve(intakes[1] ?? ''), ana, aKey()),
    office.submit(approve(intakes[2] ?? ''), ben, aKey()),
  ])
  expect(results).toMatchObject([{ ok: true }, { ok: false, code: 'claim-taken' }])
  expect(office.state.seq).toBe(seq + 1)
  expect(await count('claim')).toBe(2)
  await office.stop()
})

test('[L7] a cap holds across offices, which know nothing of each other', async () => {
  const offices = await Promise.all(
    ['city-hall', 'library'].map(async (officeId) => (await openNode(database.pool, { officeId })).office),
  )
  const intakes: string[] = []
  for (const office of offices) {
    await setUp(office)
    const [kept, last] = [await reviewed(office, 'Palm Ave'), await reviewed(office, 'Palm Ave')]
    if (office === offices[0])
      await must(office, ana, { kind: 'approve-intake', body: { intakeId: kept, rev: 1 } })
    intakes.push(last)
  }
  const results = await Promise.all(
    offices.map((office, at) =>
      office.submit({ kind: 'approve-intake', body: { intakeId: intakes[at] ?? '', rev: 1 } }, ana, aKey()),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'claim-taken' })
  expect(await count('claim')).toBe(2)
  for (const office of offices) await office.stop()
})

test('[L8] a window passes from one visit to the next within one batch', async () => {
  const { office } = await openNode(database.pool)
  const { windowIds } = await setUp(office)
  const [windowId] = windowIds
  await giveTickets(office, 2, plainTicket)
  const { visitId } = await must(office, ana, { kind: 'call-next', body: { windowId } })
  await must(office, ana, { kind: 'start-visit', body: { visitId } })
  let batches = 0
  office.onFacts(() => void batches++)
  const [completed, called] = await Promise.all([
    office.submit({ kind: 'complete-visit', body: { visitId } }, ana, aKey()),
    office.submit({ kind: 'call-next', body: { windowId } }, ana, aKey()),
  ])
  expect(completed).toMatchObject({ ok: true })
  expect(called).toMatchObject({ ok: true, reply: { number: 'A002' } })
  expect(batches).toBe(1)
  expect(await loadState(database.pool, 'city-hall')).toEqual(office.state)
  await office.stop()
})

test('[L9] one command among fifty that the database does not take fails alone', async () => {
  const bad = withDecider('take-ticket', {
    ...deciders['take-ticket'],
    decide: (state, body, context) => {
      const decision = deciders['take-ticket'].decide(state, body, context)
      if (!decision.ok || body.language !== 'es') return decision
      const filings = decision.value.filings.map((filing) =>
        filing.type === 'intake-file' ? { ...filing, name: 'Dana \u0000' } : filing,
      )
      return { ok: true, value: { ...decision.value, filings } }
    },
  })
  const { office, logged } = await openNode(database.pool, { deciders: bad })
  await setUp(office)
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) => {
      const command = takeTicket()
      const { body } = command
      return office.submit(
        { ...command, body: at === 20 ? { ...body, language: 'es' } : body },
        kiosk,
        aKey(),
      )
    }),
  )
  expect(results[20]).toEqual({ ok: false, code: 'internal' })
  expect(results.filter(({ ok }) => ok)).toHaveLength(49)
  expect(Object.values(office.state.visits).map(({ number }) => number)).toContain('F049')
  expect(await count('visit')).toBe(49)
  expect(logged).toEqual(['a command could not be stored'])
  await office.stop()
})

test('[L9] a command that throws fails alone, and is logged', async () => {
  const throwing = withDecider('open-drawer', {
    decide: () => {
      throw new Error('a defect')
    },
  })
  const { office, logged } = await openNode(database.pool, { deciders: throwing })
  await setUp(office)
  const results = await Promise.all([
    office.submit(plainTicket, kiosk, aKey()),
    office.submit({ kind: 'open-drawer', body: { tillId: 't', reason: 'no-sale' } }, ana, aKey()),
    office.submit(plainTicket, kiosk, aKey()),
  ])
  expect(results).toMatchObject([{ ok: true }, { ok: false, code: 'internal' }, { ok: true }])
  expect(logged).toEqual(['a command could not be decided'])
  await office.stop()
})

test('[L9] a command that asks for lookups without end fails alone', async () => {
  let asked = 0
  const endless = withDecider('open-drawer', {
    lookups: () => [{ kind: 'issuance', issuanceId: `i${asked++}` }],
    decide: () => ({ ok: true, value: { facts: [], filings: [], reply: {} } }),
  })
  const { office } = await openNode(database.pool, { deciders: endless })
  await setUp(office)
  const results = await Promise.all([
    office.submit({ kind: 'open-drawer', body: { tillId: 't', reason: 'no-sale' } }, ana, aKey()),
    office.submit(plainTicket, kiosk, aKey()),
  ])
  expect(results).toMatchObject([{ ok: false, code: 'internal' }, { ok: true }])
  await office.stop()
})

test('[L10] what a constraint forbids is refused with its code, whatever the decider thought', async () => {
  const careless = withDecider('call-visit', {
    decide: (state, { visitId, windowId }, { now }) => {
      const visit = state.visits[visitId]
      if (!visit) return { ok: false, code: 'not-found' }
      const { state: from, since, number } = visit
      const body = { visitId, from, since, windowId, clerkId: 'ana', due: now + 1_000, chosen: true }
      const fact: FactBody = { kind: 'visit-called', body }
      return { ok: true, value: { facts: [fact], filings: [], reply: { visitId, number } } }
    },
  })
  const { office } = await openNode(database.pool, { deciders: careless })
  const { windowIds } = await setUp(office)
  await giveTickets(office, 2)
  const results = await Promise.all(
    Object.keys(office.state.visits).map((visitId) =>
      office.submit({ kind: 'call-visit', body: { visitId, windowId: windowIds[0] } }, ana, aKey()),
    ),
  )
  expect(results).toMatchObject([{ ok: true }, { ok: false, code: 'window-busy' }])
  expect(await verifyChain(database.pool, 'city-hall')).toEqual({ ok: true, seq: office.state.seq })
  await office.stop()
})

test('[L11] what one command files, the next of the same batch finds', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  const { jobId } = await must(office, kiosk, takeTicket())
  const reprint: Command = { kind: 'reprint', body: { jobId: jobId ?? '', printerId: 'desk' } }
  const results = await Promise.all(Array.from({ length: 5 }, () => office.submit(reprint, ana, aKey())))
  expect(results.every(({ ok }) => ok)).toBe(true)
  const copies = Object.values(office.state.prints).map(({ copy }) => copy)
  expect(copies.sort()).toEqual([0, 1, 2, 3, 4, 5])
  await office.stop()
})

test('[L28] what is decided while another command is being stored waits for what that one files', async () => {
  const { office } = await openNode(database.pool)
  await setUp(office)
  const { jobId } = await must(office, kiosk, takeTicket())
  const reprint: Command = { kind: 'reprint', body: { jobId: jobId ?? '', printerId: 'desk' } }
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('select from office for update')
  const first = office.submit(reprint, ana, aKey())
  await new Promise((resolve) => setImmediate(resolve)) // it is in its batch, and no other will be
  const ahead = [office.submit(plainTicket, kiosk, aKey()), office.submit(reprint, ana, aKey())]
  await statementWaiting()
  await aMoment()
  await holder.query('commit')
  holder.release()
  expect((await Promise.all([first, ...ahead])).map(({ ok }) => ok)).toEqual([true, true, true])
  const copies = Object.values(office.state.prints).map(({ copy }) => copy)
  expect(copies.sort()).toEqual([0, 0, 1, 2])
  await office.stop()
})

test('[L12] a node that is older than what was written stores nothing and says so', async () => {
  const { office, logged } = await openNode(database.pool)
  await setUp(office)
  const { seq } = office.state
  await database.pool.query('update office set format = 99')
  expect(await office.submit(plainTicket, kiosk, 'k')).toEqual({ ok: false, code: 'outcome-unknown' })
  expect(await office.submit(plainTicket, kiosk, 'k')).toEqual({ ok: false, code: 'outcome-unknown' })
  expect(logged).toEqual(['a newer version writes this office: update this node'])
  expect(await allFacts(database.pool)).toHaveLength(seq)
  await office.stop()
})
