import { afterAll, beforeAll, expect, test } from 'vitest'
import { ana, ben, kiosk, sue } from '../../test/builders.ts'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import type { Slip } from '../domain/slip.ts'
import { ensureOffice } from './load-state.ts'
import type { Office } from './office.ts'
import { aKey, must, openNode, reviewed, setUp, takeTicket } from './test-office.ts'
import { verifyChain } from './verify-chain.ts'

let database: TestDatabase
let office: Office
let windowIds: readonly [string, string]
beforeAll(async () => {
  database = await freshDatabase()
  office = (await openNode(database.pool)).office
  windowIds = (await setUp(office)).windowIds
})
afterAll(async () => {
  await office.stop()
  await database.drop()
})

test('[L13] money is stored as balanced entries; one that is not is refused by the database itself', async () => {
  const { tillId } = await must(office, ana, {
    kind: 'open-till',
    body: { windowId: windowIds[0], floatCents: 10_000 },
  })
  const intakeId = await reviewed(office, 'Palm Ave')
  await must(office, ana, { kind: 'approve-intake', body: { intakeId, rev: 1 } })
  const totalCents = office.state.intakes[intakeId]?.owedCents ?? 0
  const { number, seq } = await must(office, ana, {
    kind: 'take-payment',
    body: {
      tillId,
      visitId: null,
      intakeIds: [intakeId],
      totalCents,
      tenders: [{ kind: 'cash', cents: totalCents + 500 }],
      payer: 'Dana Whitfield',
      printerId: null,
    },
  })
  expect(number).toBe(1)
  const { rows } = await database.pool.query(
    `select account, sum(debit_cents - credit_cents)::int as cents from ledger_line group by account order by account`,
  )
  expect(rows).toEqual([
    { account: 'cash:drawer', cents: 10_000 + totalCents },
    { account: 'cash:vault', cents: -10_000 },
    { account: 'revenue:fair', cents: -1_500 },
    { account: 'revenue:tables', cents: -500 },
  ])
  const unbalanced = database.pool.query(
    `insert into ledger_line values ('city-hall', $1, 90, 'a', 100, 0), ('city-hall', $1, 91, 'b', 0, 99)`,
    [seq],
  )
  await expect(unbalanced).rejects.toMatchObject({ constraint: 'ledger_balanced' })
})

test('[P6] a till that a supervisor counts is told to be whose it is', async () => {
  const { tillId } = await must(office, ben, {
    kind: 'open-till',
    body: { windowId: windowIds[1], floatCents: 0 },
  })
  await database.pool.query(
    `insert into staff (id, office, login, name, password_hash, roles, active)
     values ('ben', 'city-hall', 'ben', 'Ben', '', '{clerk}', false)`,
  )
  const counted = { tillId, countedCents: 0, reason: null }
  const { jobId } = await must(office, sue, { kind: 'close-till', body: counted })
  const { rows } = await database.pool.query<{ slip: Slip }>(
    `select document -> 'slip' as slip from print_job where job_id = $1`,
    [jobId],
  )
  expect(rows[0]?.slip.blocks).toContainEqual({ type: 'row', left: 'Till of', right: 'Ben', bold: false })
})

test('[I14] what another office issued is not found here', async () => {
  const issuance = (id: string, officeId: string) =>
    database.pool.query(
      `insert into issuance (id, office, service, kind, number, subject, valid_from, valid_until, issued_at, state, data)
       values ($1, $2, 'fair', 'permit', $1, 'x', '2026-01-01', '2026-01-01', now(), 'valid', '{}')`,
      [id, officeId],
    )
  await ensureOffice(database.pool, 'library')
  await issuance('theirs', 'library')
  await issuance('ours', 'city-hall')
  const cancel = (issuanceId: string) =>
    office.submit({ kind: 'cancel-issuance', body: { issuanceId, again: false } }, ana, aKey())
  expect(await cancel('theirs')).toMatchObject({ ok: false, code: 'not-found' })
  expect((await cancel('ours')).ok).toBe(true)
})

test('[L14] facts and ledger are only added to', async () => {
  for (const statement of [
    'update fact set v = 2',
    'delete from fact',
    'delete from ledger_line',
    'truncate ledger_line',
  ])
    await expect(database.pool.query(statement)).rejects.toMatchObject({ constraint: 'append_only' })
})

