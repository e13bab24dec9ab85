import { canComeBack } from './come-back.ts'
import { heldLookups, releaseClaims } from '../intakes/claims.ts'
import type { DecisionContext, Deciders } from '../decision.ts'
import { decided } from '../decision.ts'
import type { FactBody } from '../fact.ts'
import { intakeMoves, intakesOf, isFinalIntake, isInTray } from '../intakes/intake.ts'
import { intakeStep } from '../intakes/intake-standing.ts'
import { noteFilings } from '../intakes/note.ts'
import { refuse } from '../result.ts'
import { actorId, freeWindow, stepOf, visitFor } from './standing.ts'
import type { OfficeState, Visit, Window } from '../state.ts'
import { undoVisitStep } from './undo.ts'
import { nextFor } from './wait.ts'

type VisitCommand =
  | 'call-next'
  | 'call-visit'
  | 'recall-visit'
  | 'start-visit'
  | 'hold-visit'
  | 'resume-visit'
  | 'transfer-visit'
  | 'return-visit'
  | 'mark-no-show'
  | 'rejoin-visit'
  | 'complete-visit'
  | 'cancel-visit'
  | 'undo-visit-step'
  | 'remind-hold'

const call = (state: OfficeState, visit: Visit, window: Window, context: DecisionContext, chosen: boolean) =>
  decided(
    [
      {
        kind: 'visit-called',
        body: {
          ...stepOf(visit),
          windowId: window.id,
          clerkId: actorId(context.actor),
          due: context.now + state.lineSettings.noShowMs,
          chosen,
        },
      },
    ],
    { visitId: visit.id, number: visit.number },
  )

