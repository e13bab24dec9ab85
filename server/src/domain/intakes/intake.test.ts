import { beforeEach, describe, expect, test } from 'vitest'
import {
  aFairDraft,
  aKeyDraft,
  ana,
  anIntake,
  anOfficeWith,
  aVisit,
  ben,
  kiosk,
  sue,
} from '../../../test/builders.ts'
import type { MemoryOffice } from '../../../test/memory-office.ts'
import { morning } from '../../../test/memory-office.ts'
import { intakeMoves, intakesOf } from './intake.ts'
import type { IntakeMove } from './intake.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Result } from '../result.ts'
import type { Intake, IntakeState, Visit } from '../state.ts'

const states = Object.keys(intakeMoves) as IntakeState[]
const intakeId = 'i1'
type Answered = Result<object, RefusalCode>

/** Each move as the command that makes it; the till's two are shown with the till, and what takes back below. */
const give: Record<Exclude<IntakeMove, 'pay' | 'void' | 'take-back'>, (office: MemoryOffice) => Answered> = {
  correct: (office) =>
    office.give(ana, 'correct-answers', { intakeId, rev: 1, answers: aFairDraft({ tables: 2 }).answers }),
  'start-review': (office) => office.give(ana, 'start-review', { intakeId }),
  'mark-paper': (office) =>
    office.give(ana, 'mark-paper', { intakeId, rev: 1, item: 0, mark: 'seen', evidence: 'D1234' }),
  'request-information': (office) =>
    office.give(ana, 'request-information', { intakeId, reason: 'paper-missing', note: '' }),
  'receive-information': (office) => office.give(ana, 'receive-information', { intakeId }),
  'print-declaration': (office) => office.give(ana, 'print-declaration', { intakeId, printerId: 'desk' }),
  'sign-declaration': (office) => office.give(ana, 'sign-declaration', { intakeId }),
  'administer-oath': (office) =>
    office.give(ana, 'administer-oath', { intakeId, manner: 'swear', wordingVersion: 1 }),
  approve: (office) => office.give(ana, 'approve-intake', { intakeId, rev: 1 }),
  deny: (office) => office.give(ana, 'deny-intake', { intakeId, code: 'unsuitable' }),
  withdraw: (office) => office.give(ana, 'withdraw-intake', { intakeId }),
  issue: (office) => office.give(ana, 'issue-intake', { intakeId, handedNumbers: [], printerId: null }),
  'withdraw-paid': (office) => office.give(sue, 'withdraw-paid-intake', { intakeId, reason: 'other' }),
}
const moves = Object.keys(give) as (keyof typeof give)[]

/** An office with one intake for the fair, told as at the kiosk and then put into a state. */
const aFair = (fields: Partial<Intake> = {}, draft = aFairDraft(), visits: Visit[] = []): MemoryOffice => {
  const told = anOfficeWith()
  told.must(kiosk, 'take-ticket', {
    channel: 'kiosk',
    language: 'en',
    line: 'fair',
    intakes: [draft],
    printerId: null,
  })
  const file = told.filings.find((filing) => filing.type === 'intake-file')
  const terms = Object.values(told.state.intakes)[0]
  const office = anOfficeWith({
    intakes: [{ ...anIntake(), ...terms, id: intakeId, visitId: null, ...fields }],
    visits,
  })
  if (file) office.file({ ...file, file: { ...file.file, intakeId } })
  return office
}
const intakeOf = (office: MemoryOffice): Intake => {
  const intake = office.state.intakes[intakeId]
  if (!intake) throw new Error('no intake')
  return intake
}

describe.for(states)('an intake that is %s', (from) => {
  test.for(moves)(`[I1] ${from}: %s leads where the table says, or is refused`, (move) => {
    const ready: Partial<Intake> = {
      marks: ['seen'],
      declarationAt: move === 'sign-declaration' ? null : morning,
      needsOath: move === 'administer-oath',
    }
    const office = aFair({ state: from, ...ready })
    office.now = morning + 1000
    const result = give[move](office)
    const to = intakeMoves[from][move]
    if (to === undefined) {
      expect(result).toMatchObject({
        ok: false,
        code: move === 'issue' && from === 'approved' ? 'not-paid' : 'wrong-state',
      })
      expect(office.facts).toEqual([])
      return
    }
    expect(result).toMatchObject({ ok: true })
    expect(intakeOf(office).state).toBe(to)
    expect(intakeOf(office).since).toBe(to === from ? morning : morning + 1000)
  })
})

