import type { Evolvers } from '../evolver.ts'
import type { FactBodies, IntakeTerms } from '../fact.ts'
import { select } from '../select.ts'
import type { Intake, IntakeState, OfficeState } from '../state.ts'
import type { Draft } from '../draft.ts'
import { isOpenVisit, settleVisit } from '../visits/visit.ts'

export type IntakeMove =
  | 'correct'
  | 'start-review'
  | 'mark-paper'
  | 'request-information'
  | 'receive-information'
  | 'print-declaration'
  | 'sign-declaration'
  | 'administer-oath'
  | 'approve'
  | 'deny'
  | 'withdraw'
  | 'pay'
  | 'void'
  | 'issue'
  | 'take-back'
  | 'withdraw-paid'

/** Where each move leads from each state; a move that is not here is refused. */
export const intakeMoves: Readonly<Record<IntakeState, Partial<Record<IntakeMove, IntakeState>>>> = {
  submitted: {
    correct: 'submitted',
    'start-review': 'in-review',
    deny: 'denied',
    withdraw: 'withdrawn',
  },
  'in-review': {
    correct: 'in-review',
    'mark-paper': 'in-review',
    'request-information': 'needs-information',
    'print-declaration': 'in-review',
    'sign-declaration': 'in-review',
    'administer-oath': 'in-review',
    approve: 'approved',
    deny: 'denied',
    withdraw: 'withdrawn',
  },
  'needs-information': {
    correct: 'needs-information',
    'receive-information': 'in-review',
    deny: 'denied',
    withdraw: 'withdrawn',
  },
  // a correction opens the review again and gives its claims back
  approved: { correct: 'in-review', pay: 'paid', withdraw: 'withdrawn' },
  paid: { void: 'approved', issue: 'issued', 'withdraw-paid': 'withdrawn' },
  issued: { 'take-back': 'paid' },
  denied: {},
  withdrawn: {},
}

export const isFinalIntake = (intake: Intake): boolean =>
  intake.state === 'issued' || intake.state === 'denied' || intake.state === 'withdrawn'

/** Waits for something from the resident, who need not stay for it: the visit may end before it does. */
export const isInTray = (intake: Intake): boolean => intake.state === 'needs-information'

/** Undecided, or not handed over, and with nobody here for it: its visit is over, or it came by mail. */
export const isLeft = (state: OfficeState, intake: Intake): boolean => {
  const visit = state.visits[intake.visitId ?? '']
  return !isFinalIntake(intake) && (!visit || !isOpenVisit(visit))
}

export const intakesOf = (state: OfficeState, visitId: string): Intake[] =>
  select(state.intakes, (intake) => intake.visitId === visitId)

const termFields = (terms: IntakeTerms) => ({
  marks: terms.marks,
  owedCents: terms.owedCents,
  blocked: terms.blocked,
  needsDeclaration: terms.needsDeclaration,
  needsOath: terms.needsOath,
})

const unsworn = { declarationAt: null, oathAt: null } as const

/** What was signed or sworn to was about the answers of that time. */
const corrected = (
  draft: Draft,
  body: FactBodies['intake-corrected'] | FactBodies['intake-service-changed'],
  at: number,
): void => {
  const intake = draft.state.intakes[body.intakeId]
  if (!intake) return
  const state = intakeMoves[intake.state].correct ?? intake.state
  draft.change('intakes', intake.id, {
    ...termFields(body.terms),
    ...(!('sameAnswers' in body && body.sameAnswers) && unsworn),
    rev: body.rev,
    state,
    since: state === intake.state ? intake.since : at,
    ...('service' in body && { service: body.service, quotedCents: body.quotedCents }),
  })
}

type IntakeFact =
  | 'intake-submitted'
  | 'intake-corrected'
  | 'intake-service-changed'
  | 'intake-review-started'
  | 'intake-paper-marked'
  | 'intake-information-requested'
  | 'intake-information-received'
  | 'intake-taken-up'
  | 'intake-declaration-signed'
  | 'intake-oath-administered'
  | 'intake-approved'
  | 'intake-denied'
  | 'intake-withdrawn'
  | 'intake-issued'
  | 'issuance-canceled'
  | 'issuance-amended'

const becomes =
  (state: IntakeState) =>
  (draft: Draft, body: { intakeId: string; reason?: string; code?: string }, at: number): void =>
    draft.change('intakes', body.intakeId, { state, since: at, reason: body.reason ?? body.code ?? null })

export const intakeEvolvers: Evolvers<IntakeFact> = {
  'intake-submitted': (draft, body, at) =>
    draft.put('intakes', body.intakeId, {
      id: body.intakeId,
      service: body.service,
      channel: body.channel,
      visitId: body.visitId,
      businessDay: body.businessDay,
      state: 'submitted',
      since: at,
      reason: null,
      rev: 1,
      quotedCents: body.quotedCents,
      ...termFields(body.terms),
      ...unsworn,
      receiptId: null,
      issuanceId: null,
    }),
  'intake-corrected': corrected,
  'intake-service-changed': corrected,
  'intake-review-started': becomes('in-review'),
  'intake-paper-marked': (draft, body) => {
    const intake = draft.state.intakes[body.intakeId]
    if (intake) draft.change('intakes', intake.id, { marks: intake.marks.with(body.item, body.mark) })
  },
  'intake-information-requested': becomes('needs-information'),
  'intake-information-received': becomes('in-review'),
  'intake-taken-up': (draft, { intakeId, visitId, wasVisitId }) => {
    draft.change('intakes', intakeId, { visitId })
    settleVisit(draft, wasVisitId)
  },
  'intake-declaration-signed': (draft, body, at) =>
    draft.change('intakes', body.intakeId, { declarationAt: at }),
  'intake-oath-administered': (draft, body, at) => draft.change('intakes', body.intakeId, { oathAt: at }),
  'intake-approved': becomes('approved'),
  'intake-denied': becomes('denied'),
  'intake-withdrawn': becomes('withdrawn'),
  'intake-issued': (draft, body, at) => {
    const { counter } = body
    if (counter) {
      draft.set({ issuanceCounters: { ...draft.state.issuanceCounters, [counter.name]: counter.value } })
    }
    draft.change('intakes', body.intakeId, { state: 'issued', since: at, issuanceId: body.issuanceId })
    settleVisit(draft, draft.state.intakes[body.intakeId]?.visitId)
  },
  'issuance-canceled': (draft, body, at) => {
    const intake = select(draft.state.intakes, (each) => each.issuanceId === body.issuanceId)[0]
    settleVisit(draft, intake?.visitId)
    if (body.again)
      draft.change('intakes', body.again.intakeId, { state: 'paid', since: at, issuanceId: null })
  },
  'issuance-amended': () => {},
}
