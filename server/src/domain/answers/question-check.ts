import { holdsCardNumber } from './card-number.ts'
import { fullAddress, maxAddressLength, parseAddress } from './address.ts'
import { parsePhone } from './phone.ts'
import { plainText } from './plain-text.ts'
import { isAsked } from '../question.ts'
import type { Answers, AnswerValue, Question, QuestionId } from '../question.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Service } from '../service.ts'
import { daysBetween, isCivilDate } from '../time.ts'
import type { CivilDate } from '../time.ts'

/** What can be wrong with an answer; interfaces word each one. */
export const answerProblems = [
  'required',
  'too-long',
  'not-a-date',
  'out-of-range',
  'not-a-phone',
  'not-an-address',
  'unknown-option',
  'bad-characters',
  'card-number',
  'unknown-question',
] as const

export type AnswerProblem = (typeof answerProblems)[number]

export interface CheckContext {
  /** in the office's zone */
  today: CivilDate
}

type Checked = Result<AnswerValue, AnswerProblem>

export const maxNameLength = 80

const isEmpty = (raw: unknown): boolean =>
  raw === undefined ||
  raw === null ||
  (typeof raw === 'string' && raw.length < 1000 && raw.trim() === '') ||
  (Array.isArray(raw) && raw.length === 0)

/** Words, in which no card's number belongs. */
const wordsIn = (raw: string, maxLength: number): Result<string, AnswerProblem> => {
  const text = plainText(raw, maxLength)
  return text.ok && holdsCardNumber(text.value) ? refuse('card-number') : text
}

const checkWords = (raw: unknown, maxLength: number, pattern: RegExp): Checked => {
  if (typeof raw !== 'string') return refuse('bad-characters')
  const text = wordsIn(raw, maxLength)
  return !text.ok || pattern.test(text.value) ? text : refuse('bad-characters')
}

/** What is read off a tag or a card of the city's may look like a bank's number. */
const checkCode = (raw: unknown, maxLength: number, digitsOnly: boolean): Checked => {
  if (typeof raw !== 'string' && typeof raw !== 'number') return refuse('bad-characters')
  const text = plainText(String(raw), maxLength)
  if (!text.ok) return text
  const typed = text.value.replace(/ /g, '').toUpperCase()
  const code = digitsOnly ? typed.replace(/^0+(?=\d)/, '') : typed
  return (digitsOnly ? /^\d+$/ : /^[A-Z0-9]+(-[A-Z0-9]+)*$/).test(code) ? ok(code) : refuse('bad-characters')
}

const checkPhone = (raw: unknown): Checked =>
  typeof raw === 'string' || typeof raw === 'number' ? parsePhone(String(raw)) : refuse('not-a-phone')

const checkAddress = (raw: unknown): Checked => {
  if (typeof raw !== 'string') return refuse('not-an-address')
  const text = wordsIn(raw, maxAddressLength)
  if (!text.ok) return text
  const address = parseAddress(text.value)
  return address.ok ? wordsIn(fullAddress(address.value), maxAddressLength) : address
}

interface Days {
  fromDays: number
  toDays: number
}

const checkDate = (raw: unknown, days: Days, today: CivilDate): Result<CivilDate, AnswerProblem> => {
  if (!isCivilDate(raw)) return refuse('not-a-date')
  const ahead = daysBetween(today, raw)
  return ahead < days.fromDays || ahead > days.toDays ? refuse('out-of-range') : ok(raw)
}

const checkDates = (raw: unknown, days: Days & { max: number }, today: CivilDate): Checked => {
  const list = typeof raw === 'string' ? [raw] : raw
  if (!Array.isArray(list)) return refuse('not-a-date')
  if (list.length > days.max) return refuse('out-of-range', { max: days.max })
  const dates = new Set<CivilDate>()
  for (const each of list) {
    const date = checkDate(each, days, today)
    if (!date.ok) return date
    dates.add(date.value)
  }
  return ok([...dates].sort())
}

const checkQuantity = (raw: unknown, min: number, max: number): Checked => {
  const number = typeof raw === 'string' && /^\s*\d{1,6}\s*$/.test(raw) ? Number(raw) : raw
  return typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max
    ? ok(number)
    : refuse('out-of-range', { min, max })
}

/**
 * One answer, forgiving in how it is written and strict in what comes out: a phone is ten digits, dates are sorted and unique,
 * an address is written as the post office writes it, every string is plain text, and words hold no card's number. Whether it is a rule's match is not asked here.
 */
export const checkAnswer = (
  { kind }: Pick<Question, 'kind'>,
  raw: unknown,
  { today }: CheckContext,
): Checked => {
  if (isEmpty(raw)) return refuse('required')
  switch (kind.type) {
    case 'choice':
      return typeof raw === 'string' && kind.options.some(({ value }) => value === raw)
        ? ok(raw)
        : refuse('unknown-option')
    case 'yes-no':
      return typeof raw === 'boolean' ? ok(raw) : refuse('unknown-option')
    case 'name':
      return checkWords(raw, maxNameLength, /\p{L}/u)
    case 'text':
      return checkWords(raw, kind.maxLength, /./)
    case 'code':
      return checkCode(raw, kind.maxLength, kind.digitsOnly)
    case 'phone':
      return checkPhone(raw)
    case 'address':
      return checkAddress(raw)
    case 'quantity':
      return checkQuantity(raw, kind.min, kind.max)
    case 'date':
      return checkDate(raw, kind, today)
    case 'dates':
      return checkDates(raw, kind, today)
  }
}

export type CheckedAnswers =
  { ok: true; answers: Answers } | { ok: false; problems: Readonly<Record<QuestionId, AnswerProblem>> }

/**
 * All answers of a service, in the order of its questions: what these answers do not ask for is dropped, an unknown id is refused,
 * and with `complete` every question asked has an answer unless it is optional.
 */
export const checkAnswers = (
  service: Pick<Service, 'questions'>,
  raw: Readonly<Record<string, unknown>>,
  { today, complete }: CheckContext & { complete: boolean },
): CheckedAnswers => {
  const known = new Set(service.questions.map(({ id }) => id))
  const problems = new Map<QuestionId, AnswerProblem>(
    Object.keys(raw)
      .filter((id) => !known.has(id))
      .map((id) => [id, 'unknown-question']),
  )
  const answers: Record<QuestionId, AnswerValue> = {}
  for (const question of service.questions) {
    const given = Object.hasOwn(raw, question.id) ? raw[question.id] : undefined
    if (!isAsked(question, answers)) continue
    if (isEmpty(given)) {
      if (complete && !question.optional) problems.set(question.id, 'required')
      continue
    }
    const checked = checkAnswer(question, given, { today })
    if (checked.ok) answers[question.id] = checked.value
    else problems.set(question.id, checked.code)
  }
  return problems.size === 0 ? { ok: true, answers } : { ok: false, problems: Object.fromEntries(problems) }
}
