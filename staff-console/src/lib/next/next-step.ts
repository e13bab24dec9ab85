import {
  blockerOf,
  intakesOf,
  isFinalIntake,
  nextFor,
  onDay,
  visitAt,
  type CivilDate,
  type Intake,
  type IntakeView,
  type OfficeState,
  type QuestionId,
  type Role,
  type Till,
} from '@lobbyline/server/contract'

/** The clerk at a window, as the step depends on them. */
export interface Me {
  clerkId: string
  windowId: string
  roles: readonly Role[]
  /** the day on the wall: the office's own begins with its first command */
  today: CivilDate
}

type Handover = IntakeView['file']['assessment']['handover']

/** The one thing to do now. It is always right: what it asks for is what the server would take. */
export type Step =
  | { kind: 'nobody' }
  | { kind: 'call-next'; visitId: string; number: string }
  | { kind: 'start'; visitId: string; number: string }
  /** the clerk looks at an intake that is settled, while another one still asks for something */
  | { kind: 'turn-to'; intakeId: string }
  | { kind: 'begin-review'; intakeId: string }
  /** `question`: whose answer fits no more, where it is not a rule that stands against all of them */
  | { kind: 'mend-answers'; intakeId: string; question: QuestionId | null }
  /** someone on the phone was asked only a part, or a rule asks for more by now */
  | { kind: 'ask-the-rest'; intakeId: string; open: number }
  | { kind: 'check-paper'; intakeId: string; item: number }
  | { kind: 'ask-for-paper'; intakeId: string; item: number }
  | { kind: 'receive-information'; intakeId: string }
  | { kind: 'print-declaration'; intakeId: string }
  | { kind: 'sign-declaration'; intakeId: string }
  | { kind: 'administer-oath'; intakeId: string }
  | { kind: 'find-oath-taker'; intakeId: string }
  | { kind: 'approve'; intakeId: string }
  /** money goes into a till of its own day only */
  | { kind: 'count-till'; businessDay: CivilDate }
  | { kind: 'open-till' }
  | { kind: 'take-payment'; intakeIds: readonly string[]; totalCents: number }
  | { kind: 'hand-over'; intakeId: string; handover: Handover }
  /** the answers are still on their way to this screen */
  | { kind: 'look-up'; intakeId: string }
  | { kind: 'finish'; visitId: string }

export const openTillOf = (state: OfficeState, clerkId: string): Till | undefined =>
  Object.values(state.tills).find((till) => till.state === 'open' && till.clerkId === clerkId)

const declarationPrinted = (state: OfficeState, intake: Intake): boolean =>
  Object.values(state.prints).some(
    (print) => print.kind === 'declaration' && print.of.intakeId === intake.id && print.at >= intake.since,
  )

/** What a review still asks for, in the order in which the server insists on it. */
const reviewStep = (state: OfficeState, me: Me, intake: Intake, view: IntakeView, open: number): Step => {
  const intakeId = intake.id
  const [unfit] = view.invalid
  if (unfit || blockerOf(view.file.assessment) !== null)
    return { kind: 'mend-answers', intakeId, question: unfit?.question ?? null }
  if (open > 0) return { kind: 'ask-the-rest', intakeId, open }
  const refused = intake.marks.indexOf('not-acceptable')
  if (refused >= 0) return { kind: 'ask-for-paper', intakeId, item: refused }
  const unseen = intake.marks.indexOf(null)
  if (unseen >= 0) return { kind: 'check-paper', intakeId, item: unseen }
  if (intake.needsDeclaration && intake.declarationAt === null)
    return { kind: declarationPrinted(state, intake) ? 'sign-declaration' : 'print-declaration', intakeId }
  if (intake.needsOath && intake.oathAt === null)
    return { kind: me.roles.includes('oath') ? 'administer-oath' : 'find-oath-taker', intakeId }
  return { kind: 'approve', intakeId }
}

/** Its answers and their checklist, unless they were corrected since: a position of one list is no paper of the other. */
export const currentView = (intake: Intake, view: IntakeView | null): IntakeView | null =>
  view?.file.rev === intake.rev ? view : null

/** The visit's open intakes, the one the clerk looks at first. */
const openIntakes = (state: OfficeState, visitId: string, chosen: string | null): Intake[] =>
  intakesOf(state, visitId)
    .filter((intake) => !isFinalIntake(intake))
    .sort((one, other) => Number(other.id === chosen) - Number(one.id === chosen))

/**
 * @param chosen the intake whose tab is open: its work comes first
 * @param viewOf an intake's answers and assessment, once they are here
 * @param openIn how many answers an intake still lacks
 */
export const nextStep = (
  state: OfficeState,
  me: Me,
  chosen: string | null,
  viewOf: (intakeId: string) => IntakeView | null,
  openIn: (view: IntakeView) => number,
): Step => {
  const visit = visitAt(state, me.windowId)
  if (!visit) {
    const window = state.windows[me.windowId]
    const next = window && nextFor(onDay(state, me.today), window)
    return next ? { kind: 'call-next', visitId: next.id, number: next.number } : { kind: 'nobody' }
  }
  if (visit.state === 'called') return { kind: 'start', visitId: visit.id, number: visit.number }

  const open = openIntakes(state, visit.id, chosen)
  const [first] = open
  if (first?.id === chosen && first.state === 'needs-information')
    return { kind: 'receive-information', intakeId: first.id }
  const asking = open.filter((intake) => intake.state === 'submitted' || intake.state === 'in-review')
  const looksElsewhere = chosen !== null && state.intakes[chosen]?.visitId === visit.id
  if (asking[0] && looksElsewhere && asking[0].id !== chosen)
    return { kind: 'turn-to', intakeId: asking[0].id }
  for (const intake of asking) {
    if (intake.state === 'submitted') return { kind: 'begin-review', intakeId: intake.id }
    const view = currentView(intake, viewOf(intake.id))
    return view ? reviewStep(state, me, intake, view, openIn(view)) : { kind: 'look-up', intakeId: intake.id }
  }

  const unpaid = open.filter((intake) => intake.state === 'approved')
  if (unpaid.length > 0) {
    const till = openTillOf(state, me.clerkId)
    if (!till) return { kind: 'open-till' }
    if (till.businessDay !== me.today) return { kind: 'count-till', businessDay: till.businessDay }
    const totalCents = unpaid.reduce((sum, intake) => sum + intake.owedCents, 0)
    return { kind: 'take-payment', intakeIds: unpaid.map((intake) => intake.id), totalCents }
  }

  const paid = open.find((intake) => intake.state === 'paid')
  if (paid) {
    const view = currentView(paid, viewOf(paid.id))
    return view
      ? { kind: 'hand-over', intakeId: paid.id, handover: view.file.assessment.handover }
      : { kind: 'look-up', intakeId: paid.id }
  }
  return { kind: 'finish', visitId: visit.id }
}
