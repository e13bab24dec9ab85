import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, ben, kiosk } from '../../test/builders.ts'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import type { Office } from './office.ts'
import { allFacts, giveTickets, must, openNode, plainTicket, setUp } from './test-office.ts'
import { verifyChain } from './verify-chain.ts'

let database: TestDatabase
let office: Office
let windowIds: readonly [string, string]
beforeEach(async () => {
  database = await freshDatabase()
  office = (await openNode(database.pool, { giveUpAfterMs: 1_200 })).office
  windowIds = (await setUp(office)).windowIds
})
afterEach(async () => {
  await office.stop()
  await database.drop()
})

test('[L18] with the disk full nothing is acknowledged, what is known can be read, and room is enough to go on', async () => {
  await giveTickets(office, 3, plainTicket)
  const before = office.state
  await database.pool.query(`
    create function no_room() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$;
    create trigger no_room before insert on fact execute function no_room()`)
  const refused = await office.submit(plainTicket, kiosk, 'a-key-on-a-full-disk')
  expect(refused).toMatchObject({ ok: false, code: 'outcome-unknown' })
  expect(office.state).toEqual(before)
  expect(await allFacts(database.pool)).toHaveLength(before.seq)

  await database.pool.query('drop trigger no_room on fact')
  const { number } = await must(office, kiosk, plainTicket, 'a-key-on-a-full-disk')
  expect(number).toBe('A004')
  expect(await verifyChain(database.pool, office.id)).toMatchObject({ ok: true })
})

test('[W1] two clerks at two nodes call at the same moment, again and again: each ticket is called once', async () => {
  const other = (await openNode(database.pool)).office
  const rounds = 40
  await giveTickets(office, 2 * rounds, plainTicket)
  const serve = async (node: Office, clerk: typeof ana, windowId: string): Promise<string> => {
    const { visitId } = await must(node, clerk, { kind: 'call-next', body: { windowId } })
    await must(node, clerk, { kind: 'start-visit', body: { visitId } })
    await must(node, clerk, { kind: 'complete-visit', body: { visitId } })
    return visitId
  }
  const called: string[] = []
  for (let round = 0; round < rounds; round++)
    called.push(...(await Promise.all([serve(office, ana, windowIds[0]), serve(other, ben, windowIds[1])])))
  expect(new Set(called).size).toBe(2 * rounds)
  const calls = (await allFacts(database.pool)).filter(({ kind }) => kind === 'visit-called')
  expect(calls).toHaveLength(2 * rounds)
  await other.stop()
})
