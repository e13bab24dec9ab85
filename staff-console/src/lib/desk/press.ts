import { tick } from 'svelte'
import type { Action, Pressed } from '../keys/key-map.ts'
import type { Desk } from './desk.svelte.ts'
import { doPrimary, focusOn, markPaper } from './primary.ts'

/** What is said of the paper at hand: of the next one nobody has read yet which it is. */
const isOfPaper = (action: Action): boolean =>
  action === 'copied' || action === 'waive' || action === 'not-acceptable'

/** A secondary move, by its button or its letter. What is not possible now does nothing. */
export const doAction = async (desk: Desk, action: Action): Promise<void> => {
  const { visit, intake, step, orders } = desk
  if (action === 'undo') return undo(desk)
  if (!desk.moves.has(action)) return
  if (action !== 'correct') desk.leaveUntouched()
  if (desk.resting && isOfPaper(action)) return
  const item = step.kind === 'check-paper' || step.kind === 'ask-for-paper' ? step.item : null
  switch (action) {
    case 'new-ticket':
      return desk.show({ kind: 'new-ticket', forVisit: null })
    case 'add-service':
      return visit ? desk.show({ kind: 'new-ticket', forVisit: visit.id }) : undefined
    case 'correct':
      return desk.correct()
    case 'change-service':
      return intake ? desk.show({ kind: 'change-service', intakeId: intake.id }) : undefined
    case 'copied':
      return item === null ? undefined : markPaper(desk, item, 'copied')
    case 'not-acceptable':
    case 'waive':
      if (intake && item !== null)
        desk.show({ kind: 'mark', intakeId: intake.id, item, mark: action === 'waive' ? 'waived' : action })
      return
    case 'deny':
    case 'withdraw':
    case 'needs-information':
      return intake ? desk.show({ kind: action, intakeId: intake.id }) : undefined
    case 'hold':
    case 'transfer':
    case 'cancel':
      return visit ? desk.show({ kind: action, visitId: visit.id }) : undefined
    case 'return':
    case 'no-show':
    case 'recall':
      if (visit && desk.ready) await orders.give(visitCommand[action], { visitId: visit.id })
      return
    case 'pay-cash':
      return desk.payment.choose('cash')
    case 'pay-check':
      desk.payment.choose('check')
      await tick()
      return focusOn('check-number')
    case 'pay-card':
      desk.payment.choose('card')
      await tick()
      return focusOn('reference')
    case 'till':
      return desk.showTill()
    case 'papers':
    case 'search':
    case 'help':
      return desk.show({ kind: action })
    case 'colleagues':
      return desk.show({ kind: 'windows' })
  }
}

const visitCommand = {
  return: 'return-visit',
  'no-show': 'mark-no-show',
  recall: 'recall-visit',
} as const

export const undo = async (desk: Desk): Promise<void> => {
  if (desk.undoable && desk.ready && !desk.undoRests)
    await desk.orders.give('undo-visit-step', { visitId: desk.undoable.visit.id })
}

const doDigit = async (desk: Desk, digit: number): Promise<void> => {
  const { digits, intake } = desk
  if (desk.digitsRest || !digits) return
  if (digits.are === 'notes') {
    const note = desk.payment.notes(digits.totalCents)[digit - 1]
    if (note !== undefined) desk.payment.receive(note)
  } else if (digits.are === 'manners') {
    if (digit <= 2) desk.oathManner = digit === 1 ? 'swear' : 'affirm'
  } else if (intake?.marks[digit - 1] === null) {
    await markPaper(desk, digit - 1, 'seen')
  }
}

export const doPressed = async (desk: Desk, what: NonNullable<Pressed>): Promise<void> => {
  switch (what.do) {
    case 'primary':
      return doPrimary(desk)
    case 'digit':
      return doDigit(desk, what.digit)
    case 'action':
      return doAction(desk, what.action)
  }
}
