import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFairDraft, agent, aKeyDraft, ana, ben, kiosk, sue } from '../../test/builders.ts'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import { brokenInvariants } from '../../test/invariants.ts'
import type { Command, CommandActor, CommandKind } from '../domain/command.ts'
import { fold } from '../domain/evolve.ts'
import { emptyOffice } from '../domain/offices/office.ts'
import type { OfficeState } from '../domain/state.ts'
import { loadState } from './load-state.ts'
import { allFacts, listen, openNode, setUp } from './test-office.ts'
import { verifyChain } from './verify-chain.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** Numbers that choose among what there is at that moment. */
interface Step {
  kind: CommandKind
  who: number
  pick: number
  more: number
  /** given at the same moment as the next, so that both may be in one batch */
  together: boolean
  afterMs: number
}

const at = <Each>(all: readonly Each[], index: number): Each | undefined =>
  all[index % Math.max(all.length, 1)]

const everyone = { roles: ['clerk', 'oath', 'supervisor'] } as const
const clerks: readonly CommandActor[] = [ana, ben, sue].map((clerk) => ({ ...clerk, ...everyone }))

/** Makes a command for the state that a node knows, often one that moves something on. */
const makers: Partial<Record<CommandKind, (state: OfficeState, step: Step, clerk: CommandActor) => Command>> =
  {
    'take-ticket': (_, { more }) => {
      const draft =
        more % 2
          ? aFairDraft({ street: `Street ${more % 5}` })
          : aKeyDraft({ known: true, free: more % 3 === 0 })
      const body = {
        channel: 'kiosk',
        language: more % 4 ? 'en' : 'es',
        line: draft.service,
        printerId: null,
      } as const
      return { kind: 'take-ticket', body: { ...body, intakes: [draft] } }
    },
    'call-next': (state, step, clerk) => ({
      kind: 'call-next',
      body: { windowId: windowOf(state, step, clerk) },
    }),
    'start-visit': (state, step) => ({
      kind: 'start-visit',
      body: { visitId: visitIn(state, step, 'called') },
    }),
    'hold-visit': (state, step) => ({
      kind: 'hold-visit',
      body: { visitId: visitIn(state, step, 'serving'), reason: 'other', note: '' },
    }),
    'resume-visit': (state, step, clerk) => ({
      kind: 'resume-visit',
      body: { visitId: visitIn(state, step, 'on-hold'), windowId: windowOf(state, step, clerk) },
    }),
    'complete-visit': (state, step) => ({
      kind: 'complete-visit',
      body: { visitId: visitIn(state, step, 'serving') },
    }),
    'cancel-visit': (state, step) => ({
      kind: 'cancel-visit',
      body: { visitId: visitIn(state, step, 'waiting'), reason: 'other' },
    }),
    'mark-no-show': (state, step) => ({
      kind: 'mark-no-show',
      body: { visitId: visitIn(state, step, 'called') },
    }),
    'undo-visit-step': ({ visits }, { pick }) => {
      const undoable = Object.values(visits).filter(({ undo }) => undo !== null)
      return { kind: 'undo-visit-step', body: { visitId: at(undoable, pick)?.id ?? 'none' } }
    },
    'transfer-visit': (state, step) => ({
      kind: 'transfer-visit',
      body: { visitId: visitIn(state, step, 'serving'), line: 'key', windowId: null },
    }),
    'start-review': (state, step) => ({
      kind: 'start-review',
      body: { intakeId: intakeIn(state, step, 'submitted') },
    }),
    'mark-paper': (state, step) => {
      const intakeId = intakeIn(state, step, 'in-review')
      const rev = state.intakes[intakeId]?.rev ?? 1
      return { kind: 'mark-paper', body: { intakeId, rev, item: 0, mark: 'seen', evidence: 'seen' } }
    },
    'sign-declaration': (state, step) => ({
      kind: 'sign-declaration',
      body: { intakeId: intakeIn(state, step, 'in-review') },
    }),
    'administer-oath': (state, step) => ({
      kind: 'administer-oath',
      body: { intakeId: intakeIn(state, step, 'in-review'), manner: 'affirm', wordingVersion: 1 },
    }),
    'correct-answers': (state, step) => {
      const intakeId = intakeIn(state, step, 'in-review')
      const rev = state.intakes[intakeId]?.rev ?? 1
      return {
        kind: 'correct-answers',
        body: { intakeId, rev, answers: aFairDraft({ tables: step.more % 8 }).answers },
      }
    },
    'approve-intake': (state, step) => {
      const complete = Object.values(state.intakes).filter(
        ({ state: at, marks, needsDeclaration, declarationAt, needsOath, oathAt }) =>
          at === 'in-review' &&
          !marks.includes(null) &&
          !(needsDeclaration && !declarationAt) &&
          !(needsOath && !oathAt),
      )
      const { id: intakeId = 'none', rev = 1 } = at(complete, step.pick) ?? {}
      return { kind: 'approve-intake', body: { intakeId, rev } }
    },
    'issue-intake': (state, step) => ({
      kind: 'issue-intake',
      body: {
        intakeId: intakeIn(state, step, 'paid'),
        handedNumbers: step.more % 2 ? [`N${step.more}`] : [],
        printerId: 'desk',
      },
    }),
    'withdraw-intake': (state, step) => ({
      kind: 'withdraw-intake',
      body: { intakeId: intakeIn(state, step, 'in-review') },
    }),
    'open-till': (state, step, clerk) => ({
      kind: 'open-till',
      body: { windowId: windowOf(state, step, clerk), floatCents: step.more * 100 },
    }),
    'take-payment': (state, step, clerk) => {
      const intakeId = intakeIn(state, step, 'approved')
      const totalCents = state.intakes[intakeId]?.owedCents ?? 0
      const tillId = tillOf(state, clerk)
      const tenders = totalCents === 0 ? [] : [{ kind: 'cash', cents: totalCents + 100 } as const]
      const body = {
        tillId,
        visitId: null,
        intakeIds: [intakeId],
        totalCents,
        tenders,
        payer: 'Payer',
        printerId: null,
      }
      return { kind: 'take-payment', body }
    },
    'void-payment': (state, { pick }) => ({
      kind: 'void-payment',
      body: { receiptId: at(Object.keys(state.receipts), pick) ?? 'none', reason: 'other' },
    }),
    'close-till': (state, { more }, clerk) => {
      const tillId = tillOf(state, clerk)
      return {
        kind: 'close-till',
        body: {
          tillId,
          countedCents: (state.tills[tillId]?.expectedCents ?? 0) + (more % 2),
          reason: 'unexplained',
        },
      }
    },
    'take-up-intake': (state, step) => ({
      kind: 'take-up-intake',
      body: {
        intakeId: at(Object.keys(state.intakes), step.pick) ?? 'none',
        visitId: visitIn(state, step, 'serving'),
      },
    }),
    'withdraw-paid-intake': (state, { pick }) => ({
      kind: 'withdraw-paid-intake',
      body: { intakeId: at(Object.keys(state.intakes), pick) ?? 'none', reason: 'other' },
    }),
    'cancel-issuance': (state, { pick, more }) => {
      const issued = Object.values(state.intakes).flatMap(({ issuanceId }) => issuanceId ?? [])
      return {
        kind: 'cancel-issuance',
        body: { issuanceId: at(issued, pick) ?? 'none', again: more % 2 === 0 },
      }
    },
    reprint: (state, { pick }) => ({
      kind: 'reprint',
      body: { jobId: at(Object.keys(state.prints), pick) ?? 'none', printerId: 'desk' },
    }),
    'print-ticket': (state, { pick }) => ({
      kind: 'print-ticket',
      body: { visitId: at(Object.keys(state.visits), pick) ?? 'none', printerId: 'desk' },
    }),
    'change-today': (_state, { more }) => ({
      kind: 'change-today',
      body: { today: { isClosed: more % 2 === 0, servicesOff: more % 3 ? ['fair'] : [] } },
    }),
    'report-print': (state, { pick, more }) => ({
      kind: 'report-print',
      body: {
        jobId: at(Object.keys(state.prints), pick) ?? 'none',
        outcome: at(['printed', 'failed', 'stalled'] as const, more) ?? 'printed',
      },
    }),
  }

