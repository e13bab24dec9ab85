import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ana } from '../../test/builders.ts'
import type { Command } from '../domain/command.ts'
import { deciders } from '../domain/deciders.ts'
import type { Deciders } from '../domain/decision.ts'
import { loadState } from './load-state.ts'
import type { Office, SubmitResult } from './office.ts'
import {
  aKey,
  giveTickets,
  lockOffice,
  must,
  openNode,
  plainTicket,
  reviewed,
  setUp,
  until,
  waitingForLocks,
} from './test-office.ts'
import { openFarOffice } from './test-proxy.ts'
import type { FarOffice } from './test-proxy.ts'
import { verifyChain } from './verify-chain.ts'

let far: FarOffice
let { database, proxy, office } = {} as FarOffice

/** how many commands were decided, be it in vain */
let decisions = 0
const counted = Object.fromEntries(
  Object.entries(deciders).map(([kind, decider]) => [
    kind,
    {
      ...decider,
      decide: (...given: unknown[]) => {
        decisions += 1
        return (decider.decide as (...given: unknown[]) => unknown)(...given)
      },
    },
  ]),
) as unknown as Deciders

beforeEach(async () => {
  // whoever looks for others' facts sends nothing ahead
  far = await openFarOffice({ deciders: counted, pollMs: 60_000 })
  ;({ database, proxy, office } = far)
})
afterEach(() => far.close())

const tickets = 40

/** Tickets of one moment. The first batch is held by a lock until the second one is decided. */
const giveHeldTickets = async (): Promise<SubmitResult[]> => {
  const unlock = await lockOffice(database.pool)
  const before = decisions
  const answers = giveTickets(office, tickets, plainTicket)
  await until(async () => decisions === before + tickets && (await waitingForLocks(database.pool)) === 1)
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
  await proxy.deliver()
  await expectStored(tickets)
})

const seen = (intakeId: string): Command => ({
  kind: 'mark-paper',
  body: { intakeId, rev: 1, item: 0, mark: 'seen', evidence: '' },
})
const approve = (intakeId: string): Command => ({ kind: 'approve-intake', body: { intakeId, rev: 1 } })

/**
 * Three commands, the first two about one intake: the second reads what the first files, so the batch ends before it, and the
 * third is decided while the first is held by a lock. `meanwhile` is what happens until that is given free.
 */
const giveBesides = async (
  office: Office,
  third: Command,
  meanwhile: () => Promise<unknown>,
): Promise<SubmitResult[]> => {
  const intakeId = await reviewed(office, 'Elm Ave')
  const unlock = await lockOffice(database.pool, office.id)
  const before = decisions
  const pair = [office.submit(seen(intakeId), ana, aKey()), office.submit(seen(intakeId), ana, aKey())]
  await new Promise((resolve) => setImmediate(resolve))
  const last = office.submit(third, ana, aKey())
  await until(async () => decisions === before + 2 && (await waitingForLocks(database.pool)) === 1)
  await meanwhile()
  await unlock()
  return await Promise.all([...pair, last])
}

const seqOf = (answer: SubmitResult | undefined): number => (answer?.ok ? answer.reply.seq : NaN)

test('[L1] whoever has to wait for the batch before is not overtaken by what was decided meanwhile', async () => {
  const [first, second, third] = await giveBesides(office, plainTicket, async () => {})
  expect(seqOf(second)).toBe(seqOf(first) + 1)
  expect(seqOf(third)).toBeGreaterThan(seqOf(second))
})

test('[L10] what a constraint forbids is refused to its own command, whatever waits beside it', async () => {
  const { office: annex } = await openNode(database.pool, { officeId: 'annex' })
  await setUp(annex)
  const ours = await reviewed(office, 'Palm Ave')
  const theirs = [await reviewed(annex, 'Palm Ave'), await reviewed(annex, 'Palm Ave')]
  const [first, second, third] = await giveBesides(office, approve(ours), async () => {
    for (const intakeId of theirs) await must(annex, ana, approve(intakeId))
  })
  expect([first?.ok, second?.ok]).toEqual([true, true])
  expect(third).toMatchObject({ ok: false, code: 'claim-taken' })
  await annex.stop()
})

test('[L10] who has given up, and is what a statement fails by, leaves the others of it unharmed', async () => {
  const giveUpAfterMs = 6_000
  const hasty = await openFarOffice({ deciders: counted, pollMs: 60_000, giveUpAfterMs })
  const { pool } = hasty.database
  const { office: annex } = await openNode(pool, { officeId: 'annex' })
  await setUp(annex)
  const ours = await reviewed(hasty.office, 'Palm Ave')
  const theirs = [await reviewed(annex, 'Palm Ave'), await reviewed(annex, 'Palm Ave')]
  const give = (command: Command) => hasty.office.submit(command, ana, aKey())

  const before = decisions
  const { promise: later, resolve: goOn } = Promise.withResolvers<undefined>()
  const holds: Promise<unknown>[] = [later]
  hasty.proxy.onBytes = async (bytes) => {
    if (bytes.includes('store-')) await holds.shift()
  }
  const held = [give(plainTicket)]
  await new Promise((resolve) => setImmediate(resolve))
  held.push(give(plainTicket))
  await until(() => decisions === before + 2 && holds.length === 0)
  const hopeless = give(approve(ours))
  await new Promise((resolve) => setTimeout(resolve, giveUpAfterMs / 2))
  const innocent = give(plainTicket)
  holds.push(hopeless) // the second batch is stored once that one has given up
  goOn(undefined)
  await until(() => decisions === before + 4)
  for (const intakeId of theirs) await must(annex, ana, approve(intakeId))
  expect(await hopeless).toMatchObject({ code: 'outcome-unknown' })
  expect(await innocent).toMatchObject({ ok: true })
  await Promise.all(held)
  await annex.stop()
  await hasty.close()
})
