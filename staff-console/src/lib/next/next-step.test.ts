import { describe, expect, it } from 'vitest'
import type {
  Assessment,
  IntakeState,
  IntakeView,
  Mark,
  OfficeState,
  Problem,
} from '@lobbyline/server/contract'
import { anIntake, anOffice, aTill, aVisit, morning } from '../testing/builders.ts'
import { nextStep, type Me } from './next-step.ts'

const rosa: Me = { clerkId: 'rosa', windowId: 'w3', roles: ['clerk'], today: '2026-11-23' }
const serving = aVisit({ state: 'serving', windowId: 'w3', clerkId: 'rosa' })

const assessment: Assessment = {
  problems: [],
  fees: [],
  bring: [],
  checklist: [],
  declaration: null,
  oath: false,
  claims: [],
  handover: { kind: 'tag', number: 'entered', count: 1 },
}
const turnAway = { kind: 'turn-away', code: 'annual-cap' } as Problem
const view = (intakeId: string, ...problems: Problem[]): IntakeView => viewOfRev(1, intakeId, ...problems)

const viewOfRev = (rev: number, intakeId: string, ...problems: Problem[]): IntakeView => ({
  file: {
    intakeId,
    service: 'pet-tag',
    language: 'en',
    rev,
    answers: {},
    assessment: { ...assessment, problems },
    evidence: {},
    note: null,
  },
  corrections: [],
  receipt: null,
  issuance: null,
  invalid: [],
  onFile: [],
  quotedCents: 0,
})

const stepOf = (state: OfficeState, me: Me = rosa, chosen: string | null = null, open = 0) =>
  nextStep(
    state,
    me,
    chosen,
    (id) => view(id),
    () => open,
  )
/** as it is while this intake has a problem that no approval can pass */
const stepWith = (blocked: string, state: OfficeState, chosen: string | null = null) =>
  nextStep(
    state,
    rosa,
    chosen,
    (id) => (id === blocked ? view(id, turnAway) : view(id)),
    () => 0,
  )
const servingWith = (...changes: Parameters<typeof anIntake>[0][]) =>
  anOffice({
    visits: [serving],
    intakes: changes.map((each, index) => anIntake({ id: `i${index + 1}`, ...each })),
  })