const visitIn = ({ visits }: OfficeState, { pick }: Step, state: string): string =>
  at(
    Object.values(visits).filter((visit) => visit.state === state),
    pick,
  )?.id ?? 'none'
const intakeIn = ({ intakes }: OfficeState, { pick }: Step, state: string): string =>
  at(
    Object.values(intakes).filter((intake) => intake.state === state),
    pick,
  )?.id ?? 'none'
const windowOf = ({ windows }: OfficeState, { more }: Step, clerk: CommandActor): string =>
  Object.values(windows).find(({ clerkId }) => clerk.type === 'clerk' && clerkId === clerk.id)?.id ??
  at(Object.keys(windows), more) ??
  'none'
const tillOf = ({ tills }: OfficeState, clerk: CommandActor): string =>
  Object.values(tills).find(
    (till) => till.state === 'open' && clerk.type === 'clerk' && till.clerkId === clerk.id,
  )?.id ?? 'none'

const kinds = Object.keys(makers) as CommandKind[]

const often = [
  'take-ticket',
  'call-next',
  'start-review',
  'mark-paper',
  'sign-declaration',
  'administer-oath',
  'approve-intake',
  'open-till',
  'take-payment',
  'issue-intake',
  'undo-visit-step',
] as const

const aStep = (kind: fc.Arbitrary<CommandKind>): fc.Arbitrary<Step> =>
  fc.record({
    kind,
    who: fc.oneof({ arbitrary: fc.nat(1), weight: 9 }, { arbitrary: fc.constant(2), weight: 1 }),
    pick: fc.nat(4),
    more: fc.nat(20),
    together: fc.boolean(),
    afterMs: fc.oneof(
      { arbitrary: fc.integer({ min: 0, max: 30_000 }), weight: 40 },
      { arbitrary: fc.constant(20 * 3_600_000), weight: 1 },
    ),
  })

