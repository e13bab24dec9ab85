import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, ana, ben, city, sue } from '../../test/builders.ts'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import type { Tender } from '../domain/command.ts'
import { businessDay } from '../domain/time.ts'
import type { Office } from '../office/office.ts'
import { must, openNode, reviewed, setUp } from '../office/test-office.ts'
import { UsageError } from './admin-command.ts'
import { adminCommands as commands } from './commands.ts'

let database: TestDatabase
let office: Office

const run = async (name: string, ...words: string[]): Promise<string> => {
  const said: string[] = []
  const nothing = () => Promise.reject(new Error('not asked for'))
  const given = { pool: database.pool, words, options: {}, say: (line: string) => void said.push(line) }
  await commands[name]
    ?.run({ ...given, give: nothing, readFile: nothing, readBytes: nothing, readInput: nothing })
    .catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error
      said.push(`ERROR ${error.message}`)
    })
  return said.join('\n')
}

/** As somebody could who has the database. It stays. */
const tamper = async (
  statement: string,
  trigger: 'ledger_append_only' | 'fact_append_only' | null = null,
) => {
  const table = trigger === 'fact_append_only' ? 'fact' : 'ledger_line'
  const toggle = (how: string) => (trigger ? [`alter table ${table} ${how} trigger ${trigger}`] : [])
  await database.pool.query([...toggle('disable'), statement, ...toggle('enable')].join(';'))
}

const check: Tender = { kind: 'check', cents: 2000, checkNumber: '12' }
let today = ''

beforeAll(async () => {
  database = await freshDatabase()
  office = (await openNode(database.pool)).office
  const { windowIds } = await setUp(office)
  for (const { id, name } of [ana, ben, sue])
    await database.pool.query(
      `insert into staff (id, office, login, name, password_hash, roles) values ($1, 'city-hall', $1 || '.b', $2, '', '{clerk}')`,
      [id, name],
    )
  const open = async (clerk: typeof ana, windowId: string) =>
    (await must(office, clerk, { kind: 'open-till', body: { windowId, floatCents: 10_000 } })).tillId
  const tillId = await open(ana, windowIds[0])
  await open(ben, windowIds[1])
  const pay = async (street: string, ...tenders: Tender[]) => {
    const intakeId = await reviewed(office, street)
    await must(office, ana, { kind: 'approve-intake', body: { intakeId, rev: 1 } })
    const totalCents = office.state.intakes[intakeId]?.owedCents ?? 0
    const body = { tillId, visitId: null, totalCents, payer: 'Dana Whitfield', printerId: null }
    const { receiptId } = await must(office, ana, {
      kind: 'take-payment',
      body: { ...body, intakeIds: [intakeId], tenders },
    })
    return { intakeId, receiptId }
  }
  const { intakeId } = await pay('First St', { kind: 'cash', cents: 2500 })
  await pay('Second St', check)
  const { receiptId } = await pay('Third St', check)
  await must(office, sue, { kind: 'void-payment', body: { receiptId, reason: 'changed-mind' } })
  const free = {
    service: 'fair',
    from: businessDay(Date.now(), city.zone),
    values: { feeCents: 0, tableCents: 0 },
  }
  await must(office, admin, { kind: 'change-service-settings', body: free })
  const { intakeId: freeId } = await pay('Fourth St')
  await must(office, ana, {
    kind: 'close-till',
    body: { tillId, countedCents: 11_900, reason: 'unexplained' },
  })
  for (const paid of [intakeId, freeId])
    await must(office, sue, {
      kind: 'withdraw-paid-intake',
      body: { intakeId: paid, reason: 'changed-mind' },
    })
  await office.stop()
  today = businessDay(office.state.at, city.zone)
})
afterAll(() => database.drop())

test('[M13] a day sheet tells the money of a day, from ledger and receipts', async () => {
  const said = await run('day-sheet', 'city-hall', today)
  expect(said).toBe(await run('day-sheet', 'city-hall'))
  for (const line of [
    `City Hall, City of Beaumont: ${today}`,
    '  cash:drawer                    $220.00       $120.00       $100.00',
    '  checks:on-hand                  $40.00        $20.00        $20.00',
    '  over-short                       $1.00         $0.00         $1.00',
    '  revenue:fair                    $15.00        $45.00       -$30.00',
    '  ana.b, window 1',
    '  ben.b, window 2',
    '    STILL OPEN: should hold $100.00',
    '  1 to 4: 4 in number, 1 voided',
    '  No gap',
    '  Voided 3: $20.00. No longer wanted, by sue.b',
    '  Refund due by finance, of receipt 1: $20.00. No longer wanted, by sue.b',
    '  Cash                            $20.00',
    '  Checks                          $20.00',
    '  All                             $40.00',
  ])
    expect(said.split('\n')).toContain(line)
  expect(said).toMatch(/counted {2}.*: \$119\.00 of \$120\.00, short \$1\.00$/m)
  expect(said).toMatch(/Ledger, receipts and tills agree\.$/)
  expect(said).not.toContain('Whitfield')
})

