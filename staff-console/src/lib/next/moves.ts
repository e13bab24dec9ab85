import { intakeMoves, visitMoves, type Intake, type Visit } from '@lobbyline/server/contract'
import type { Action } from '../keys/key-map.ts'
import type { Step } from './next-step.ts'

/**
 * The secondary moves that the server would take now, for the person in front of me.
 * @param holdsAnswers answers are typed and not saved: what would lose them is not offered
 */
export const movesNow = (
  visit: Visit | null,
  intake: Intake | null,
  step: Step,
  holdsAnswers = false,
): ReadonlySet<Action> => {
  const moves = new Set<Action>(['new-ticket', 'till', 'papers', 'colleagues', 'search', 'help'])
  const when = (holds: unknown, action: Action) => {
    if (holds) moves.add(action)
  }
  if (holdsAnswers) return moves
  if (visit) {
    const can = visitMoves[visit.state]
    when(can.hold, 'hold')
    when(can.transfer, 'transfer')
    when(can.return, 'return')
    when(can['no-show'], 'no-show')
    when(can.recall, 'recall')
    when(can.cancel, 'cancel')
    when(visit.state === 'serving', 'add-service')
  }
  if (visit?.state === 'serving' && intake) {
    const can = intakeMoves[intake.state]
    when(can.correct, 'correct')
    when(can.correct, 'change-service')
    when(can.deny, 'deny')
    when(can.withdraw, 'withdraw')
    when(can['request-information'], 'needs-information')
  }
  const atPaper = step.kind === 'check-paper' || step.kind === 'ask-for-paper'
  when(atPaper, 'copied')
  when(atPaper, 'not-acceptable')
  when(atPaper, 'waive')
  const paying = step.kind === 'take-payment' && step.totalCents > 0
  when(paying, 'pay-cash')
  when(paying, 'pay-check')
  when(paying, 'pay-card')
  return moves
}
