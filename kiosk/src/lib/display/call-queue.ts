import type { Fact, Instant, Language, OfficeState, Visit } from '@lobbyline/server/contract'

/** One call on the wall. `times` grows when the same number is called again. */
export interface Call {
  visitId: string
  number: string
  window: string
  language: Language
  times: number
  /** the person has come to the window */
  isAnswered: boolean
}

export interface CallBoard {
  now: Call | null
  since: Instant
  /** calls that wait for their turn on the screen */
  next: readonly Call[]
  /** latest first, without the one shown now */
  before: readonly Call[]
}

/** Every call stands alone on the screen at least this long. */
export const showMs = 5_000
/** An answered call makes room after this long, even when no other comes. */
export const lingerMs = 20_000
const rememberedCalls = 6

export const emptyBoard: CallBoard = { now: null, since: 0, next: [], before: [] }

const callOf = (office: OfficeState, visit: Visit, windowId: string | null): Call => ({
  visitId: visit.id,
  number: visit.number,
  window: (windowId && office.windows[windowId]?.label) || '',
  language: visit.language,
  times: visit.calls,
  isAnswered: visit.state === 'serving',
})

const without = (calls: readonly Call[], visitId: string): readonly Call[] =>
  calls.filter((call) => call.visitId !== visitId)

const remember = (calls: readonly Call[], call: Call): readonly Call[] =>
  [call, ...without(calls, call.visitId)].slice(0, rememberedCalls)

/** Where a visit was last, also after it has ended there. */
const lastWindow = ({ windowId, undo }: Visit): string | null => windowId ?? undo?.windowId ?? null

const wasCalled: ReadonlySet<Visit['state']> = new Set(['called', 'serving', 'completed', 'no-show'])

/** What a screen that has just been turned on shows: who is called now, and who was before. Nothing sounds. */
export const boardOf = (office: OfficeState, now: Instant): CallBoard => {
  const visits = Object.values(office.visits)
    .filter((visit) => wasCalled.has(visit.state) && lastWindow(visit) !== null)
    .sort((one, other) => other.since - one.since)
  const called = visits.find(({ state }) => state === 'called')
  return {
    now: called ? callOf(office, called, called.windowId) : null,
    since: now - showMs,
    next: [],
    before: visits
      .filter((visit) => visit !== called)
      .map((visit) => callOf(office, visit, lastWindow(visit)))
      .slice(0, rememberedCalls),
  }
}

const retire = (board: CallBoard, visitId: string): CallBoard => {
  const isNow = board.now?.visitId === visitId
  return {
    ...board,
    now: isNow ? null : board.now,
    next: without(board.next, visitId),
    before: isNow && board.now ? remember(board.before, board.now) : board.before,
  }
}

const answer = (board: CallBoard, visitId: string): CallBoard => ({
  ...board,
  now: board.now?.visitId === visitId ? { ...board.now, isAnswered: true } : board.now,
  next: without(board.next, visitId),
})

const forget = (board: CallBoard, visitId: string): CallBoard => ({
  ...board,
  now: board.now?.visitId === visitId ? null : board.now,
  next: without(board.next, visitId),
  before: without(board.before, visitId),
})

const enqueue = (
  board: CallBoard,
  office: OfficeState,
  { visitId, windowId }: { visitId: string; windowId: string | null },
): CallBoard => {
  const visit = office.visits[visitId]
  if (!visit) return board
  return { ...board, next: [...without(board.next, visitId), callOf(office, visit, windowId)] }
}

/** The board after a fact; `office` is the state after it. */
export const hear = (board: CallBoard, fact: Fact, office: OfficeState): CallBoard => {
  switch (fact.kind) {
    case 'visit-called':
    case 'visit-recalled':
      return enqueue(board, office, fact.body)
    case 'visit-started':
      return answer(board, fact.body.visitId)
    case 'visit-marked-no-show':
      return retire(board, fact.body.visitId)
    case 'visit-held':
    case 'visit-returned':
    case 'visit-rejoined':
    case 'visit-transferred':
    case 'visit-canceled':
      return forget(board, fact.body.visitId)
    case 'visit-step-undone': {
      const { step, visitId } = fact.body
      if (step === 'call') return forget(board, visitId)
      const visit = office.visits[visitId]
      return visit?.state === 'called' ? enqueue(board, office, { visitId, windowId: visit.windowId }) : board
    }
    case 'day-opened':
      return { ...board, before: [] }
    default:
      return board
  }
}

/** Shows the next call once the one on the screen has had its time. */
export const advance = (board: CallBoard, now: Instant): CallBoard => {
  const shownMs = now - board.since
  const [call, ...next] = board.next
  if (!call) return board.now?.isAnswered && shownMs >= lingerMs ? retire(board, board.now.visitId) : board
  if (board.now && shownMs < showMs) return board
  const kept =
    board.now && board.now.visitId !== call.visitId ? remember(board.before, board.now) : board.before
  return { now: call, since: now, next, before: without(kept, call.visitId) }
}
