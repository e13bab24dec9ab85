import type { AnswerValue, IntakeView, QuestionId } from '@lobbyline/server/contract'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was answered before the last correction that changed it; undefined when it never changed. */
export const wasBefore = (view: IntakeView, question: QuestionId): AnswerValue | undefined =>
  view.corrections
    .toSorted((one, other) => other.rev - one.rev)
    .map((correction) => correction.was[question])
    .find((was) => was !== undefined && !same(was, view.file.answers[question]))
