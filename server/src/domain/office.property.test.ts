import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFairDraft, agent, aKeyDraft, ana, anOffice, ben, kiosk, sue, system } from '../../test/builders.ts'
import { brokenInvariants } from '../../test/invariants.ts'
import type { MemoryOffice } from '../../test/memory-office.ts'
import type { CommandActor, CommandKind, Tender } from './command.ts'
import { owedCentsOf } from './intakes/assessing.ts'
import { intakeMoves, isLeft } from './intakes/intake.ts'
import type { IntakeMove } from './intakes/intake.ts'
import type { Mark, Visit } from './state.ts'
import { permissions } from './permission.ts'
import { cancelReasons, holdReasons, voidReasons } from './reason.ts'
import { timers } from './timers.ts'
import { visitMoves } from './visits/visit.ts'
import type { VisitMove } from './visits/visit.ts'

/** One command of a random day: numbers choose among what there is at that moment. */
interface Step {
  kind: CommandKind
  who: number
  /** picks the subject */
  pick: number
  /** picks anything else */
  more: number
  afterMs: number
}

const notInTheRun: CommandKind[] = [
  ...(['open-office', 'change-office', 'add-window', 'change-window', 'remove-window'] as const),
  ...(['add-printer', 'remove-printer'] as const),
]
const kinds = (Object.keys(permissions) as CommandKind[]).filter((kind) => !notInTheRun.includes(kind))

const step = (often: readonly CommandKind[]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.oneof(
      { arbitrary: fc.constantFrom(...often), weight: 3 },
      { arbitrary: fc.constantFrom(...kinds), weight: 1 },
    ),
    who: fc.nat(2),
    pick: fc.nat(50),
    more: fc.nat(50),
    afterMs: fc.oneof(
      { arbitrary: fc.integer({ min: -5_000, max: 60_000 }), weight: 30 },
      { arbitrary: fc.integer({ min: 0, max: 30 * 3_600_000 }), weight: 1 },
    ),
  })

const inTheLine = [
  'take-ticket',
  'call-next',
  'start-visit',
  'hold-visit',
  'undo-visit-step',
  'complete-visit',
  'mark-no-show',
  'rejoin-visit',
] as const
const atTheTill = [
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
  'void-payment',
  'undo-visit-step',
] as const

const toThePayment = [
  'take-ticket',
  'call-next',
  'start-visit',
  'start-review',
  'mark-paper',
  'mark-paper',
  'print-declaration',
  'sign-declaration',
  'approve-intake',
  'open-till',
  'take-payment',
] as const

const toTheEnd = [...toThePayment, 'issue-intake', 'amend-issuance', 'complete-visit'] as const
const paidTooLate = [...toThePayment, 'close-till', 'withdraw-paid-intake', 'complete-visit'] as const

const withAPaperToFetch = [
  'take-ticket',
  'call-next',
  'start-visit',
  'start-review',
  'request-information',
  'complete-visit',
  'take-ticket',
  'call-next',
  'start-visit',
  'take-up-intake',
  'receive-information',
  'withdraw-intake',
  'complete-visit',
] as const

const withABreak = [
  'take-ticket',
  'call-next',
  'start-visit',
  'hold-visit',
  'resume-visit',
  'complete-visit',
] as const
const missed = ['take-ticket', 'call-next', 'recall-visit', 'mark-no-show', 'rejoin-visit'] as const

/** One resident's errand by one clerk, one step after the other, as far as the day lets it come. */
const errand = (kinds: readonly CommandKind[]): fc.Arbitrary<Step[]> =>
  fc
    .tuple(fc.nat(1), ...kinds.map((kind) => step([kind]).map((each) => ({ ...each, kind }))))
    .map(([who, ...steps]) =>
      steps.map((each) => ({ ...each, who, afterMs: Math.min(each.afterMs, 60_000) })),
    )

/** Single steps of whoever is about, and whole errands among them. */
const aDay = (often: readonly CommandKind[]): fc.Arbitrary<Step[]> =>
  fc
    .array(
      fc.oneof(
        { arbitrary: step(often).map((each) => [each]), weight: 20 },
        ...[toTheEnd, paidTooLate, withAPaperToFetch, withABreak, missed].map((kinds) => ({
          arbitrary: errand(kinds),
          weight: 1,
        })),
      ),
      { minLength: 60, maxLength: 120 },
    )
    .map((each) => each.flat())

const intakeMoveOf: Partial<Record<CommandKind, IntakeMove>> = {
  'start-review': 'start-review',
  'mark-paper': 'mark-paper',
  'request-information': 'request-information',
  'receive-information': 'receive-information',
  'print-declaration': 'print-declaration',
  'sign-declaration': 'sign-declaration',
  'administer-oath': 'administer-oath',
  'approve-intake': 'approve',
  'issue-intake': 'issue',
  'withdraw-paid-intake': 'withdraw-paid',
}

