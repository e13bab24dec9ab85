import { afterAll, beforeAll, expect, it } from 'vitest'
import { agent, ana, kiosk } from '../../test/builders.ts'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { fold } from '../domain/evolve.ts'
import { emptyOffice } from '../domain/offices/office.ts'
import { loadState } from '../office/load-state.ts'
import type { Office } from '../office/office.ts'
import { aKey, allFacts, must, openNode, reviewed, setUp, takeTicket } from '../office/test-office.ts'
import { verifyChain } from '../office/verify-chain.ts'
import { keepEverything, setRetention } from './retention-store.ts'
import { keepSwept, sweep } from './sweep.ts'

const dayMs = 86_400_000
const clock = { now: Date.now() - 800 * dayMs }

let database: TestDatabase
let office: Office
/** finished and paid 800 days ago */
let done: string
/** begun 800 days ago, and still open */
let open: string

const count = async (from: string): Promise<number> => {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${from}`)
  return rows[0]?.count ?? 0
}

/** From the first window to the last count. @returns the one form of the day, paid and issued */
const aDayAt = async (office: Office): Promise<string> => {
  const { windowIds } = await setUp(office)
  const body = { windowId: windowIds[0], floatCents: 10_000 }
  const { tillId } = await must(office, ana, { kind: 'open-till', body })
  const intakeId = await reviewed(office, 'Palm Ave')
  await must(office, ana, { kind: 'approve-intake', body: { intakeId, rev: 1 } })
  const totalCents = office.state.intakes[intakeId]?.owedCents ?? 0
  await must(office, ana, {
    kind: 'take-payment',
    body: {
      tillId,
      visitId: null,
      intakeIds: [intakeId],
      totalCents,
      tenders: [{ kind: 'cash', cents: totalCents }],
      payer: 'Dana Whitfield',
      printerId: null,
    },
  })
  await must(office, ana, {
    kind: 'issue-intake',
    body: { intakeId, handedNumbers: [], printerId: 'desk' },
  })
  const visitId = Object.keys(office.state.visits)[0] ?? ''
  await must(office, ana, { kind: 'call-visit', body: { windowId: windowIds[0], visitId } })
  await must(office, ana, { kind: 'start-visit', body: { visitId } })
  await must(office, ana, { kind: 'complete-visit', body: { visitId } })
  const expected = office.state.tills[tillId]?.expectedCents ?? 0
  await must(office, ana, { kind: 'close-till', body: { tillId, countedCents: expected, reason: null } })
  for (const jobId of Object.keys(office.state.prints))
    await must(office, agent, { kind: 'report-print', body: { jobId, outcome: 'printed' } })
  return intakeId
}

beforeAll(async () => {
  database = await freshDatabase()
  office = (await openNode(database.pool, { clock: () => clock.now })).office
  done = await aDayAt(office)
  // Another day: what is finished leaves the line.
  clock.now += dayMs
  open = (await must(office, kiosk, takeTicket('Oak St'), aKey())).intakeIds[0] ?? ''
})

afterAll(async () => {
  await office.stop()
  await database.drop()
})

it('[L27] destroys no record without a resolution of the council, but the leavings of the works', async () => {
  expect(await count('print_job')).toBeGreaterThan(0)
  const gone = await sweep(database.pool)
  expect(Object.keys(gone).sort()).toEqual(['command key', 'print job'])
  expect(await count('command_key')).toBe(0)
  expect(await count(`intake_file where intake_id = '${done}'`)).toBe(1)
  expect(await count('receipt_file')).toBe(1)
  expect(await count('destruction')).toBe(0)
})

it('[L27] destroys what is past its time of what is finished, says so, and the facts tell the same as before', async () => {
  const before = await loadState(database.pool, 'city-hall')
  const rows = await database.pool.query('select * from intake order by id')
  expect(await count(`intake_file where words is not null`)).toBe(2)
  await setRetention(database.pool, 'city-hall', {
    resolution: 'Resolution 2026-14',
    intakeDays: 730,
    receiptDays: 2_555,
  })
  expect(await sweep(database.pool)).toEqual({ intake: 1, issuance: 1 })
  for (const table of ['intake_file', 'correction', 'oath', 'claim', 'issuance'])
    expect(await count(`${table} where intake_id = '${done}'`), table).toBe(0)
  expect(await count(`intake_file where intake_id = '${open}'`)).toBe(1)
  expect(await count('receipt_file')).toBe(1)
  expect(
    (await database.pool.query('select what, count, resolution from destruction order by id')).rows,
  ).toEqual([
    { what: 'intake', count: 1, resolution: 'Resolution 2026-14' },
    { what: 'issuance', count: 1, resolution: 'Resolution 2026-14' },
  ])

  expect(await loadState(database.pool, 'city-hall')).toEqual(before)
  expect((await database.pool.query('select * from intake order by id')).rows).toEqual(rows.rows)
  const facts = await allFacts(database.pool)
  expect(fold(emptyOffice('city-hall'), facts)).toEqual(before)
  expect((await verifyChain(database.pool, 'city-hall')).ok).toBe(true)
})

it('[L27] keeps receipts for the days of their own, and everything when the city says so', async () => {
  const days = { resolution: 'Resolution 2026-15', intakeDays: 730, receiptDays: 730 }
  await setRetention(database.pool, 'city-hall', days)
  expect(await keepEverything(database.pool, 'city-hall')).toBe(true)
  expect(await sweep(database.pool)).toEqual({})
  await setRetention(database.pool, 'city-hall', { ...days, receiptDays: 900 })
  expect(await sweep(database.pool)).toEqual({})
  await setRetention(database.pool, 'city-hall', days)
  expect(await sweep(database.pool)).toEqual({ receipt: 1 })
  await expect(setRetention(database.pool, 'city-hall', { ...days, intakeDays: 729 })).rejects.toMatchObject({
    code: '23514',
  })
})

it('[L27] is done once by two nodes that sweep together, beside rows that somebody holds', async () => {
  await database.pool.query(
    `insert into intake_file (intake_id, office, service, language, rev, answers, assessment, evidence, note, purge_at)
     select 'old-' || n, 'city-hall', 'fair', 'en', 1, '{}', '{}', '{}', null, now() - interval '1 day'
     from generate_series(1, 1200) n`,
  )
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query(`select from intake_file where intake_id = 'old-7' for update`)
  const both = await Promise.all([sweep(database.pool), sweep(database.pool)])
  expect(both.reduce((sum, gone) => sum + (gone['intake'] ?? 0), 0)).toBe(1_199)
  await holder.query('rollback')
  holder.release()
  const swept = Promise.withResolvers<Record<string, number>>()
  const kept = keepSwept({
    pool: database.pool,
    everyMs: 10,
    onSwept: swept.resolve,
    onError: swept.reject,
  })
  expect(await swept.promise).toEqual({ intake: 1 })
  await kept.stop()
  const { rows } = await database.pool.query(
    `select sum(count)::int as count from destruction where what = 'intake'`,
  )
  expect(rows).toEqual([{ count: 1_201 }])
})

it('[L27] lets a paper go that never came out, and nobody finds it waiting', async () => {
  const [visitId = ''] = Object.keys(office.state.visits)
  const [print] = Object.values(office.state.prints)
  const jobId = print?.id ?? ''
  expect(await count(`print_job where job_id = '${jobId}'`)).toBe(1)
  clock.now += 8 * dayMs
  await must(office, ana, { kind: 'cancel-visit', body: { visitId, reason: 'never-came' } })
  await expect.poll(() => office.state.prints[jobId]?.state).toBe('expired')
  clock.now += dayMs
  await must(office, kiosk, takeTicket('Elm St'), aKey())
  await sweep(database.pool)
  expect(await count(`print_job where job_id = '${jobId}'`)).toBe(0)
})

it('[L27] destroys the last day of an office that is closed for good, and nothing of it that is open', async () => {
  const officeId = 'old-hall'
  const then = Date.now() - 800 * dayMs
  const closed = (await openNode(database.pool, { officeId, clock: () => then })).office
  const last = await aDayAt(closed)
  const { intakeIds, jobId } = await must(closed, kiosk, takeTicket('Oak St'), aKey())
  await closed.stop()
  const before = await loadState(database.pool, officeId)
  expect(Object.keys(before.intakes).sort()).toEqual([last, ...intakeIds].sort())

  await setRetention(database.pool, officeId, { resolution: 'R 1', intakeDays: 730, receiptDays: 730 })
  expect(await sweep(database.pool)).toMatchObject({ intake: 1, issuance: 1, receipt: 1 })
  const left = async (table: string, key: string): Promise<unknown[]> => {
    const { rows } = await database.pool.query(`select ${key} as key from ${table} where office = $1`, [
      officeId,
    ])
    return rows.map(({ key }: { key: unknown }) => key)
  }
  expect(await left('intake_file', 'intake_id')).toEqual(intakeIds)
  expect(await left('print_job', 'job_id')).toEqual([jobId])
  expect(await loadState(database.pool, officeId)).toEqual(before)
})