test('[I2] every state can be reached from submitted', () => {
  const reached = new Set<IntakeState>(['submitted'])
  for (const state of reached) for (const to of Object.values(intakeMoves[state])) reached.add(to)
  expect([...reached].sort()).toEqual([...states].sort())
})

test.for(moves)('[I1] %s of an unknown intake is not found', (move) => {
  expect(give[move](anOfficeWith())).toMatchObject({ ok: false, code: 'not-found' })
})

describe('correcting', () => {
  test('[I3] a clerk who has not seen the last correction is told so', () => {
    const office = aFair({ state: 'in-review', rev: 3 })
    const answers = aFairDraft().answers
    const stale = { ok: false, code: 'stale-revision', details: { rev: 3 } }
    expect(office.give(ben, 'correct-answers', { intakeId, rev: 2, answers })).toEqual(stale)
    expect(office.give(ben, 'change-service', { intakeId, rev: 2, service: 'key', answers: {} })).toEqual(
      stale,
    )
    expect(office.give(ben, 'approve-intake', { intakeId, rev: 2 })).toEqual(stale)
    const paper = { intakeId, rev: 2, item: 0, mark: 'seen', evidence: '' } as const
    expect(office.give(ben, 'mark-paper', paper)).toEqual(stale)
  })

  test('[I3] old answers are kept, the fee is new, and settled papers stay settled', () => {
    const office = aFair({ state: 'in-review', marks: ['seen'] })
    office.must(ana, 'mark-paper', { intakeId, rev: 1, item: 0, mark: 'copied', evidence: 'license D1' })
    office.must(ana, 'correct-answers', {
      intakeId,
      rev: 1,
      answers: aFairDraft({ food: true, tables: 3 }).answers,
    })
    expect(intakeOf(office)).toMatchObject({
      rev: 2,
      marks: ['copied', null],
      owedCents: 3000,
      quotedCents: 2000,
    })
    expect(office.intakeFile(intakeId)).toMatchObject({
      rev: 2,
      answers: { tables: 3 },
      evidence: { 0: 'license D1' },
    })
    expect(office.filings.find((filing) => filing.type === 'correction')).toMatchObject({
      rev: 1,
      was: { tables: 1, food: false },
    })
    office.must(ana, 'correct-answers', { intakeId, rev: 2, answers: aFairDraft().answers })
    expect(intakeOf(office)).toMatchObject({ rev: 3, marks: ['copied'] })
  })

  test('[I4] what was signed or sworn to was about the old answers', () => {
    const office = aFair({ state: 'in-review', declarationAt: morning, oathAt: morning })
    office.must(ana, 'correct-answers', { intakeId, rev: 1, answers: aFairDraft({ tables: 2 }).answers })
    expect(intakeOf(office)).toMatchObject({ declarationAt: null, oathAt: null })
  })

  test('[I4] an approval is taken back, with its claims', () => {
    const office = aFair({ state: 'in-review', marks: ['seen'], declarationAt: morning })
    office.must(ana, 'approve-intake', { intakeId, rev: 1 })
    expect(office.claims).toHaveLength(1)
    office.must(ana, 'correct-answers', {
      intakeId,
      rev: 1,
      answers: aFairDraft({ street: 'Elm St' }).answers,
    })
    expect(intakeOf(office).state).toBe('in-review')
    expect(office.claims).toEqual([])
  })

  test('[I11] another service keeps visit and place, and starts its review afresh', () => {
    const office = anOfficeWith()
    const { visitId, intakeIds } = office.must(kiosk, 'take-ticket', {
      channel: 'kiosk',
      language: 'en',
      line: 'fair',
      intakes: [aFairDraft({ tables: 9 })],
      printerId: null,
    })
    const [id = ''] = intakeIds
    const visit = office.state.visits[visitId]
    office.must(ana, 'start-review', { intakeId: id })
    office.must(ana, 'mark-paper', { intakeId: id, rev: 1, item: 1, mark: 'seen', evidence: 'x' })
    office.must(ana, 'change-service', { intakeId: id, rev: 1, service: 'key', answers: aKeyDraft().answers })
    expect(office.state.intakes[id]).toMatchObject({
      service: 'key',
      visitId,
      rev: 2,
      marks: [null],
      quotedCents: 700,
      needsOath: true,
      needsDeclaration: false,
    })
    expect(office.state.visits[visitId]).toEqual(visit)
    expect(office.intakeFile(id)?.evidence).toEqual({})
    expect(office.facts.at(-1)?.body).toMatchObject({ service: 'key', wasService: 'fair' })
    const change = { intakeId: id, rev: 2, service: 'passports', answers: {} }
    expect(office.give(ana, 'change-service', change)).toMatchObject({ code: 'unknown-service' })
  })
})

