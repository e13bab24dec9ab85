import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, kiosk } from '../../test/builders.ts'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import { createPool } from '../database/pool.ts'
import { fold } from '../domain/evolve.ts'
import { emptyOffice } from '../domain/offices/office.ts'
import { factHash } from './fact-hash.ts'
import { loadState } from './load-state.ts'
import type { Office } from './office.ts'
import {
  aKey,
  allFacts,
  giveTickets,
  listen,
  must,
  openNode,
  plainTicket,
  setUp,
  takeTicket,
  until,
} from './test-office.ts'
import { startProxy } from './test-proxy.ts'
import { verifyChain } from './verify-chain.ts'

let database: TestDatabase
let one: Office
let other: Office
let otherPool: pg.Pool
beforeEach(async () => {
  database = await freshDatabase()
  one = (await openNode(database.pool)).office
  await setUp(one)
  otherPool = createPool(database.connectionString, { size: 4 })
  other = (await openNode(otherPool)).office
})
afterEach(async () => {
  await one.stop()
  await other.stop()
  await otherPool.end()
  await database.drop()
})

const listeners = "query ~ '^listen |pg_notify' and pid <> pg_backend_pid() and datname = current_database()"

test('[L22] the offices of one server hear on one connection, as long as there is one of them', async () => {
  const hearing = async (): Promise<number> => {
    const { rowCount } = await database.pool.query(`select from pg_stat_activity where ${listeners}`)
    return rowCount ?? 0
  }
  const before = await hearing()
  const { office: hinted } = await openNode(database.pool, { pollMs: 60_000 })
  const { office: annex } = await openNode(database.pool, { officeId: 'annex' })
  await setUp(annex)
  expect(await hearing()).toBe(before)
  await annex.stop()
  const heard = listen(hinted)
  await giveTickets(other, 1)
  await expect.poll(() => heard.facts().length).toBeGreaterThan(0)
  await hinted.stop()
})

test('[L19] two nodes under load publish every fact in order, none twice, none missed', async () => {
  const heard = [listen(one), listen(other)]
  const from = one.state.seq
  const worst: number[] = []
  const clients = [one, other, one, other, one, other, one, other].map(async (office, client) => {
    for (let at = 0; at < 40; at++) {
      const began = performance.now()
      await must(office, kiosk, takeTicket(`Street ${client}`), `load-${client}-${at}`)
      worst.push(performance.now() - began)
    }
  })
  await Promise.all(clients)
  await Promise.all([one.waitFor(other.state.seq), other.waitFor(one.state.seq)])

  const stored = await allFacts(database.pool)
  for (const { facts, batches } of heard) {
    expect(facts()).toEqual(stored.slice(from))
    let cursor = from
    for (const { after, upTo, hash } of batches) {
      expect(after).toBe(cursor)
      expect(hash).toBe(stored[upTo - 1]?.hash)
      cursor = upTo
    }
    const jobs = batches.flatMap((batch) => batch.jobs.map(({ jobId }) => jobId))
    expect(jobs).toEqual(
      facts().flatMap((fact) => (fact.kind === 'print-requested' ? [fact.body.jobId] : [])),
    )
  }
  const numbers = Object.values(one.state.visits).map(({ number }) => number)
  expect(numbers.sort()).toEqual(
    Array.from({ length: 320 }, (_, at) => `F${String(at + 1).padStart(3, '0')}`),
  )
  expect(other.state).toEqual(one.state)
  expect(await loadState(database.pool, 'city-hall')).toEqual(one.state)
  expect(await verifyChain(database.pool, 'city-hall')).toEqual({ ok: true, seq: one.state.seq })
  expect(Math.max(...worst)).toBeLessThan(5_000)
})