export const visitDeciders: Pick<Deciders, VisitCommand> = {
  'call-next': {
    decide(state, { windowId }, context) {
      const window = freeWindow(state, windowId, context.actor)
      if (!window.ok) return window
      const visit = nextFor(state, window.value)
      return visit ? call(state, visit, window.value, context, false) : refuse('line-empty')
    },
  },
  'call-visit': {
    decide(state, { windowId, visitId }, context) {
      const visit = visitFor(state, visitId, 'call', context.actor)
      if (!visit.ok) return visit
      const window = freeWindow(state, windowId, context.actor)
      if (!window.ok) return window
      const reservedFor = state.windows[visit.value.windowId ?? '']
      if (reservedFor && reservedFor.id !== windowId && reservedFor.clerkId !== null)
        return refuse('visit-at-other-window')
      return call(state, visit.value, window.value, context, true)
    },
  },
  'recall-visit': {
    decide(state, { visitId }, { actor, now }) {
      const visit = visitFor(state, visitId, 'recall', actor)
      if (!visit.ok) return visit
      const { windowId } = visit.value
      if (windowId === null) return refuse('wrong-state')
      const due = now + state.lineSettings.noShowMs
      return decided([{ kind: 'visit-recalled', body: { ...stepOf(visit.value), windowId, due } }], {})
    },
  },
  'start-visit': {
    decide(state, { visitId }, { actor }) {
      const visit = visitFor(state, visitId, 'start', actor)
      if (!visit.ok) return visit
      const { windowId } = visit.value
      if (windowId === null) return refuse('wrong-state')
      return decided([{ kind: 'visit-started', body: { ...stepOf(visit.value), windowId } }], {})
    },
  },
  'hold-visit': {
    lookups: (state, { visitId, note }) => {
      const form = note === '' ? undefined : intakesOf(state, visitId)[0]
      return form ? [{ kind: 'intake-file', intakeId: form.id }] : []
    },
    decide(state, { visitId, reason, note }, context) {
      const visit = visitFor(state, visitId, 'hold', context.actor)
      if (!visit.ok) return visit
      const noted = noteFilings(intakesOf(state, visitId)[0], note, context)
      if (!noted.ok) return noted
      const due = context.now + state.lineSettings.holdReminderMs
      const body = { ...stepOf(visit.value), reason, due }
      return decided([{ kind: 'visit-held', body }], {}, noted.value)
    },
  },
  'remind-hold': {
    decide(state, { visitId }, { actor, now }) {
      const visit = visitFor(state, visitId, 'remind', actor)
      if (!visit.ok) return visit
      if (visit.value.due === null || visit.value.due > now) return refuse('wrong-state')
      return decided([{ kind: 'visit-hold-reminded', body: stepOf(visit.value) }], {})
    },
  },
  'resume-visit': {
    decide(state, { visitId, windowId }, { actor }) {
      const visit = visitFor(state, visitId, 'resume', actor)
      if (!visit.ok) return visit
      const window = freeWindow(state, windowId, actor)
      if (!window.ok) return window
      const body = { ...stepOf(visit.value), windowId, clerkId: actorId(actor) }
      return decided([{ kind: 'visit-resumed', body }], {})
    },
  },
  'transfer-visit': {
    decide(state, { visitId, line, windowId }, { actor, services }) {
      const visit = visitFor(state, visitId, 'transfer', actor)
      if (!visit.ok) return visit
      if (line !== null && line !== 'other' && !services.has(line)) return refuse('unknown-service')
      if (windowId !== null && !state.windows[windowId]) return refuse('not-found')
      const body = { ...stepOf(visit.value), line: line ?? visit.value.line, windowId }
      return decided([{ kind: 'visit-transferred', body }], {})
    },
  },
  'return-visit': {
    decide(state, { visitId }, { actor }) {
      const visit = visitFor(state, visitId, 'return', actor)
      if (!visit.ok) return visit
      return decided([{ kind: 'visit-returned', body: stepOf(visit.value) }], {})
    },
  },
  'mark-no-show': {
    decide(state, { visitId }, { actor, now }) {
      const visit = visitFor(state, visitId, 'no-show', actor)
      if (!visit.ok) return visit
      // a timer set before a recall fires in vain
      const early = visit.value.due === null || visit.value.due > now
      if (actor.type === 'system' && early) return refuse('wrong-state')
      return decided([{ kind: 'visit-marked-no-show', body: stepOf(visit.value) }], {})
    },
  },
  'rejoin-visit': {
    decide(state, { visitId }, { actor, now }) {
      const visit = visitFor(state, visitId, 'rejoin', actor)
      if (!visit.ok) return visit
      if (actor.type === 'device' && !canComeBack(visit.value, now)) {
        return refuse('wrong-state', { state: visit.value.state })
      }
      return decided([{ kind: 'visit-rejoined', body: stepOf(visit.value) }], {})
    },
  },
  'complete-visit': {
    decide(state, { visitId }, { actor }) {
      const visit = visitFor(state, visitId, 'complete', actor)
      if (!visit.ok) return visit
      const open = intakesOf(state, visitId).filter((intake) => !isFinalIntake(intake) && !isInTray(intake))
      if (open.length > 0) return refuse('intakes-open', { count: open.length })
      return decided([{ kind: 'visit-completed', body: stepOf(visit.value) }], {})
    },
  },
  'cancel-visit': {
    lookups: (state, { visitId }, context) =>
      intakesOf(state, visitId)
        .filter((intake) => intake.state === 'approved')
        .flatMap((intake) => heldLookups(intake.id, context.found)),
    decide(state, { visitId, reason }, { actor, found }) {
      const visit = visitFor(state, visitId, 'cancel', actor)
      if (!visit.ok) return visit
      const open = intakesOf(state, visitId).filter((intake) => !isFinalIntake(intake))
      if (open.some((intake) => !intakeMoves[intake.state].withdraw)) return refuse('intakes-open')
      const withdrawn = open.map((intake): FactBody => ({
        kind: 'intake-withdrawn',
        body: intakeStep(intake),
      }))
      const released = open.flatMap((intake) => {
        const file = intake.state === 'approved' ? found.intakeFile(intake.id) : null
        return file ? releaseClaims(file.assessment, intake.id, found) : []
      })
      return decided(
        [...withdrawn, { kind: 'visit-canceled', body: { ...stepOf(visit.value), reason } }],
        {},
        released,
      )
    },
  },
  'undo-visit-step': undoVisitStep,
}
