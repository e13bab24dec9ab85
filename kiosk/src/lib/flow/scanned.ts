import type { Answers, CivilDate, ServiceDefinition } from '@lobbyline/server/contract'
import { checkAnswer } from './check-answer.ts'

/** A service that a code begins, and what is answered by it. */
export interface Begun {
  service: ServiceDefinition
  answers: Answers
}

/** What someone wants who holds this code under the scanner before they have chosen; null when no service knows such codes. */
export const begunBy = (
  text: string,
  services: readonly ServiceDefinition[],
  today: CivilDate,
): Begun | null => {
  for (const service of services) {
    const { scanned, questions } = service
    const question = questions.find(({ id }) => id === scanned?.question)
    const checked = question && checkAnswer(question, text.trim(), { today })
    if (question && checked?.ok)
      return { service, answers: { ...scanned?.answers, [question.id]: checked.value } }
  }
  return null
}
