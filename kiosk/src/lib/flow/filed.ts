import type { Answers, Assessment, Question, QuestionId, ServiceDefinition } from '@lobbyline/server/contract'
import type { AnswerValue } from '@lobbyline/server/contract'

/** A service that is told in full and waits for the ticket that it shares with another one. */
export interface Filed {
  service: ServiceDefinition
  answers: Answers
  assessment: Assessment | null
  quotedCents: number | null
}

interface Told {
  questions: readonly Question[]
  answers: Answers
}

/** What was told for other services and is asked here too: name, phone, address. The latest that was told counts. */
export const sharedAnswers = (questions: readonly Question[], told: readonly Told[]): Answers => {
  const known = new Map<NonNullable<Question['shares']>, AnswerValue>()
  for (const { questions: before, answers } of told)
    for (const { id, shares } of before) {
      const answer = answers[id]
      if (shares !== undefined && answer !== undefined) known.set(shares, answer)
    }
  return Object.fromEntries(
    questions.flatMap(({ id, shares }): [QuestionId, AnswerValue][] => {
      const answer = shares === undefined ? undefined : known.get(shares)
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
}

/** What all of them cost together; null as long as one of them is not known. */
export const sumCents = (cents: readonly (number | null)[]): number | null =>
  cents.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0)