describe('approving', () => {
  let office: MemoryOffice
  const approve = (rev = 1): Answered => office.give(ana, 'approve-intake', { intakeId, rev })
  beforeEach(() => {
    office = aFair({ state: 'in-review', marks: ['seen'], declarationAt: morning })
  })

  test('[I5] rests on the rules of this moment, not of the ticket', () => {
    office.must({ type: 'system' }, 'change-service-settings', {
      service: 'fair',
      from: '2026-11-23',
      values: { closed: true },
    })
    expect(approve()).toEqual({ ok: false, code: 'eligibility', details: { problem: 'no-fireworks' } })
  })

  test('[I6] every paper asked for is settled, and none is not acceptable', () => {
    office = aFair({ state: 'in-review', marks: [null], declarationAt: morning })
    expect(approve()).toMatchObject({ code: 'review-incomplete', details: { paper: 'identification' } })
    office.must(ana, 'mark-paper', { intakeId, rev: 1, item: 0, mark: 'not-acceptable', evidence: '' })
    expect(approve()).toMatchObject({ code: 'paper-not-acceptable' })
    office.must(ana, 'mark-paper', { intakeId, rev: 1, item: 0, mark: 'waived', evidence: '' })
    expect(approve().ok).toBe(true)
  })

  test('[I6] nothing that is asked is left open', () => {
    office = aFair(
      { state: 'in-review', marks: ['seen'], declarationAt: morning },
      {
        service: 'fair',
        answers: { street: 'Palm Ave', tables: 1, food: false },
        quotedCents: null,
      },
    )
    expect(approve()).toMatchObject({ code: 'review-incomplete', details: { question: 'name' } })
  })

  test('[I6] a paper that the city has on file is settled; one that it lost since is not', () => {
    const key = anOfficeWith()
    const { intakeId: id } = key.must(ana, 'add-intake', {
      visitId: null,
      channel: 'counter',
      language: 'en',
      intake: aKeyDraft({ known: true }),
    })
    key.must(ana, 'start-review', { intakeId: id })
    expect(key.state.intakes[id]?.marks).toEqual(['on-file'])
    key.must(ana, 'correct-answers', { intakeId: id, rev: 1, answers: aKeyDraft().answers })
    expect(key.state.intakes[id]?.marks).toEqual([null])
    key.file({ type: 'record', record: { service: 'key', key: 'all', data: { known: true } } })
    key.must(ana, 'administer-oath', { intakeId: id, manner: 'affirm', wordingVersion: 2 })
    key.must(ana, 'approve-intake', { intakeId: id, rev: 2 })
    expect(key.state.intakes[id]).toMatchObject({ state: 'approved', marks: ['on-file'], rev: 3 })
  })

  test('[I7] the declaration is signed where one is asked, once', () => {
    office = aFair({ state: 'in-review', marks: ['seen'] })
    expect(approve()).toMatchObject({ code: 'declaration-missing' })
    const { jobId } = office.must(ana, 'print-declaration', { intakeId, printerId: 'lobby' })
    expect(office.slip(jobId).kind).toBe('declaration')
    expect(office.give(ana, 'print-declaration', { intakeId, printerId: 'x' })).toMatchObject({
      code: 'printer-unknown',
    })
    office.must(ana, 'sign-declaration', { intakeId })
    expect(office.give(ana, 'sign-declaration', { intakeId })).toMatchObject({ code: 'wrong-state' })
    expect(approve().ok).toBe(true)
  })

  test('[I7] the oath is administered where one is asked; how it was said is in no fact', () => {
    const key = anOfficeWith()
    const { intakeId: id } = key.must(ana, 'add-intake', {
      visitId: null,
      channel: 'counter',
      language: 'en',
      intake: aKeyDraft({ known: true }),
    })
    key.must(ana, 'start-review', { intakeId: id })
    expect(key.give(ana, 'print-declaration', { intakeId: id, printerId: 'desk' })).toMatchObject({
      code: 'nothing-to-print',
    })
    expect(key.give(ana, 'approve-intake', { intakeId: id, rev: 1 })).toMatchObject({ code: 'oath-missing' })
    key.must(ana, 'administer-oath', { intakeId: id, manner: 'affirm', wordingVersion: 2 })
    expect(key.facts.at(-1)?.body).toEqual({ intakeId: id, clerkId: 'ana', wordingVersion: 2 })
    expect(JSON.stringify(key.facts)).not.toContain('affirm')
    expect(key.filings.at(-1)).toEqual({ type: 'oath', intakeId: id, manner: 'affirm' })
    key.must(ana, 'approve-intake', { intakeId: id, rev: 1 })
    expect(give['administer-oath'](aFair({ state: 'in-review' }))).toMatchObject({ code: 'oath-not-asked' })
    const sworn = aFair({ state: 'in-review', needsOath: true, oathAt: morning })
    expect(give['administer-oath'](sworn)).toMatchObject({ code: 'wrong-state' })
  })

  test('[I8] it takes the lowest free slot of a cap, and is refused when there is none', () => {
    const claim = { scope: 'fair', subject: 'Palm Ave' }
    office.file({ type: 'claim-taken', claim: { ...claim, slot: 0, intakeId: 'other' } })
    office.must(ana, 'approve-intake', { intakeId, rev: 1 })
    expect(office.claims.at(-1)).toEqual({ ...claim, slot: 1, intakeId })
    const full = aFair({ state: 'in-review', marks: ['seen'], declarationAt: morning })
    for (const slot of [0, 1])
      full.file({ type: 'claim-taken', claim: { ...claim, slot, intakeId: `o${slot}` } })
    expect(full.give(ana, 'approve-intake', { intakeId, rev: 1 })).toMatchObject({ code: 'claim-taken' })
    expect(intakeOf(full).state).toBe('in-review')
  })

  test('[I12] a fee that has changed since is told by a correction, before the till asks for it', () => {
    office.must({ type: 'system' }, 'change-service-settings', {
      service: 'fair',
      from: '2026-11-23',
      values: { feeCents: 4000 },
    })
    office.must(ana, 'approve-intake', { intakeId, rev: 1 })
    expect(intakeOf(office)).toMatchObject({
      state: 'approved',
      owedCents: 4500,
      rev: 2,
      declarationAt: morning,
    })
    expect(office.facts.slice(-2).map((fact) => fact.kind)).toEqual(['intake-corrected', 'intake-approved'])
    expect(office.intakeFile(intakeId)).toMatchObject({ rev: 2 })
  })
})

