import { isFinalIntake, type Intake } from '@lobbyline/server/contract'
import type { Step } from './next-step.ts'

/** One line of the list under the primary button. */
export type AheadKind = 'paper' | 'declaration' | 'oath' | 'approve' | 'pay' | 'hand-over' | 'finish'

export interface Ahead {
  kind: AheadKind
  item: number | null
  state: 'done' | 'now' | 'ahead'
}

const kindOf = (step: Step): { kind: AheadKind; item: number | null } | null => {
  switch (step.kind) {
    case 'check-paper':
    case 'ask-for-paper':
      return { kind: 'paper', item: step.item }
    case 'print-declaration':
    case 'sign-declaration':
      return { kind: 'declaration', item: null }
    case 'administer-oath':
    case 'find-oath-taker':
      return { kind: 'oath', item: null }
    case 'approve':
      return { kind: 'approve', item: null }
    case 'count-till':
    case 'open-till':
    case 'take-payment':
      return { kind: 'pay', item: null }
    case 'hand-over':
      return { kind: 'hand-over', item: null }
    case 'finish':
      return { kind: 'finish', item: null }
    case 'nobody':
    case 'call-next':
    case 'start':
    case 'turn-to':
    case 'begin-review':
    case 'mend-answers':
    case 'ask-the-rest':
    case 'receive-information':
    case 'look-up':
      return null
  }
}

/** The way of an intake to its end: what is done, what is now, what comes. */
export const stepsAhead = (intake: Intake | null, step: Step): Ahead[] => {
  const now = kindOf(step)
  const line = (kind: AheadKind, done: boolean, item: number | null = null): Ahead => ({
    kind,
    item,
    state: done ? 'done' : now?.kind === kind && now.item === item ? 'now' : 'ahead',
  })
  if (!intake || intake.state === 'denied' || intake.state === 'withdrawn') return [line('finish', false)]
  const reviewed = ['approved', 'paid', 'issued'].includes(intake.state)
  const paid = ['paid', 'issued'].includes(intake.state)
  return [
    ...intake.marks.map((mark, item) =>
      line('paper', reviewed || (mark !== null && mark !== 'not-acceptable'), item),
    ),
    ...(intake.needsDeclaration ? [line('declaration', intake.declarationAt !== null)] : []),
    ...(intake.needsOath ? [line('oath', intake.oathAt !== null)] : []),
    line('approve', reviewed),
    line('pay', paid),
    line('hand-over', isFinalIntake(intake)),
    line('finish', false),
  ]
}
