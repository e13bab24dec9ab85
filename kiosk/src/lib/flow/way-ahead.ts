import { isAsked } from '@lobbyline/server/contract'
import type { Answers, AnswerValue, Question } from '@lobbyline/server/contract'

/** What an answer that nothing asks for stands for: any other than those that lead further. */
const anyOther = '\u0000'

const wayLength = (
  choose: (...lengths: number[]) => number,
  questions: readonly Question[],
  answers: Answers,
): number => {
  const [question, ...rest] = questions
  if (!question) return 0
  if (!isAsked(question, answers)) return wayLength(choose, rest, answers)
  if (question.id in answers) return 1 + wayLength(choose, rest, answers)
  const leading = rest.flatMap(({ when = [] }) =>
    when.filter((condition) => condition.question === question.id).map(({ is }) => is),
  )
  const ways: AnswerValue[] = [...new Set(leading), anyOther]
  return 1 + choose(...ways.map((way) => wayLength(choose, rest, { ...answers, [question.id]: way })))
}

/**
 * How many questions can still be asked at most, those that are answered included. An open answer is taken as the one that asks
 * for the most, so that the count only ever shrinks while someone goes on.
 */
export const longestWay = (questions: readonly Question[], answers: Answers): number =>
  wayLength(Math.max, questions, answers)

/** How many are asked at least. */
export const shortestWay = (questions: readonly Question[], answers: Answers): number =>
  wayLength(Math.min, questions, answers)