describe('the next step', () => {
  it('calls the next in line when nobody is at the window', () => {
    expect(stepOf(anOffice())).toEqual({ kind: 'nobody' })
    expect(stepOf(anOffice({ visits: [aVisit({ number: 'B017' })] }))).toMatchObject({
      kind: 'call-next',
      number: 'B017',
    })
    const tomorrow = { ...rosa, today: '2026-11-24' }
    expect(stepOf(anOffice({ visits: [aVisit()] }), tomorrow)).toEqual({ kind: 'nobody' })
  })

  it('starts a visit that was called here, and not one that was called elsewhere', () => {
    const called = aVisit({ state: 'called', windowId: 'w3' })
    expect(stepOf(anOffice({ visits: [called] }))).toMatchObject({ kind: 'start', visitId: 'v1' })
    expect(stepOf(anOffice({ visits: [{ ...called, windowId: 'w1' }] }))).toEqual({ kind: 'nobody' })
  })

  it('goes through a review in the order that the server insists on', () => {
    const marks: (Mark | null)[] = ['on-file', null]
    const asked = { marks, needsDeclaration: true, needsOath: true }
    expect(stepOf(servingWith({ state: 'submitted' })).kind).toBe('begin-review')
    expect(stepWith('i1', servingWith(asked)).kind).toBe('mend-answers')
    expect(stepOf(servingWith(asked))).toEqual({ kind: 'check-paper', intakeId: 'i1', item: 1 })
    const refused = { ...asked, marks: ['not-acceptable', null] as Mark[] }
    expect(stepOf(servingWith(refused))).toEqual({ kind: 'ask-for-paper', intakeId: 'i1', item: 0 })
    const seen = { ...asked, marks: ['on-file', 'copied'] as Mark[] }
    expect(stepOf(servingWith(seen)).kind).toBe('print-declaration')
    const signed = { ...seen, declarationAt: morning }
    expect(stepOf(servingWith(signed)).kind).toBe('find-oath-taker')
    expect(stepOf(servingWith(signed), { ...rosa, roles: ['clerk', 'oath'] }).kind).toBe('administer-oath')
    expect(stepOf(servingWith({ ...signed, oathAt: morning }))).toEqual({ kind: 'approve', intakeId: 'i1' })
  })

  it('asks for the open answers before the papers that follow from them', () => {
    const asked = servingWith({ marks: [null] })
    expect(stepOf(asked, rosa, null, 3)).toEqual({ kind: 'ask-the-rest', intakeId: 'i1', open: 3 })
    expect(stepOf(servingWith({ state: 'approved' }), rosa, null, 3).kind).toBe('take-payment')
  })

  it('has an answer mended that fits no more, before anything else', () => {
    const stepBy = (view: IntakeView) =>
      nextStep(
        servingWith({ marks: [null] }),
        rosa,
        null,
        () => view,
        () => 1,
      )
    const over = { ...view('i1'), invalid: [{ question: 'days', code: 'out-of-range' }] }
    expect(stepBy(over)).toEqual({ kind: 'mend-answers', intakeId: 'i1', question: 'days' })
    expect(stepBy(view('i1', turnAway))).toEqual({ kind: 'mend-answers', intakeId: 'i1', question: null })
  })

  it('asks for the signature once the declaration of these answers was printed', () => {
    const state = servingWith({ needsDeclaration: true })
    const print = {
      id: 'j1',
      printerId: 'p3',
      kind: 'declaration' as const,
      of: { intakeId: 'i1' },
      copy: 0,
      originalId: 'j1',
      state: 'printed' as const,
      businessDay: '2026-11-23',
    }
    const printed = (at: number) => ({ ...state, prints: { j1: { ...print, at } } })
    expect(stepOf(printed(morning + 1)).kind).toBe('sign-declaration')
    expect(stepOf(printed(morning - 1)).kind).toBe('print-declaration')
  })

  it('takes one payment for all that is approved, once nothing is left to review', () => {
    const both = servingWith({ state: 'approved', owedCents: 4000 }, { state: 'approved', owedCents: 325 })
    expect(stepOf(both)).toEqual({ kind: 'take-payment', intakeIds: ['i1', 'i2'], totalCents: 4325 })
    const half = servingWith({ state: 'approved' }, { state: 'in-review' })
    expect(stepOf(half)).toEqual({ kind: 'approve', intakeId: 'i2' })
  })

  it('asks for an open till of my own before money', () => {
    const state = servingWith({ state: 'approved' })
    const closed = { ...state, tills: { t1: aTill({ state: 'closed' }) } }
    const others = { ...state, tills: { t1: aTill({ clerkId: 'luis' }) } }
    expect(stepOf(closed).kind).toBe('open-till')
    expect(stepOf(others).kind).toBe('open-till')
  })

  it('asks for a count of the till of an earlier day, before the office has begun the new one too', () => {
    const state = servingWith({ state: 'approved' })
    const tomorrow = { ...rosa, today: '2026-11-24' }
    const count = { kind: 'count-till', businessDay: '2026-11-23' }
    expect(stepOf(state, tomorrow)).toEqual(count)
    expect(stepOf({ ...state, businessDay: '2026-11-24' }, tomorrow)).toEqual(count)
    const counted = { ...state, tills: { t1: aTill({ state: 'closed' }) } }
    expect(stepOf(counted, tomorrow).kind).toBe('open-till')
    const anew = { t1: aTill({ state: 'closed' }), t2: aTill({ id: 't2', businessDay: '2026-11-24' }) }
    expect(stepOf({ ...state, tills: anew }, tomorrow).kind).toBe('take-payment')
  })

  it('hands over what is paid, and waits for the answers to know what that is', () => {
    const state = servingWith({ state: 'paid' })
    expect(stepOf(state)).toEqual({ kind: 'hand-over', intakeId: 'i1', handover: assessment.handover })
    expect(
      nextStep(
        state,
        rosa,
        null,
        () => null,
        () => 0,
      ),
    ).toEqual({ kind: 'look-up', intakeId: 'i1' })
  })

  it('turns back to what is still asked for, rather than marking it unseen from a settled tab', () => {
    const state = servingWith({ state: 'in-review', marks: [null] }, { state: 'approved' })
    expect(stepOf(state, rosa, 'i2')).toEqual({ kind: 'turn-to', intakeId: 'i1' })
    expect(stepOf(state, rosa, 'i1').kind).toBe('check-paper')
    expect(stepOf(state, rosa, 'of-another-visit').kind).toBe('check-paper')
  })

  it('reviews nothing that is not on the screen yet', () => {
    const state = servingWith({ marks: [null] })
    expect(
      nextStep(
        state,
        rosa,
        null,
        () => null,
        () => 0,
      ),
    ).toEqual({ kind: 'look-up', intakeId: 'i1' })
  })

  it('follows no checklist of answers that were corrected since', () => {
    const state = servingWith({ marks: ['seen', null], rev: 2 })
    const stepBy = (rev: number) =>
      nextStep(
        state,
        rosa,
        null,
        (id) => viewOfRev(rev, id),
        () => 0,
      )
    expect(stepBy(1)).toEqual({ kind: 'look-up', intakeId: 'i1' })
    expect(stepBy(2)).toEqual({ kind: 'check-paper', intakeId: 'i1', item: 1 })
  })

  it('finishes when nothing is left, also with papers still awaited or no intake at all', () => {
    const done: IntakeState[] = ['issued', 'denied', 'withdrawn', 'needs-information']
    for (const state of done) expect(stepOf(servingWith({ state })).kind).toBe('finish')
    expect(stepOf(servingWith()).kind).toBe('finish')
  })

  it('turns to the tab that the clerk has open', () => {
    const state = servingWith({ state: 'in-review' }, { state: 'in-review' })
    expect(stepWith('i2', state)).toMatchObject({ kind: 'approve', intakeId: 'i1' })
    expect(stepWith('i2', state, 'i2')).toMatchObject({ kind: 'mend-answers', intakeId: 'i2' })
    const awaited = servingWith({ state: 'needs-information' })
    expect(stepOf(awaited, rosa, 'i1').kind).toBe('receive-information')
  })

  it('always has a step, in every state of an intake', () => {
    const states: IntakeState[] = [
      'submitted',
      'in-review',
      'needs-information',
      'approved',
      'paid',
      'issued',
    ]
    for (const one of states)
      for (const other of states)
        for (const chosen of [null, 'i1', 'i2'])
          expect(stepOf(servingWith({ state: one }, { state: other }), rosa, chosen).kind).not.toBe('nobody')
  })
})