const visitMoveOf: Partial<Record<CommandKind, VisitMove>> = {
  'recall-visit': 'recall',
  'resume-visit': 'resume',
  'rejoin-visit': 'rejoin',
  'complete-visit': 'complete',
}

const at = <Each>(all: readonly Each[], index: number): Each | undefined =>
  all[index % Math.max(all.length, 1)]
const marks: readonly Exclude<Mark, 'on-file'>[] = [
  'seen',
  'seen',
  'copied',
  'copied',
  'waived',
  'seen',
  'not-acceptable',
]

const give = (office: MemoryOffice, { kind, who, pick, more }: Step): boolean => {
  const { state } = office
  const clerk = { ...(at([ana, ben, sue], who) ?? ana), roles: ['clerk', 'oath'] } as CommandActor & {
    type: 'clerk'
  }
  const boss: CommandActor = { ...clerk, roles: ['clerk', 'oath', 'supervisor'] }
  const move = intakeMoveOf[kind]
  const ready = Object.values(state.intakes).filter(
    (each) => move === undefined || more % 4 === 0 || intakeMoves[each.state][move],
  )
  const intake = at(ready, pick)
  const visitMove = visitMoveOf[kind]
  const here = Object.values(state.visits).filter(
    (each) => more % 4 === 0 || (visitMove ? visitMoves[each.state][visitMove] : each.clerkId === clerk.id),
  )
  const visitId = (at(here, pick) ?? at(Object.values(state.visits), pick))?.id ?? 'none'
  const intakeId = intake?.id ?? 'none'
  const rev = (intake?.rev ?? 1) + (more % 7 === 0 ? 1 : 0)
  const own = Object.values(state.windows).find((window) => window.clerkId === clerk.id)
  const windowId = (more % 5 === 0 ? undefined : own?.id) ?? at(Object.keys(state.windows), more) ?? 'none'
  const openTill = Object.values(state.tills).find(
    (till) => till.clerkId === clerk.id && till.state === 'open',
  )
  const tillId = openTill?.id ?? at(Object.keys(state.tills), pick) ?? 'none'
  const issuanceId =
    at(
      Object.values(state.intakes).flatMap((each) => each.issuanceId ?? []),
      pick,
    ) ?? 'none'
  const drafts = [
    aFairDraft({ street: `Street ${more % 2}` }),
    aKeyDraft({ count: 1 + (more % 3), free: more % 4 === 0 }),
  ]
  const draft = at(drafts, more) ?? aKeyDraft()
  const language = more % 2 === 0 ? 'en' : 'es'
  const printerId = more % 3 === 0 ? 'lobby' : null

  switch (kind) {
    case 'take-ticket': {
      const intakes = [[draft], [], drafts][more % 3] ?? []
      const line = intakes[0]?.service ?? 'other'
      return office.give(kiosk, kind, { channel: 'kiosk', language, line, intakes, printerId }).ok
    }
    case 'call-next':
    case 'open-window':
      return office.give(clerk, kind, { windowId }).ok
    case 'close-window':
      return office.give(more % 2 ? clerk : boss, kind, { windowId }).ok
    case 'call-visit':
    case 'resume-visit':
      return office.give(clerk, kind, { windowId, visitId }).ok
    case 'hold-visit': {
      const reason = at(holdReasons, more) ?? 'other'
      return office.give(clerk, kind, { visitId, reason, note: more % 2 ? 'Dana waits outside' : '' }).ok
    }
    case 'cancel-visit':
      return office.give(clerk, kind, { visitId, reason: at(cancelReasons, more) ?? 'other' }).ok
    case 'transfer-visit': {
      const line = at(['key', 'fair', 'other', null], more) ?? null
      return office.give(clerk, kind, { visitId, line, windowId: more % 2 ? windowId : null }).ok
    }
    case 'recall-visit':
    case 'start-visit':
    case 'return-visit':
    case 'rejoin-visit':
    case 'complete-visit':
    case 'undo-visit-step':
      return office.give(more % 4 ? clerk : boss, kind, { visitId }).ok
    case 'mark-no-show':
    case 'remind-hold': {
      const due = timers(state).filter((timer) => timer.due <= office.now)
      for (const { command } of due) {
        if (command.kind === kind) return office.give(system, kind, command.body).ok
      }
      return kind === 'mark-no-show' && office.give(clerk, kind, { visitId }).ok
    }
    case 'add-intake': {
      const to = more % 3 ? visitId : null
      return office.give(clerk, kind, { visitId: to, channel: 'mail', language, intake: draft }).ok
    }
    case 'correct-answers': {
      const answers = intake?.service === 'key' ? aKeyDraft({ count: 2 }).answers : drafts[0]?.answers
      return office.give(clerk, kind, { intakeId, rev, answers: answers ?? {} }).ok
    }
    case 'change-service':
      return office.give(clerk, kind, { intakeId, rev, service: draft.service, answers: draft.answers }).ok
    case 'mark-paper': {
      const mark = at(marks, more) ?? 'seen'
      return office.give(clerk, kind, { intakeId, rev, item: more % 2, mark, evidence: '' }).ok
    }
    case 'request-information':
      return office.give(clerk, kind, { intakeId, reason: 'paper-missing', note: 'lease of Dana' }).ok
    case 'start-review':
    case 'receive-information':
    case 'sign-declaration':
    case 'withdraw-intake':
      return office.give(clerk, kind, { intakeId }).ok
    case 'print-declaration':
      return office.give(clerk, kind, { intakeId, printerId: 'desk' }).ok
    case 'administer-oath':
      return office.give(clerk, kind, { intakeId, manner: 'affirm', wordingVersion: 1 }).ok
    case 'approve-intake':
      return office.give(clerk, kind, { intakeId, rev }).ok
    case 'deny-intake':
      return office.give(clerk, kind, { intakeId, code: more % 2 ? 'unsuitable' : 'lost' }).ok
    case 'issue-intake': {
      const count = office.intakeFile(intakeId)?.assessment.handover.count ?? 0
      const handedNumbers = Array.from({ length: count }, (_, position) => `N${more}-${position}`)
      return office.give(clerk, kind, { intakeId, handedNumbers, printerId }).ok
    }
    case 'cancel-issuance':
      return office.give(clerk, kind, { issuanceId, again: more % 2 === 0 }).ok
    case 'take-up-intake': {
      const left = Object.values(state.intakes).filter((each) => more % 4 === 0 || isLeft(state, each))
      const mine = Object.values(state.visits).find(
        (each) => each.state === 'serving' && each.clerkId === clerk.id,
      )
      return office.give(clerk, kind, {
        intakeId: at(left, pick)?.id ?? 'none',
        visitId: mine?.id ?? visitId,
      }).ok
    }
    case 'withdraw-paid-intake':
      return office.give(boss, kind, { intakeId, reason: at(voidReasons, more) ?? 'other' }).ok
    case 'amend-issuance': {
      const answers = aFairDraft({ street: `Street ${more % 2}` }).answers
      return office.give(clerk, kind, { issuanceId, answers, printerId }).ok
    }
    case 'open-till':
      return office.give(clerk, kind, { windowId, floatCents: more * 100 }).ok
    case 'take-payment': {
      const payable = Object.values(state.intakes).filter(
        (each) => each.state === 'approved' || more % 9 === 0,
      )
      const chosen = payable.slice(pick % 2, (pick % 2) + 1 + (more % 2))
      const totalCents = chosen.reduce((sum, { id }) => {
        const file = office.intakeFile(id)
        return sum + (file ? owedCentsOf(file.assessment) : 0)
      }, 0)
      const check = { kind: 'check', cents: Math.floor(totalCents / 2), checkNumber: '7' } as const
      const rest = totalCents - check.cents
      const choices: Tender[][] = [
        [{ kind: 'cash', cents: totalCents + more }],
        [{ kind: 'card', cents: totalCents, reference: 'x', lastFour: '4242' }],
        [check, { kind: 'cash', cents: rest + 500 }],
        [
          { kind: 'cash', cents: 1 },
          { kind: 'cash', cents: totalCents },
        ],
      ]
      const tenders = totalCents === 0 ? [] : (at(choices, more) ?? [])
      const intakeIds = chosen.map(({ id }) => id)
      return office.give(clerk, kind, {
        tillId,
        visitId: null,
        intakeIds,
        totalCents,
        tenders,
        payer: 'P',
        printerId,
      }).ok
    }
    case 'void-payment': {
      const receiptId = at(Object.keys(state.receipts), pick) ?? 'none'
      return office.give(boss, kind, { receiptId, reason: at(voidReasons, more) ?? 'other' }).ok
    }
    case 'open-drawer':
      return office.give(clerk, kind, { tillId, reason: 'no-sale' }).ok
    case 'close-till': {
      const countedCents = (state.tills[tillId]?.expectedCents ?? 0) + (more % 3) * 100
      return office.give(clerk, kind, { tillId, countedCents, reason: more % 2 ? 'other' : null }).ok
    }
    case 'reprint':
    case 'report-print': {
      const jobId = at(Object.keys(state.prints), pick) ?? 'none'
      if (kind === 'reprint') return office.give(clerk, kind, { jobId, printerId: 'desk' }).ok
      const outcome = at(['printed', 'stalled', 'failed', 'unknown'] as const, more) ?? 'printed'
      return office.give(agent, kind, { jobId, outcome }).ok
    }
    case 'report-printer': {
      const condition = at(['ready', 'offline', 'paper-out'] as const, more) ?? 'ready'
      return office.give(agent, kind, { printerId: 'desk', condition }).ok
    }
    case 'report-drawer':
      return office.give(agent, kind, { printerId: 'desk', open: more % 2 === 0 }).ok
    case 'change-line-settings':
      return office.give(system, kind, { lineSettings: { ...state.lineSettings, noShowMs: 10_000 + more } })
        .ok
    case 'print-ticket':
      return office.give(more % 2 ? kiosk : clerk, kind, { visitId, printerId: 'desk' }).ok
    case 'change-opening': {
      const week = Array.from({ length: 7 }, () => [{ from: '08:00', until: '17:00' }])
      return office.give(system, kind, { opening: { week: more % 2 ? week : null, closedDays: [] } }).ok
    }
    case 'change-today':
      return office.give(boss, kind, { today: { isClosed: more % 2 === 0, servicesOff: ['fair'] } }).ok
    case 'change-service-settings':
      return office.give(system, kind, {
        service: 'fair',
        from: state.businessDay,
        values: { feeCents: more * 100 },
      }).ok
    case 'open-office':
    case 'add-window':
    case 'change-window':
    case 'change-office':
    case 'remove-window':
    case 'add-printer':
    case 'remove-printer':
      return false
  }
}

