import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadState } from './load-state.ts'
import type { SubmitResult } from './office.ts'
import { giveTickets, lockOffice, openNode, plainTicket, until, waitingForLocks } from './test-office.ts'
import { openFarOffice } from './test-proxy.ts'
import type { FarOffice } from './test-proxy.ts'
import { verifyChain } from './verify-chain.ts'

let far: FarOffice
let { database, proxy, office } = {} as FarOffice

beforeEach(async () => {
  far = await openFarOffice()
  ;({ database, proxy, office } = far)
})
afterEach(() => far.close())

const tickets = 40

/** Tickets of one moment. The first batch is held by a lock until the second one is decided. */
const giveHeldTickets = async (): Promise<SubmitResult[]> => {
  const unlock = await lockOffice(database.pool)
  const answers = giveTickets(office, tickets, plainTicket)
  await until(async () => (await waitingForLocks(database.pool)) === 1)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await unlock()
  return answers
}

/** Calls once, when the line's second statement is on its way to the database and has not come there. */
const onSecondStatement = (call: () => Promise<void> | void): void => {
  let statements = 0
  proxy.onBytes = async (bytes) => {
    if (bytes.includes('store-') && ++statements === 2) await call()
  }
}

const numbersOf = (answers: readonly SubmitResult[]): string[] =>
  answers.map((answer) => (answer.ok && 'number' in answer.reply ? String(answer.reply.number) : ''))

const firstNumbers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `A${String(at + 1).padStart(3, '0')}`)

const expectStored = async (count: number): Promise<void> => {
  const { rows } = await database.pool.query<{ number: string }>('select number from visit order by number')
  expect(rows.map(({ number }) => number)).toEqual(firstNumbers(count))
  expect(await verifyChain(database.pool, 'city-hall')).toEqual({ ok: true, seq: office.state.seq })
  expect(await loadState(database.pool, 'city-hall')).toEqual(office.state)
}

test('[L28] what is decided already is on its way before anyone hears of the batch before it', async () => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const statements = () =>
    sent.mock.calls.filter(([config]) => /^store-/.test((config as { name?: string }).name ?? '')).length
  const whenHeard: number[] = []
  office.onFacts(() => whenHeard.push(statements()))
  expect(numbersOf(await giveHeldTickets())).toEqual(firstNumbers(tickets))
  sent.mockRestore()
  expect(whenHeard[0]).toBe(2)
  await expectStored(tickets)
})

test('[L28] what was sent ahead stores nothing once another node was faster, and is decided anew', async () => {
  const { office: other } = await openNode(database.pool)
  let theirs: SubmitResult[] = []
  onSecondStatement(async () => {
    theirs = await giveTickets(other, 1, plainTicket)
  })
  const ours = numbersOf(await giveHeldTickets())
  expect(ours).toEqual([...ours].sort())
  expect([...ours, ...numbersOf(theirs)].sort()).toEqual(firstNumbers(tickets + 1))
  await expectStored(tickets + 1)
  await other.stop()
})

test('[L28] what was sent ahead on a connection that is lost is stored and answered once', async () => {
  onSecondStatement(() => proxy.cut())
  expect(numbersOf(await giveHeldTickets())).toEqual(firstNumbers(tickets))
  await expectStored(tickets)
})

test('[L28] what was sent ahead and arrives when all is decided anew stores nothing', async () => {
  onSecondStatement(() => {
    proxy.hold()
    proxy.cut()
  })
  expect(numbersOf(await giveHeldTickets())).toEqual(firstNumbers(tickets))
  proxy.deliver()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expectStored(tickets)
})
