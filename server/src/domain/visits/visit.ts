import type { Evolver, Evolvers } from '../evolver.ts'
import type { FactKind } from '../fact.ts'
import type { UndoableStep, Visit, VisitState } from '../state.ts'
import type { Draft } from '../draft.ts'
import type { Instant } from '../time.ts'

export type VisitMove =
  | 'call'
  | 'recall'
  | 'start'
  | 'hold'
  | 'remind'
  | 'resume'
  | 'transfer'
  | 'return'
  | 'no-show'
  | 'rejoin'
  | 'complete'
  | 'cancel'

/** Where each move leads from each state; a move that is not here is refused. Undo goes back to where the last step came from. */
export const visitMoves: Readonly<Record<VisitState, Partial<Record<VisitMove, VisitState>>>> = {
  waiting: { call: 'called', transfer: 'waiting', cancel: 'canceled' },
  called: {
    recall: 'called',
    start: 'serving',
    hold: 'on-hold',
    transfer: 'waiting',
    return: 'waiting',
    'no-show': 'no-show',
    cancel: 'canceled',
  },
  serving: {
    hold: 'on-hold',
    transfer: 'waiting',
    return: 'waiting',
    complete: 'completed',
    cancel: 'canceled',
  },
  'on-hold': {
    remind: 'on-hold',
    resume: 'serving',
    transfer: 'waiting',
    return: 'waiting',
    cancel: 'canceled',
  },
  'no-show': { rejoin: 'waiting', cancel: 'canceled' },
  completed: {},
  canceled: {},
}

/** Someone still waits for something, or stands at a window. */
export const isOpenVisit = (visit: Visit): boolean =>
  visit.state === 'waiting' ||
  visit.state === 'called' ||
  visit.state === 'serving' ||
  visit.state === 'on-hold'

export const isAtWindow = (visit: Visit): boolean => visit.state === 'called' || visit.state === 'serving'

const away = { windowId: null, clerkId: null, due: null, reason: null, undo: null } as const

/** What an undo would bring back, taken before the step. */
const undoOf = (visit: Visit | undefined, step: UndoableStep, at: Instant): Visit['undo'] =>
  visit
    ? {
        step,
        state: visit.state,
        since: visit.since,
        windowId: visit.windowId,
        clerkId: visit.clerkId,
        remainingMs: visit.due === null ? null : visit.due - at,
      }
    : null

/** Time at a window up to `at`, all its intervals together. */
const servedMs = (visit: Visit, at: Instant): number =>
  visit.servedMs + (visit.state === 'serving' ? at - visit.since : 0)

const step =
  <Kind extends VisitFact>(
    changes: (body: Parameters<Evolver<Kind>>[1], at: Instant, visit: Visit) => Partial<Visit>,
  ): Evolver<Kind> =>
  (draft, body, at) => {
    const visit = draft.state.visits[body.visitId]
    if (visit) draft.change('visits', visit.id, changes(body, at, visit))
  }

/** Once something of effect outside has happened, the last step is not undone any more. */
export const settleVisit = (draft: Draft, visitId: string | null | undefined): void => {
  if (visitId && draft.state.visits[visitId]?.undo) draft.change('visits', visitId, { undo: null })
}

type VisitFact = Extract<FactKind, `visit-${string}`>

export const visitEvolvers: Evolvers<VisitFact> = {
  'visit-created': (draft, body, at) => {
    const { ticketCounters } = draft.state
    draft.set({ ticketCounters: { ...ticketCounters, [body.prefix]: body.counter } })
    draft.put('visits', body.visitId, {
      id: body.visitId,
      number: body.number,
      businessDay: body.businessDay,
      line: body.line,
      channel: body.channel,
      language: body.language,
      state: 'waiting',
      since: at,
      createdAt: at,
      arrival: body.arrival ?? 0,
      placeAt: at,
      appointmentAt: body.appointmentAt ?? null,
      calls: 0,
      servedMs: 0,
      ...away,
    })
  },
  'visit-called': step<'visit-called'>((body, at, visit) => ({
    state: 'called',
    since: at,
    windowId: body.windowId,
    clerkId: body.clerkId,
    calls: visit.calls + 1,
    due: body.due,
    undo: undoOf(visit, 'call', at),
  })),
  'visit-recalled': step<'visit-recalled'>((body, _at, visit) => ({
    calls: visit.calls + 1,
    due: body.due,
    undo: null,
  })),
  'visit-started': step<'visit-started'>((_body, at) => ({
    state: 'serving',
    since: at,
    due: null,
    undo: null,
  })),
  'visit-held': step<'visit-held'>((body, at, visit) => ({
    ...away,
    state: 'on-hold',
    since: at,
    reason: body.reason,
    servedMs: servedMs(visit, at),
    due: body.due,
    undo: undoOf(visit, 'hold', at),
  })),
  'visit-hold-reminded': step<'visit-hold-reminded'>(() => ({ due: null })),
  'visit-resumed': step<'visit-resumed'>((body, at) => ({
    state: 'serving',
    since: at,
    windowId: body.windowId,
    clerkId: body.clerkId,
    due: null,
    reason: null,
    undo: null,
  })),
  'visit-transferred': step<'visit-transferred'>((body, at, visit) => ({
    ...away,
    state: 'waiting',
    since: at,
    servedMs: servedMs(visit, at),
    line: body.line,
    windowId: body.windowId,
    calls: 0,
  })),
  'visit-returned': step<'visit-returned'>((_body, at, visit) => ({
    ...away,
    state: 'waiting',
    since: at,
    servedMs: servedMs(visit, at),
    calls: 0,
  })),
  'visit-marked-no-show': step<'visit-marked-no-show'>((_body, at, visit) => ({
    ...away,
    state: 'no-show',
    since: at,
    undo: undoOf(visit, 'no-show', at),
  })),
  'visit-rejoined': step<'visit-rejoined'>((_body, at) => ({
    ...away,
    state: 'waiting',
    since: at,
    calls: 0,
  })),
  'visit-completed': step<'visit-completed'>((_body, at, visit) => ({
    ...away,
    state: 'completed',
    since: at,
    servedMs: servedMs(visit, at),
    undo: undoOf(visit, 'complete', at),
  })),
  'visit-canceled': step<'visit-canceled'>((body, at, visit) => ({
    ...away,
    state: 'canceled',
    reason: body.reason,
    since: at,
    servedMs: servedMs(visit, at),
  })),
  'visit-step-undone': step<'visit-step-undone'>((body, _at, visit) =>
    visit.undo
      ? {
          state: visit.undo.state,
          since: visit.undo.since,
          servedMs: visit.servedMs - (visit.undo.state === 'serving' ? visit.since - visit.undo.since : 0),
          windowId: visit.undo.windowId,
          clerkId: visit.undo.clerkId,
          calls: visit.undo.state === 'waiting' ? 0 : visit.calls,
          due: body.due,
          reason: null,
          undo: null,
        }
      : {},
  ),
}
