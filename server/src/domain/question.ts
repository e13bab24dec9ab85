import type { Texts } from './language.ts'

export type QuestionId = string

/**
 * What a resident can answer: text, a number, yes or no, or several texts (dates).
 * Dates are `YYYY-MM-DD`; an address is one line ("550 E 6th St Apt 4"); a phone is ten digits.
 */
export type AnswerValue = string | number | boolean | readonly string[]

export type Answers = Readonly<Record<QuestionId, AnswerValue>>

export interface Option {
  value: string
  text: Texts
  hint?: Texts
  icon?: string
}

export type QuestionKind =
  | { type: 'choice'; options: readonly Option[] }
  | { type: 'yes-no' }
  | { type: 'name' }
  | { type: 'text'; maxLength: number }
  | { type: 'phone' }
  | { type: 'address' }
  /** a number someone reads off a tag or a card: letters, digits and dashes, or digits alone, whose leading zeros say nothing */
  | { type: 'code'; digitsOnly: boolean; maxLength: number }
  | { type: 'quantity'; min: number; max: number }
  /** days from today, both inclusive; negative is the past */
  | { type: 'date'; fromDays: number; toDays: number }
  | { type: 'dates'; fromDays: number; toDays: number; max: number }

/** A question is asked when every condition holds. */
export interface Condition {
  question: QuestionId
  is: AnswerValue
}

/** One question, one screen. Its words may have `{places}` that an assessment's `values` fill. */
export interface Question {
  id: QuestionId
  kind: QuestionKind
  title: Texts
  /** two or three words for "check your answers" and for the clerk */
  label: Texts
  hint?: Texts
  when?: readonly Condition[]
  optional?: boolean
  /** the same thing in every service, so that nobody is asked twice; also what a clerk can search by */
  shares?: 'name' | 'phone' | 'address'
}

export const isAsked = (question: Question, answers: Answers): boolean =>
  (question.when ?? []).every((condition) => answers[condition.question] === condition.is)

/** The questions that these answers call for, in order. */
export const questionsAsked = (questions: readonly Question[], answers: Answers): Question[] =>
  questions.filter((question) => isAsked(question, answers))
