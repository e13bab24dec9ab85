import { isAsked, questionsAsked } from '@lobbyline/server/contract'
import { longestWay, shortestWay } from './way-ahead.ts'
import type {
  Answers,
  AnswerValue,
  Assessment,
  Problem,
  Question,
  QuestionId,
  Said,
  ServiceDefinition,
} from '@lobbyline/server/contract'

/** One thing at a time: each page asks or tells one. */
export type Page =
  | { name: 'attract' }
  /** `isCodeUnknown`: what was held under the scanner began nothing */
  | { name: 'service'; isCodeUnknown?: boolean }
  /** someone has an appointment: when? */
  | { name: 'appointment' }
  /** a service that is off for the day */
  | { name: 'not-today'; service: ServiceDefinition }
  /** someone has a number already */
  | { name: 'number' }
  | { name: 'standing'; visitId: VisitId }
  | { name: 'question'; id: QuestionId }
  | { name: 'turn-away' }
  | { name: 'costs' }
  | { name: 'bring' }
  | { name: 'missing-papers' }
  | { name: 'check' }
  | { name: 'ticket' }

type VisitId = string

export interface Told {
  questions: readonly Question[]
  answers: Answers
  /** null as long as the server could not be asked */
  assessment: Assessment | null
}

/** The answers that these answers still call for: what an earlier answer made needless is left out. */
export const answersAsked = (questions: readonly Question[], answers: Answers): Answers => {
  const kept: Record<QuestionId, AnswerValue> = {}
  for (const question of questions) {
    const answer = answers[question.id]
    if (answer !== undefined && isAsked(question, kept)) kept[question.id] = answer
  }
  return kept
}

/** Why the counter could not help, as far as it follows from what has been answered. */
export const turnAways = ({ questions, answers, assessment }: Told): readonly Problem[] => {
  const kept = answersAsked(questions, answers)
  return (assessment?.problems ?? []).filter(
    (problem) => problem.kind === 'turn-away' && (problem.question === undefined || problem.question in kept),
  )
}

/** Good to know before the ticket; nobody is stopped. */
export const notices = (assessment: Assessment | null): readonly Problem[] =>
  (assessment?.problems ?? []).filter((problem) => problem.kind !== 'turn-away')

/** The pages of one service for these answers, in order. Later ones come and go with the answers. */
export const stepsOf = ({ questions, answers, assessment }: Told): readonly Page[] => {
  const told = assessment === null || assessment.fees.length > 0 || notices(assessment).length > 0
  return [
    ...questionsAsked(questions, answersAsked(questions, answers)).map(({ id }): Page => ({
      name: 'question',
      id,
    })),
    ...(told ? [{ name: 'costs' } as const] : []),
    ...(assessment && assessment.bring.length > 0 ? [{ name: 'bring' } as const] : []),
    { name: 'check' },
  ]
}

export const isSamePage = (one: Page, other: Page): boolean =>
  one.name === other.name && (one.name !== 'question' || other.name !== 'question' || one.id === other.id)

/** The first page whose answer is missing, or null when all that is asked for is told. */
export const firstUnanswered = ({ questions, answers }: Told): Page | null => {
  const kept = answersAsked(questions, answers)
  const open = questionsAsked(questions, kept).find(({ id, optional }) => !optional && !(id in kept))
  return open ? { name: 'question', id: open.id } : null
}

export const isComplete = (told: Told): boolean => firstUnanswered(told) === null

/** What it says, without the values that all texts of the service share: a dog's name that is mended is no news. */
const saying = (said: Said, { values: shared = {} }: Assessment): string => {
  const own = Object.entries(said.values ?? {}).filter(
    ([place, value]) => JSON.stringify(shared[place]) !== JSON.stringify(value),
  )
  return JSON.stringify({ ...said, values: own })
}

const hasMore = (of: (assessment: Assessment) => readonly Said[], now: Assessment, before: Assessment) => {
  const told = new Set(of(before).map((said) => saying(said, before)))
  return of(now).some((said) => !told.has(saying(said, now)))
}

/**
 * The page of what was not told `before`: a notice is told with the costs, a paper by itself. Null where nothing is new. With
 * `before` null nothing could be told at all, and so the fees are new as well.
 */
export const pageOfNews = (told: Told, before: Assessment | null): Page | null => {
  const { assessment } = told
  if (!assessment) return null
  if (!before) return stepsOf(told).find(({ name }) => name === 'costs' || name === 'bring') ?? null
  if (hasMore(notices, assessment, before)) return { name: 'costs' }
  return hasMore(({ bring }) => bring, assessment, before) ? { name: 'bring' } : null
}

/** Where Next leads. `reviewing`: one line of "check your answers" was changed, so no answer is asked for twice. */
export const pageAfter = (page: Page, told: Told, reviewing: boolean): Page => {
  if (page.name === 'question' && turnAways(told).length > 0) return { name: 'turn-away' }
  if (reviewing) return firstUnanswered(told) ?? { name: 'check' }
  const steps = stepsOf(told)
  const here = steps.findIndex((step) => isSamePage(step, page))
  return steps[here + 1] ?? { name: 'check' }
}

/** Where Back leads. */
export const pageBefore = (page: Page, told: Told, reviewing: boolean): Page => {
  if (page.name === 'service' || page.name === 'ticket') return { name: 'attract' }
  if (page.name === 'standing') return { name: 'number' }
  if (page.name === 'missing-papers') return { name: 'bring' }
  if (reviewing && page.name === 'question') return { name: 'check' }
  const steps = stepsOf(told)
  const here = steps.findIndex((step) => isSamePage(step, page))
  return steps[here - 1] ?? { name: 'service' }
}

/** As long as this many questions more may be asked or not, nobody is frightened with all of them. */
const tooUnsure = 4

/**
 * "Step 3 of 7", or null where there is nothing to count. Costs and papers count as long as they may come, so that the way never
 * grows under someone who walks it; how long it is, is said once the answers have settled most of it.
 */
export const progress = (page: Page, told: Told): { step: number; of: number | null } | null => {
  const steps = stepsOf(told)
  const here = steps.findIndex((step) => isSamePage(step, page))
  if (here < 0) return null
  const answers = answersAsked(told.questions, told.answers)
  const longest = longestWay(told.questions, answers)
  const isUnsure = longest - shortestWay(told.questions, answers) >= tooUnsure
  const after = isComplete(told) && told.assessment ? steps.length - questionsOf(steps) : costsBringAndCheck
  return { step: here + 1, of: isUnsure ? null : longest + after }
}

const costsBringAndCheck = 3

const questionsOf = (steps: readonly Page[]): number => steps.filter(({ name }) => name === 'question').length