test('[L14] an edited, missing or added row of the log is named by its number', async () => {
  await must(office, kiosk, takeTicket())
  const { seq } = office.state
  expect(await verifyChain(database.pool, 'city-hall')).toEqual({ ok: true, seq })
  const broken = async (statement: string): Promise<unknown> => {
    const connection = await database.pool.connect()
    try {
      await connection.query('begin')
      await connection.query('alter table fact disable trigger fact_append_only')
      await connection.query(statement)
      return await verifyChain(connection, 'city-hall')
    } finally {
      await connection.query('rollback')
      connection.release()
    }
  }
  expect(await broken(`update fact set body = '{"noShowMs":1}' where seq = 3`)).toEqual({ ok: false, seq: 3 })
  expect(await broken(`update fact set body = (body::text || ' ')::json where seq = 5`)).toEqual({
    ok: false,
    seq: 5,
  })
  expect(await broken(`update fact set actor = 'clerk:eve' where seq = 4`)).toEqual({ ok: false, seq: 4 })
  expect(await broken(`update fact set at = at + interval '1 ms' where seq = 2`)).toEqual({
    ok: false,
    seq: 2,
  })
  expect(await broken(`delete from fact where seq = 6`)).toEqual({ ok: false, seq: 6 })
  expect(await broken(`delete from fact where seq = ${seq}`)).toEqual({ ok: false, seq })
})

test('[L15] personal words are in files with a purge date and in no fact; a name is found without its accents', async () => {
  const command = takeTicket('Calle Única')
  const [draft] = command.body.intakes
  const intakes = draft
    ? [{ ...draft, answers: { ...draft.answers, name: 'José Núñez-Ríos', phone: '9515550142' } }]
    : []
  const { intakeIds } = await must(office, kiosk, { ...command, body: { ...command.body, intakes } }, aKey())
  const { rows } = await database.pool.query<{ intake_id: string; purge_at: number }>(
    `select intake_id, purge_at from intake_file where words = 'jose nunez rios' and phone = '9515550142'`,
  )
  expect(rows).toMatchObject([{ intake_id: intakeIds[0] }])
  expect(rows[0]?.purge_at).toBeGreaterThan(office.state.at)
  const { rows: facts } = await database.pool.query(
    `select from fact where body::text ~* 'Núñez|9515550142|Única'`,
  )
  expect(facts).toEqual([])
})

test('[I16] a clerk’s note is kept and purged with the file that it is in', async () => {
  const { visitId, intakeIds } = await must(office, kiosk, takeTicket('Note St'), aKey())
  const held = { visitId, reason: 'other', note: 'Asks for Rosa' } as const
  await must(office, ana, { kind: 'call-visit', body: { windowId: windowIds[0], visitId } })
  await must(office, ana, { kind: 'hold-visit', body: held })
  const { rows } = await database.pool.query(
    `select note ->> 'text' as text, purge_at is not null as purged from intake_file where intake_id = $1`,
    [intakeIds[0]],
  )
  expect(rows).toEqual([{ text: 'Asks for Rosa', purged: true }])
  const { rows: facts } = await database.pool.query(`select from fact where body::text ~ 'Asks for'`)
  expect(facts).toEqual([])
})

test('[I4] who swore to answers that were corrected is heard again, and the last oath stands', async () => {
  const intake = { service: 'key', answers: { count: 1, known: true }, quotedCents: null }
  const { intakeId } = await must(office, ana, {
    kind: 'add-intake',
    body: { visitId: null, channel: 'counter', language: 'en', intake },
  })
  await must(office, ana, { kind: 'start-review', body: { intakeId } })
  const swears = (manner: 'swear' | 'affirm') =>
    must(office, ana, { kind: 'administer-oath', body: { intakeId, manner, wordingVersion: 1 } })
  await swears('swear')
  await must(office, ana, {
    kind: 'correct-answers',
    body: { intakeId, rev: 1, answers: { ...intake.answers, count: 2 } },
  })
  await swears('affirm')
  const { rows } = await database.pool.query(`select manner from oath where intake_id = $1`, [intakeId])
  expect(rows).toEqual([{ manner: 'affirm' }])
})