const anyStep = aStep(
  fc.oneof(
    { arbitrary: fc.constantFrom(...kinds), weight: 1 },
    { arbitrary: fc.constantFrom(...often), weight: 2 },
  ),
)

/** A resident's whole errand, one step after the other, among whatever else goes on. */
const errand = fc
  .tuple(fc.nat(2), ...often.map((kind) => aStep(fc.constant(kind))))
  .map(([who, ...each]) => each.map((step) => ({ ...step, who, together: false })))

const steps = fc
  .array(
    fc.oneof({ arbitrary: anyStep.map((step) => [step]), weight: 12 }, { arbitrary: errand, weight: 2 }),
    { minLength: 80, maxLength: 150 },
  )
  .map((each) => each.flat())

let days = 0

/** A few days of an office with two nodes: its states, as each source has it. */
const live = async (given: readonly Step[]) => {
  const officeId = `office-${++days}`
  const clock = { now: Date.UTC(2026, 10, 23, 17) }
  const options = { officeId, clock: () => clock.now }
  const { office: one, logged } = await openNode(database.pool, options)
  const { office: other } = await openNode(database.pool, options)
  const heard = listen(other)
  await setUp(one)
  const accepted = new Set<CommandKind>()
  let together: Promise<unknown>[] = []
  for (const [position, step] of given.entries()) {
    clock.now += step.afterMs
    const office = position % 5 === 0 ? other : one
    const clerk = at(clerks, step.who) ?? ana
    const command = makers[step.kind]?.(office.state, step, clerk)
    if (!command) continue
    const actor = step.kind === 'take-ticket' ? kiosk : step.kind === 'report-print' ? agent : clerk
    const answer = office.submit(command, actor, `step-${position}`)
    together.push(answer.then(({ ok }) => ok && accepted.add(step.kind)))
    if (step.together) continue
    await Promise.all(together)
    together = []
  }
  await Promise.all(together)
  await Promise.all([one.waitFor(other.state.seq), other.waitFor(one.state.seq)])
  // A timer may fire at any time: what either node knows is compared with the facts up to there.
  await one.stop()
  await other.stop()
  return { officeId, one: one.state, other: other.state, heard: heard.facts(), logged, accepted }
}

const told = async (given: readonly Step[], reached: Map<CommandKind, number>): Promise<void> => {
  const { officeId, one, other, heard, logged, accepted } = await live(given)
  for (const kind of accepted) reached.set(kind, (reached.get(kind) ?? 0) + 1)
  const facts = await allFacts(database.pool, officeId)
  const upTo = (seq: number) => fold(emptyOffice(officeId), facts.slice(0, seq))
  const rebuilt = upTo(facts.length)
  expect(one).toEqual(upTo(one.seq))
  expect(other).toEqual(upTo(other.seq))
  expect(await loadState(database.pool, officeId)).toEqual(rebuilt)
  expect(heard).toEqual(facts.slice(0, other.seq))
  expect(await verifyChain(database.pool, officeId)).toEqual({ ok: true, seq: rebuilt.seq })
  expect(brokenInvariants(rebuilt, facts)).toEqual([])
  expect(logged).toEqual([])
  const { rows } = await database.pool.query<{ cents: number }>(
    'select coalesce(sum(debit_cents - credit_cents), 0)::int as cents from ledger_line where office = $1',
    [officeId],
  )
  expect(rows[0]?.cents).toBe(0)
}

test(
  '[L2] random days on two nodes: facts, rows and both live states tell the same',
  { timeout: 120_000 },
  async () => {
    const reached = new Map<CommandKind, number>()
    await fc.assert(
      fc.asyncProperty(steps, (given) => told(given, reached)),
      { numRuns: 12, endOnFailure: true },
    )
    // Some of the days get through the whole errand, or this shows little.
    for (const kind of ['approve-intake', 'take-payment', 'issue-intake', 'undo-visit-step'] as const)
      expect(reached.get(kind), kind).toBeGreaterThan(0)
  },
)