test('[L20] after two rounds lost to another node a batch takes the lock of the office, and loses no more', async () => {
  const proxy = await startProxy(database.connectionString)
  const pool = createPool(proxy.connectionString, { size: 4 })
  const { office: slow } = await openNode(pool)
  await must(slow, kiosk, plainTicket) // its statement is prepared now
  const seen: string[] = []
  const rivals: Promise<unknown>[] = []
  proxy.onBytes = async (bytes) => {
    const text = bytes.toString('latin1')
    if (text.includes('for update')) seen.push('lock')
    if (!/store-\d/.test(text)) return
    seen.push('store')
    const rival = must(one, kiosk, plainTicket)
    rivals.push(rival)
    // Without the lock the other node is always faster.
    if (!seen.includes('lock')) await rival
  }
  const { number } = await must(slow, kiosk, plainTicket)
  proxy.onBytes = null
  await Promise.all(rivals)
  expect(seen).toEqual(['store', 'store', 'lock', 'store'])
  expect(number).toBe('A004')
  expect(rivals).toHaveLength(3)
  expect(await verifyChain(database.pool, 'city-hall')).toMatchObject({ ok: true })
  await slow.stop()
  await pool.end()
  await proxy.stop()
})

test('[L21] a node that is behind refuses nothing on its old state', async () => {
  const { office: slow } = await openNode(database.pool, { pollMs: 60_000 })
  const deaf = await database.pool.query<{ ended: boolean }>(
    `select pg_terminate_backend(pid) as ended from pg_stat_activity where ${listeners}`,
  )
  expect(deaf.rows.length).toBeGreaterThan(0)
  const [windowId = ''] = Object.keys(slow.state.windows)
  const empty = await slow.submit({ kind: 'call-next', body: { windowId } }, ana, aKey())
  expect(empty).toEqual({ ok: false, code: 'line-empty' })
  const { seq } = slow.state
  await giveTickets(one, 1)
  expect(slow.state.seq).toBe(seq)
  expect(await slow.submit({ kind: 'call-next', body: { windowId } }, ana, aKey())).toMatchObject({
    ok: true,
    reply: { number: 'F001' },
  })
  await slow.stop()
})