const standing = (visit: Visit | undefined) =>
  visit && {
    state: visit.state,
    since: visit.since,
    windowId: visit.windowId,
    clerkId: visit.clerkId,
    placeAt: visit.placeAt,
  }

/** Gives the steps; what an undo brings back must be what stood before the step. */
const run = (
  steps: readonly Step[],
): { office: MemoryOffice; given: Map<CommandKind, number>; broken: string[] } => {
  const { office, windowIds } = anOffice()
  for (const [position, clerk] of [ana, ben].entries()) {
    office.must(clerk, 'open-window', { windowId: windowIds[position] ?? '' })
  }
  const given = new Map<CommandKind, number>()
  const broken: string[] = []
  const before = new Map<string, ReturnType<typeof standing>>()
  for (const each of steps) {
    office.now += each.afterMs
    const { visits } = structuredClone(office.state)
    const seq = office.facts.length
    if (give(office, each)) given.set(each.kind, (given.get(each.kind) ?? 0) + 1)
    for (const fact of office.facts.slice(seq)) {
      if (fact.kind === 'visit-step-undone') {
        const { visitId } = fact.body
        const is = standing(office.state.visits[visitId])
        if (JSON.stringify(is) !== JSON.stringify(before.get(visitId)))
          broken.push(`U1 ${visitId} is not as before`)
      } else if ('visitId' in fact.body && fact.body.visitId && fact.kind.startsWith('visit-')) {
        if (fact.kind !== 'visit-hold-reminded')
          before.set(fact.body.visitId, standing(visits[fact.body.visitId]))
      }
    }
  }
  for (const { scope, subject, slot } of office.claims) {
    const same = office.claims.filter((claim) => claim.scope === scope && claim.subject === subject)
    if (slot >= 2 || same.filter((claim) => claim.slot === slot).length > 1)
      broken.push(`I8 claim ${subject} ${slot}`)
  }
  return { office, given, broken: [...broken, ...brokenInvariants(office.state, office.facts)] }
}

test.for<[string, readonly CommandKind[]]>([
  ['[V1] in the line', inTheLine],
  ['[M1] at the till', atTheTill],
  ['[D1] of every kind', kinds],
])('%s: random commands of several clerks keep every invariant', { timeout: 60_000 }, ([, often]) => {
  fc.assert(
    fc.property(aDay(often), (steps) => {
      expect(run(steps).broken).toEqual([])
    }),
    { numRuns: 60 },
  )
})

/** Far more days than it ever takes: what is not reached by then cannot be reached. */
const mostDays = 1_000

test('[D1] the random days reach every command', { timeout: 120_000 }, () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const missing = new Set(kinds)
  for (let day = 0; day < mostDays && missing.size > 0; day += 1)
    for (const steps of fc.sample(aDay(atTheTill), { numRuns: 1, seed: seed + day }))
      for (const kind of run(steps).given.keys()) missing.delete(kind)
  expect([...missing], `of the days from seed ${seed} on`).toEqual([])
})
