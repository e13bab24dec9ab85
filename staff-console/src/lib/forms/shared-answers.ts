import type {
  Answers,
  AnswerValue,
  Question,
  QuestionId,
  ServiceDefinition,
} from '@lobbyline/server/contract'

/** What somebody answered to one service. */
export interface Answered {
  readonly service: ServiceDefinition
  value(question: QuestionId): AnswerValue | undefined
}

/** What services ask alike: nobody says their name twice. */
export type Shared = Partial<Record<NonNullable<Question['shares']>, AnswerValue>>

export const sharedIn = (answered: Answered): Shared => {
  const shared: Shared = {}
  for (const { id, shares } of answered.service.questions) {
    const value = answered.value(id)
    if (shares && value !== undefined) shared[shares] = value
  }
  return shared
}

/** The same as answers to another service, whatever it calls them. */
export const answersFrom = (shared: Shared, to: ServiceDefinition): Answers =>
  Object.fromEntries(
    to.questions.flatMap(({ id, shares }): [QuestionId, AnswerValue][] => {
      const value = shares && shared[shares]
      return value === undefined ? [] : [[id, value]]
    }),
  )
