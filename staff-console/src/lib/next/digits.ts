import type { Intake, IntakeView } from '@lobbyline/server/contract'
import { currentView, type Step } from './next-step.ts'

/** What the keys 1 to 9 stand for: bank notes, the manners of an oath, or the papers of one checklist by their position. */
export type Digits =
  | { are: 'notes'; totalCents: number }
  | { are: 'manners'; intakeId: string }
  | { are: 'papers'; intakeId: string; rev: number }
  | null

export const digitsFor = (step: Step, intake: Intake | null, view: IntakeView | null): Digits => {
  if (step.kind === 'take-payment') return { are: 'notes', totalCents: step.totalCents }
  if (step.kind === 'administer-oath') return { are: 'manners', intakeId: step.intakeId }
  return intake?.state === 'in-review' && currentView(intake, view)
    ? { are: 'papers', intakeId: intake.id, rev: intake.rev }
    : null
}