test('[I10] a denial has a reason that the service knows', () => {
  const office = aFair({ state: 'in-review' })
  expect(office.give(ana, 'deny-intake', { intakeId, code: 'lost' })).toMatchObject({
    code: 'unknown-denial',
  })
  office.must(ana, 'deny-intake', { intakeId, code: 'unsuitable' })
  expect(office.facts.at(-1)?.body).toMatchObject({ code: 'unsuitable', from: 'in-review' })
})

test('[I10] why it was denied, or what is missing, stands with the intake until it goes on', () => {
  const office = aFair({ state: 'in-review' })
  office.must(ana, 'request-information', { intakeId, reason: 'paper-expired', note: '' })
  expect(office.state.intakes[intakeId]?.reason).toBe('paper-expired')
  office.must(ana, 'receive-information', { intakeId })
  expect(office.state.intakes[intakeId]?.reason).toBeNull()
  office.must(ana, 'deny-intake', { intakeId, code: 'unsuitable' })
  expect(office.state.intakes[intakeId]).toMatchObject({ state: 'denied', reason: 'unsuitable' })
})

test('[I10] a reason that has come up since the ticket is filed with what it says', () => {
  const office = aFair({ state: 'in-review' })
  office.must({ type: 'system' }, 'change-service-settings', {
    service: 'fair',
    from: '2026-11-23',
    values: { closed: true },
  })
  expect(office.intakeFile(intakeId)?.assessment.problems).toEqual([])
  office.must(ana, 'deny-intake', { intakeId, code: 'no-fireworks' })
  expect(office.intakeFile(intakeId)?.assessment.problems).toEqual([
    { kind: 'turn-away', code: 'no-fireworks' },
  ])
})

