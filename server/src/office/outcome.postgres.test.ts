import { afterEach, expect, test } from 'vitest'
import { ana, kiosk } from '../../test/builders.ts'
import type { SubmitResult } from './office.ts'
import {
  allFacts,
  giveTickets,
  lockOffice,
  must,
  openNode,
  plainTicket,
  takeTicket,
  until,
  waitingForLocks,
} from './test-office.ts'
import { openFarOffice } from './test-proxy.ts'
import type { FarOffice } from './test-proxy.ts'
import { verifyChain } from './verify-chain.ts'

let far: FarOffice
let { database, proxy, office } = {} as FarOffice

const open = async (options: Parameters<typeof openFarOffice>[0] = {}): Promise<void> => {
  far = await openFarOffice(options)
  ;({ database, proxy, office } = far)
}
afterEach(() => far.close())

/** Where nobody will ever know, so that the test need not wait as long as people do. */
const soonGivesUp = { giveUpAfterMs: 1_200 }
/** Far less than the usual patience, and far more than a busy machine adds to the one above. */
const boundMs = 10_000

const visits = async (): Promise<number> =>
  (await database.pool.query<{ count: number }>('select count(*)::int as count from visit')).rows[0]?.count ??
  -1

test('[L16] a statement whose connection died and which commits late is answered as stored, and stored once', async () => {
  await open()
  const unlock = await lockOffice(database.pool)
  const answer = office.submit(takeTicket(), kiosk, 'k')
  await until(async () => (await waitingForLocks(database.pool)) === 1)
  proxy.cut()
  // The node comes back and waits behind its own first statement.
  await until(async () => (await waitingForLocks(database.pool)) === 2)
  await unlock()
  expect(await answer).toMatchObject({ ok: true, reply: { number: 'F001' } })
  expect(await visits()).toBe(1)
  expect(await office.submit(takeTicket(), kiosk, 'k')).toEqual(await answer)
  expect(await verifyChain(database.pool, 'city-hall')).toEqual({ ok: true, seq: office.state.seq })
})

test('[L16] a statement that arrives after its command was stored by another stores nothing', async () => {
  await open()
  proxy.hold()
  const answer = office.submit(plainTicket, kiosk, 'under-way')
  await until(() => proxy.holds('under-way'))
  proxy.cut()
  expect(await answer).toMatchObject({ ok: true, reply: { number: 'A001' } })
  const { seq } = office.state
  const late = proxy.deliver()
  await giveTickets(office, 3, plainTicket)
  await late
  expect(await visits()).toBe(4)
  expect((await allFacts(database.pool)).filter((fact) => fact.commandKey === 'under-way')).toHaveLength(2)
  expect(office.state.seq).toBe(seq + 6)
})

test('[L17] a refusal after a lost connection is certain: what was under way is barred first', async () => {
  await open()
  await giveTickets(office, 1)
  const { office: other } = await openNode(database.pool)
  const [windowId = ''] = Object.keys(office.state.windows)
  proxy.hold()
  const call = office.submit({ kind: 'call-next', body: { windowId } }, ana, 'under-way')
  await until(() => proxy.holds('under-way'))
  // Meanwhile, at another node, the only visit goes away.
  const [visitId = ''] = Object.keys(other.state.visits)
  const cancel = { kind: 'cancel-visit', body: { visitId, reason: 'other' } } as const
  await must(other, ana, cancel)
  proxy.cut()
  expect(await call).toEqual({ ok: false, code: 'line-empty' })
  const facts = (await allFacts(database.pool)).length
  await proxy.deliver()
  expect(await allFacts(database.pool)).toHaveLength(facts)
  await other.stop()
})

test('[L17] raising the fence bars a statement that was decided before, though nothing else has happened', async () => {
  await open(soonGivesUp)
  proxy.hold()
  const late = office.submit(plainTicket, kiosk, 'under-way')
  await until(() => proxy.holds('under-way'))
  proxy.cut()
  proxy.refuse(true)
  expect(await late).toEqual({ ok: false, code: 'outcome-unknown' })
  const { office: other } = await openNode(database.pool)
  const [windowId = ''] = Object.keys(other.state.windows)
  expect(await other.submit({ kind: 'call-next', body: { windowId } }, ana, 'call')).toEqual({
    ok: false,
    code: 'line-empty',
  })
  await proxy.deliver()
  expect(await visits()).toBe(0)
  await other.stop()
})

/** As a client does: the same key again, as long as nobody knows. */
const askUntilKnown = async (key: string): Promise<SubmitResult> => {
  for (;;) {
    const answer = await office.submit(takeTicket(), kiosk, key)
    if (answer.ok || answer.code !== 'outcome-unknown') return answer
  }
}

test('[L18] with the database gone the answer is outcome-unknown in bounded time, and the same key tells later', async () => {
  await open(soonGivesUp)
  proxy.refuse(true)
  proxy.cut()
  const began = performance.now()
  const answers = await Promise.all([
    office.submit(takeTicket(), kiosk, 'k'),
    ...Array.from({ length: 5 }, (_, at) => office.submit(plainTicket, kiosk, `k${at}`)),
  ])
  expect(performance.now() - began).toBeLessThan(boundMs)
  for (const answer of answers) expect(answer).toEqual({ ok: false, code: 'outcome-unknown' })
  proxy.refuse(false)
  expect(await askUntilKnown('k')).toMatchObject({ ok: true, reply: { number: 'F001' } })
  expect(await visits()).toBe(1)
})

test('[L18] an answer is not held back by a database that is frozen', async () => {
  await open(soonGivesUp)
  const unlock = await lockOffice(database.pool)
  const began = performance.now()
  expect(await office.submit(takeTicket(), kiosk, 'k')).toEqual({ ok: false, code: 'outcome-unknown' })
  expect(performance.now() - began).toBeLessThan(boundMs)
  await unlock()
  expect(await askUntilKnown('k')).toMatchObject({ ok: true, reply: { number: 'F001' } })
  expect(await visits()).toBe(1)
})