test('[L22] a lost hint is made good by the poll', async () => {
  const { office: polling } = await openNode(database.pool, { pollMs: 50 })
  await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${listeners}`)
  const heard = listen(polling)
  await giveTickets(one, 1)
  await until(() => polling.state.seq === one.state.seq)
  expect(heard.facts()).toHaveLength(3)
  await polling.stop()
})

test('[L22] a hint brings the facts of another node without a poll', async () => {
  const { office: hinted } = await openNode(database.pool, { pollMs: 60_000 })
  const heard = listen(hinted)
  await giveTickets(one, 3)
  await until(() => hinted.state.seq === one.state.seq)
  expect(heard.facts()).toEqual((await allFacts(database.pool)).slice(-9))
  await hinted.stop()
})

test('[L23] a log that no longer extends our head begins anew, and its listeners are told', async () => {
  const kept = other.state.seq
  const keptState = other.state
  await giveTickets(one, 2)
  await other.waitFor(one.state.seq)
  // A restore of an older backup, and then another life.
  const restored = keptState
  await database.pool.query(`
    begin;
    alter table fact disable trigger fact_append_only;
    delete from fact where seq > ${kept};
    alter table fact enable trigger fact_append_only;
    delete from command_key where seq > ${kept};
    delete from visit; delete from intake; delete from print; delete from print_job; delete from intake_file;
    update office set seq = ${kept}, hash = '${restored.hash}', ticket_counters = '{}';
    commit`)
  const resets: Office[] = []
  for (const office of [one, other]) office.onReset(() => void resets.push(office))
  const { office: third } = await openNode(database.pool)
  await giveTickets(third, 3, plainTicket)
  await until(() => resets.length === 2)
  for (const office of [one, other]) {
    await until(() => office.state.seq >= third.state.seq)
    expect(office.state).toEqual(third.state)
  }
  expect(
    Object.values(one.state.visits)
      .map(({ number }) => number)
      .sort(),
  ).toEqual(['A001', 'A002', 'A003'])
  await third.stop()
})

test('[L23] what was decided on another history is not stored, though it has as many facts', async () => {
  const { office } = await openNode(database.pool, { pollMs: 60_000 })
  await must(office, kiosk, plainTicket)
  const { seq } = office.state
  let resets = 0
  office.onReset(() => void resets++)
  await database.pool.query(`
    begin;
    alter table fact disable trigger fact_append_only;
    update fact set hash = 'another' where seq = ${seq};
    update office set hash = 'another';
    commit`)
  const { seq: next } = await must(office, kiosk, plainTicket)
  expect(next).toBe(seq + 2)
  expect(resets).toBe(1)
  await office.stop()
})

test('[L24] facts since a cursor continue it to the live state; a cursor of another history gets none', async () => {
  const facts = await allFacts(database.pool)
  const cursor = facts[2] ?? { seq: 0, hash: '' }
  expect(await one.factsSince(cursor)).toEqual(facts.slice(3))
  expect(await one.factsSince({ seq: 0, hash: '' })).toEqual(facts)
  expect(await one.factsSince(one.state)).toEqual([])
  expect(await one.factsSince({ seq: cursor.seq, hash: 'other' })).toBeNull()
  expect(await one.factsSince({ seq: one.state.seq, hash: 'other' })).toBeNull()
  expect(await one.factsSince({ seq: one.state.seq + 1, hash: 'x' })).toBeNull()
  await giveTickets(one, 700)
  expect(await one.factsSince(cursor)).toBeNull()
})

test('[L24] who waits for a fact of another node gets it, or an error in time', async () => {
  const { seq } = await must(one, kiosk, plainTicket)
  await other.waitFor(seq)
  expect(other.state.seq).toBeGreaterThanOrEqual(seq)
  await expect(other.waitFor(seq + 1, 20)).rejects.toThrow('has not come to fact')
})

test('[L25] a timer fires once, whichever node it is', async () => {
  const clock = { now: Date.now() + 60_000 }
  const nodes = []
  for (let at = 0; at < 2; at++)
    nodes.push((await openNode(database.pool, { clock: () => clock.now })).office)
  const [first, second] = nodes as [Office, Office]
  const [windowId = ''] = Object.keys(first.state.windows)
  await must(first, kiosk, plainTicket)
  const { visitId, seq } = await must(first, ana, { kind: 'call-next', body: { windowId } })
  await second.waitFor(seq)
  const due = first.state.visits[visitId]?.due ?? 0
  clock.now = due + 1
  // Any fact makes both look at their timers.
  await must(first, kiosk, plainTicket)
  await until(() => first.state.visits[visitId]?.state === 'no-show')
  await until(() => second.state.visits[visitId]?.state === 'no-show')
  const facts = await allFacts(database.pool)
  expect(facts.filter(({ kind }) => kind === 'visit-marked-no-show')).toMatchObject([
    { actor: 'system', commandKey: `mark-no-show:${visitId}:${due}` },
  ])
  await first.stop()
  await second.stop()
})

test('[L26] jobs that wait for an agent are found, oldest first, on any node', async () => {
  const jobs = []
  for (let at = 0; at < 3; at++) jobs.push((await must(one, kiosk, takeTicket())).jobId)
  await other.waitFor(one.state.seq)
  const queued = await other.queuedJobs(['lobby', 'desk'])
  expect(queued.map(({ jobId }) => jobId)).toEqual(jobs)
  expect(queued[0]).toMatchObject({ printerId: 'lobby', work: { type: 'slip', copy: 0 } })
  expect(await other.queuedJobs(['desk'])).toEqual([])
})

test('[L2] the facts alone make the state again, each fact the hash of all before it', async () => {
  await giveTickets(one, 20)
  const facts = await allFacts(database.pool)
  expect(fold(emptyOffice('city-hall'), facts)).toEqual(one.state)
  let previous = ''
  for (const fact of facts) {
    expect(fact.hash).toBe(factHash(previous, fact, JSON.stringify(fact.body)))
    previous = fact.hash
  }
})