describe('a note to a colleague', () => {
  const note = 'Her son brings the lease'

  test('[I16] lies in the file with who wrote it and when, and in no fact', () => {
    const office = aFair({ state: 'in-review' })
    office.now = morning + 5000
    office.must(ana, 'request-information', { intakeId, reason: 'paper-missing', note })
    expect(office.intakeFile(intakeId)?.note).toEqual({ text: note, clerkId: 'ana', at: morning + 5000 })
    expect(JSON.stringify(office.facts)).not.toContain(note)
  })

  test('[I16] of a hold lies in the file of the visit’s form, and is refused where there is none', () => {
    const office = aFair({ state: 'in-review', visitId: 'v1' }, aFairDraft(), [aVisit({ state: 'serving' })])
    office.must(ana, 'hold-visit', { visitId: 'v1', reason: 'fetching-paper', note })
    expect(office.intakeFile(intakeId)?.note?.text).toBe(note)
    expect(JSON.stringify(office.facts)).not.toContain(note)

    const bare = anOfficeWith({ visits: [aVisit({ state: 'serving' })] })
    const held = { visitId: 'v1', reason: 'on-phone', note } as const
    expect(bare.give(ana, 'hold-visit', held)).toMatchObject({ code: 'note-without-form' })
    expect(bare.give(ana, 'hold-visit', { ...held, note: '' }).ok).toBe(true)
  })

  test('[I16] stays when nothing new is noted and when answers are corrected', () => {
    const office = aFair({ state: 'in-review' })
    office.must(ana, 'request-information', { intakeId, reason: 'paper-missing', note })
    office.must(ana, 'receive-information', { intakeId })
    office.must(ana, 'request-information', { intakeId, reason: 'other', note: '' })
    office.must(ana, 'correct-answers', { intakeId, rev: 1, answers: aFairDraft().answers })
    expect(office.intakeFile(intakeId)?.note?.text).toBe(note)
  })
})

describe('a form that was left', () => {
  const here = aVisit({ id: 'v2', number: 'A002', state: 'serving' })
  const left = (state: Visit['state'], form: IntakeState = 'needs-information'): MemoryOffice =>
    aFair({ state: form, visitId: 'v1' }, aFairDraft(), [
      aVisit({ state, windowId: null, clerkId: null }),
      here,
    ])
  const takeUp = (office: MemoryOffice, who = ana) =>
    office.give(who, 'take-up-intake', { intakeId, visitId: 'v2' })

  test.for(['completed', 'no-show', 'canceled'] as const)(
    '[I19] by a visit that is %s is taken up',
    (state) => {
      const office = left(state)
      expect(takeUp(office)).toMatchObject({ ok: true })
      expect(intakesOf(office.state, 'v2').map(({ id }) => id)).toEqual([intakeId])
      expect(intakesOf(office.state, 'v1')).toEqual([])
      office.must(ana, 'receive-information', { intakeId })
      expect(office.give(ana, 'complete-visit', { visitId: 'v2' })).toMatchObject({ code: 'intakes-open' })
    },
  )

  test('[I19] that came by mail is taken up', () => {
    const office = aFair({ state: 'submitted', visitId: null }, aFairDraft(), [here])
    expect(takeUp(office)).toMatchObject({ ok: true })
    expect(intakeOf(office).visitId).toBe('v2')
  })

  test.for(['waiting', 'called', 'serving', 'on-hold'] as const)(
    '[I19] stays with who is %s, and with a colleague’s visitor; what is decided stays where it is',
    (state) => {
      expect(takeUp(left(state))).toMatchObject({ code: 'wrong-state' })
      expect(takeUp(left('completed'), ben)).toMatchObject({ code: 'visit-at-other-window' })
      expect(takeUp(left('completed', 'denied'))).toMatchObject({ code: 'wrong-state' })
    },
  )
})