test('[M13] of what cost nothing, finance has nothing to refund', async () => {
  const said = await run('day-sheet', 'city-hall', today)
  expect(said.match(/Refund due.*$/gm)).toEqual([expect.stringMatching(/receipt 1: \$20\.00/)])
})

test('[M13] another day has none of it', async () => {
  const said = await run('day-sheet', 'city-hall', '2020-02-29')
  expect(said).toMatch(/Tills\n {2}None\n\nReceipts\n {2}None\n/)
  expect(await run('day-sheet', 'city-hall', 'May 1')).toBe('ERROR DATE should be a day like 2026-11-23')
  expect(await run('day-sheet', 'nowhere')).toMatch(/^ERROR There is no office nowhere/)
})

test('[L14] verify finds the log and the ledger as they were written', async () => {
  expect(await run('verify', 'city-hall')).toBe(`${office.state.seq} facts, chain intact, ledger agrees.`)
  expect(await run('verify', 'nowhere')).toMatch(/^ERROR There is no office nowhere/)
})

test('[M13] a till or a receipt that somebody has changed, or taken away, is told plainly', async () => {
  await tamper(`update till set expected_cents = 11900 where clerk_id = 'ana'`)
  expect(await run('day-sheet', 'city-hall', today)).toContain(
    [
      'ERROR Ledger, receipts and tills DO NOT AGREE:',
      '  the drawer of ana.b: $120.00 by the ledger, $119.00 by the till',
      '  over or short of ana.b: -$1.00 by the ledger, $0.00 by the till',
    ].join('\n'),
  )
  await tamper(`update till set expected_cents = 12000 where clerk_id = 'ana'`)
  expect(await run('day-sheet', 'city-hall', today)).toMatch(/tills agree\.$/)
  await tamper(`delete from receipt where number = 2`)
  const said = await run('day-sheet', 'city-hall', today)
  expect(said).toContain('  MISSING: 2\n')
  expect(said).toContain('  checks:on-hand: $20.00 by the ledger, $0.00 by the receipts')
  await tamper(`update receipt set number = 2, business_day = business_day - 1 where number = 1`)
  expect(await run('day-sheet', 'city-hall', today)).toContain('  3 to 4: 2 in number, 1 voided\n  No gap\n')
})

test('[L14] verify names the first fact whose entry was changed, added to or taken away, and whose chain is broken', async () => {
  const { rows } = await database.pool.query<{ kind: string; seq: number }>(
    `select kind, seq from fact where kind in ('till-opened', 'payment-taken', 'payment-voided') order by seq`,
  )
  const seqOf = (kind: string) => rows.find((row) => row.kind === kind)?.seq ?? 0
  const wrong = (seq: number) => `ERROR The ledger does not agree with fact ${seq}.`
  const [opened, paid, voided] = ['till-opened', 'payment-taken', 'payment-voided'].map(seqOf)

  await tamper(`delete from ledger_line where seq = ${voided}`, 'ledger_append_only')
  expect(await run('verify', 'city-hall')).toBe(wrong(voided ?? 0))
  await tamper(
    `update ledger_line set debit_cents = debit_cents * 2, credit_cents = credit_cents * 2 where seq = ${paid}`,
    'ledger_append_only',
  )
  expect(await run('verify', 'city-hall')).toBe(wrong(paid ?? 0))
  await tamper(
    `insert into ledger_line values ('city-hall', 1, 0, 'a', 5, 0), ('city-hall', 1, 1, 'b', 0, 5)`,
  )
  expect(await run('verify', 'city-hall')).toBe(wrong(1))
  await tamper(`update fact set actor = 'clerk:eve' where seq = ${opened}`, 'fact_append_only')
  expect(await run('verify', 'city-hall')).toBe(
    `ERROR The chain is broken: fact ${opened} is missing or not what was stored.\nThe ledger does not agree with fact 1.`,
  )
})