test('[I13] who withdraws gives the claims of an approval back', () => {
  const office = aFair({ state: 'in-review', marks: ['seen'], declarationAt: morning })
  office.must(ana, 'approve-intake', { intakeId, rev: 1 })
  office.must(ana, 'withdraw-intake', { intakeId })
  expect(office.claims).toEqual([])
})

describe('handing over', () => {
  test('[I9] a permit has the next number of its service and year, and a slip', () => {
    const office = aFair({ state: 'paid', receiptId: 'r1' })
    const first = office.must(ana, 'issue-intake', { intakeId, handedNumbers: [], printerId: 'lobby' })
    expect(first.number).toBe('2026-0001')
    expect(office.slip(first.jobId)).toMatchObject({ kind: 'permit', blocks: [{ text: '2026-0001' }] })
    expect(office.state.issuanceCounters).toEqual({ 'fair/2026': 1 })
    expect(office.filings.find((filing) => filing.type === 'issuance')).toMatchObject({
      issuance: { number: '2026-0001', intakeId, subject: 'Palm Ave', state: 'valid', issuedAt: morning },
    })
  })

  test('[N4] permit numbers have no gap, and begin anew with the year', () => {
    const office = aFair({ state: 'paid' })
    const next = anOfficeWith(
      { intakes: Object.values(office.state.intakes) },
      { issuanceCounters: { 'fair/2026': 41, 'fair/2025': 7 } },
    )
    const file = office.intakeFile(intakeId)
    if (file) next.file({ type: 'intake-file', file, name: null, phone: null, codes: [], addressKey: null })
    expect(next.must(ana, 'issue-intake', { intakeId, handedNumbers: [], printerId: null }).number).toBe(
      '2026-0042',
    )
    expect(next.facts.at(-1)?.kind).toBe('print-requested')
  })

  test('[I9] as many numbers are entered as things are handed over, none twice', () => {
    const office = anOfficeWith()
    const { intakeId: id } = office.must(ana, 'add-intake', {
      visitId: null,
      channel: 'counter',
      language: 'en',
      intake: aKeyDraft({ count: 2 }),
    })
    const paid = { receiptId: 'r1', number: 1, tillId: 't1', clerkId: 'ana', windowId: 'w1', visitId: null }
    const money = { businessDay: '2026-11-23', totalCents: 0, tenders: [], changeCents: 0, revenue: [] }
    office.store(ana, [{ kind: 'payment-taken', body: { ...paid, ...money, intakeIds: [id] } }])
    const issue = (...handedNumbers: string[]) =>
      office.give(ana, 'issue-intake', { intakeId: id, handedNumbers, printerId: null })
    expect(issue('K1')).toMatchObject({ code: 'numbers-missing', details: { count: 2 } })
    expect(issue('K1', 'K1')).toMatchObject({ code: 'number-in-use' })
    expect(issue('K1', 'K2')).toMatchObject({ value: { number: 'K1, K2', jobId: null } })
    expect(office.facts.at(-1)?.body).toMatchObject({ counter: null })
    expect(office.filings.at(-1)).toMatchObject({ type: 'record', record: { key: 'K1' } })
  })

  const issued = (draft = aFairDraft()): { office: MemoryOffice; issuanceId: string } => {
    const office = aFair({ state: 'paid' }, draft)
    office.file({ type: 'claim-taken', claim: { scope: 'fair', subject: 'Palm Ave', slot: 0, intakeId } })
    const { issuanceId } = office.must(ana, 'issue-intake', { intakeId, handedNumbers: [], printerId: null })
    return { office, issuanceId }
  }

  test('[I14] what was issued is canceled once; the claim comes back where the service says so', () => {
    const { office, issuanceId } = issued()
    office.must(ana, 'cancel-issuance', { issuanceId, again: false })
    expect(office.claims).toEqual([])
    expect(office.facts.at(-1)?.body).toEqual({ issuanceId, releasesClaims: true })
    expect(office.give(ana, 'cancel-issuance', { issuanceId, again: false })).toMatchObject({
      code: 'issuance-canceled',
    })
    expect(office.give(ana, 'cancel-issuance', { issuanceId: 'x', again: false })).toMatchObject({
      code: 'not-found',
    })
    const amend = { issuanceId, answers: aFairDraft().answers, printerId: null }
    expect(office.give(ana, 'amend-issuance', amend)).toMatchObject({ code: 'issuance-canceled' })
  })

  test('[I20] what was handed over wrongly is taken back, keeps its claim and its money, and is handed over anew', () => {
    const { office, issuanceId } = issued()
    office.must(ana, 'cancel-issuance', { issuanceId, again: true })
    expect(intakeOf(office)).toMatchObject({ state: 'paid', issuanceId: null })
    expect(office.claims).toHaveLength(1)
    const again = office.must(ana, 'issue-intake', { intakeId, handedNumbers: [], printerId: null })
    expect(again).toMatchObject({ number: '2026-0002' })
    expect(intakeOf(office)).toMatchObject({ state: 'issued', issuanceId: again.issuanceId })
    expect(office.give(ana, 'cancel-issuance', { issuanceId, again: true })).toMatchObject({
      code: 'issuance-canceled',
    })
  })

  test('[I14] a cancellation that came too late keeps the claim', () => {
    const { office, issuanceId } = issued(aFairDraft({ tables: 9 }))
    office.must(ana, 'cancel-issuance', { issuanceId, again: false })
    expect(office.claims).toHaveLength(1)
    expect(office.facts.at(-1)?.body).toEqual({ issuanceId, releasesClaims: false })
  })

  test('[M15] no answer that words are asked for takes a card number, corrected and amended too', () => {
    const name = 'Dana 4111 1111 1111 1111'
    const refused = { code: 'card-number', details: { service: 'fair', question: 'name' } }
    const { office, issuanceId } = issued()
    const answers = { ...aFairDraft().answers, tables: 99, name }
    expect(office.give(ana, 'amend-issuance', { issuanceId, answers, printerId: null })).toMatchObject(
      refused,
    )
    const other = aFair({ state: 'in-review' })
    expect(other.give(ana, 'correct-answers', { intakeId, rev: 1, answers })).toMatchObject(refused)
    expect(other.give(ana, 'change-service', { intakeId, rev: 1, service: 'fair', answers })).toMatchObject(
      refused,
    )
  })

  test('[I15] an amended permit keeps its number, moves its claim and prints again', () => {
    const { office, issuanceId } = issued()
    const amend = (answers: object) =>
      office.give(ana, 'amend-issuance', {
        issuanceId,
        answers: { ...aFairDraft().answers, ...answers },
        printerId: 'desk',
      })
    expect(amend({ food: true })).toMatchObject({
      code: 'amendment-refused',
      details: { problem: 'too-late' },
    })
    expect(amend({ tables: 99 })).toMatchObject({ code: 'invalid-answers' })
    const [claim] = office.claims
    expect(amend({ tables: 3 }).ok).toBe(true)
    expect(office.claims).toEqual([claim])
    const moved = amend({ street: 'Elm St' })
    expect(moved.ok && office.slip(moved.value.jobId)).toMatchObject({ blocks: [{ text: '2026-0001' }] })
    expect(office.claims).toEqual([{ scope: 'fair', subject: 'Elm St', slot: 0, intakeId }])
    expect(office.intakeFile(intakeId)?.answers).toMatchObject({ street: 'Elm St' })
    const none = office.give(ana, 'amend-issuance', { issuanceId: 'x', answers: {}, printerId: null })
    expect(none).toMatchObject({ code: 'not-found' })
  })
})
