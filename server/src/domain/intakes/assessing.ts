import { parseAddress } from '../answers/address.ts'
import { blockerOf } from './blocker.ts'
import { claimLookups } from './claims.ts'
import type { DecisionContext } from '../decision.ts'
import type { IntakeTerms } from '../fact.ts'
import type { Filing } from '../filing.ts'
import type { IntakeFile, Lookup } from '../lookup.ts'
import { checkAnswers } from '../answers/question-check.ts'
import type { Answers, AnswerValue, Question } from '../question.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { AssessInput, Assessment, ChecklistItem, Said, Service, ServiceId } from '../service.ts'
import type { Mark, OfficeState } from '../state.ts'

/** The service's settings as the city has set them for today: what it changed lies over the defaults, later dates over earlier ones. */
export const settingsOf = (state: OfficeState, service: Service): object =>
  Object.assign(
    {},
    service.defaults,
    ...(state.serviceSettings[service.id] ?? [])
      .filter((change) => change.from <= state.businessDay)
      .map((change) => change.values),
  ) as object

/** What is handed over rests on no list of things: a city's streets are not kept with each approval. */
const withoutLists = (settings: object): object =>
  Object.fromEntries(
    Object.entries(settings).filter(([, value]) => !(Array.isArray(value) && typeof value[0] === 'object')),
  )

/** The assessment with what a hand-over, or a move, at any later moment is drawn by. */
export const approvedBy = ({ input, assessment }: Assessed): Assessment => ({
  ...assessment,
  settings: withoutLists(input.settings),
})

export const inputOf = (
  state: OfficeState,
  service: Service,
  answers: Answers,
  context: DecisionContext,
  intakeId?: string,
): AssessInput<object> => ({
  ...(intakeId !== undefined && { intakeId }),
  answers,
  found: context.found,
  settings: settingsOf(state, service),
  today: state.businessDay,
  now: context.now,
})

export interface Assessed {
  service: Service
  answers: Answers
  /** what the assessment was drawn from */
  input: AssessInput<object>
  assessment: Assessment
}

interface Asked {
  /** the intake that the answers are of, once there is one */
  intakeId?: string | undefined
  /** nothing that is asked may be missing */
  complete?: boolean
  /** other settings than those of the day */
  settings?: (service: Service, today: AssessInput<object>) => object
}

/**
 * Checks answers and draws what follows from them on the office's business day.
 * Refusals: `unknown-service`; `invalid-answers` with the first such question and what is wrong with it; `card-number`, which
 * goes first, with the question in whose words it stands.
 */
export const assess = (
  state: OfficeState,
  serviceId: ServiceId,
  raw: Answers,
  context: DecisionContext,
  { intakeId, complete = false, settings }: Asked = {},
): Result<Assessed, RefusalCode> => {
  const service = context.services.get(serviceId)
  if (!service) return refuse('unknown-service', { service: serviceId })
  const checked = checkAnswers(service, raw, { today: state.businessDay, complete })
  if (!checked.ok) {
    const problems = Object.entries(checked.problems)
    const card = problems.find(([, problem]) => problem === 'card-number')
    if (card) return refuse('card-number', { service: serviceId, question: card[0] })
    const [question = '', problem = ''] = problems[0] ?? []
    return refuse('invalid-answers', { service: serviceId, question, problem })
  }
  const { answers } = checked
  const today = inputOf(state, service, answers, context, intakeId)
  const input = settings ? { ...today, settings: settings(service, today) } : today
  const assessment = service.assess(input)
  return ok({ service, answers, input, assessment: { ...assessment, day: state.businessDay } })
}

export const lookupsOf = ({ service, input, assessment }: Assessed): Lookup[] => [
  ...service.lookups(input),
  ...claimLookups(assessment),
]

/** What `assess` and the claims that follow from it have to read. Answers that do not pass ask for nothing. */
export const assessLookups = (
  state: OfficeState,
  serviceId: ServiceId,
  raw: Answers,
  context: DecisionContext,
  intakeId?: string,
): Lookup[] => {
  const assessed = assess(state, serviceId, raw, context, { intakeId })
  return assessed.ok ? lookupsOf(assessed.value) : []
}

const freshMarks = (checklist: readonly ChecklistItem[]): (Mark | null)[] =>
  checklist.map((item) => (item.onFile ? 'on-file' : null))

export const owedCentsOf = ({ fees }: Assessment): number => fees.reduce((sum, fee) => sum + fee.cents, 0)

export const termsOf = (assessment: Assessment, marks = freshMarks(assessment.checklist)): IntakeTerms => ({
  marks,
  owedCents: owedCentsOf(assessment),
  blocked: blockerOf(assessment) !== null,
  needsDeclaration: assessment.declaration !== null,
  needsOath: assessment.oath,
})

/** A lease of another home is another paper: what its words are filled with tells what it is of. */
export const saidKey = ({ code, values = {} }: Said): string =>
  JSON.stringify([code, Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))])

/** For each position of the new checklist the position of the same paper in the old one, the same turn among equals. */
const samePapers = (was: readonly ChecklistItem[], is: readonly ChecklistItem[]): (number | undefined)[] => {
  const positions = new Map<string, number[]>()
  was.forEach((item, position) => {
    positions.set(saidKey(item), [...(positions.get(saidKey(item)) ?? []), position])
  })
  return is.map((item) => positions.get(saidKey(item))?.shift())
}

/** What the clerk has settled stays settled where the same paper is still asked for. */
export const carryMarks = (
  was: readonly ChecklistItem[],
  marks: readonly (Mark | null)[],
  is: readonly ChecklistItem[],
): (Mark | null)[] => {
  const fresh = freshMarks(is)
  return samePapers(was, is).map((position, at) => {
    const mark = position === undefined ? null : (marks[position] ?? null)
    return mark === null || mark === 'on-file' ? (fresh[at] ?? null) : mark
  })
}

export const carryEvidence = (
  was: readonly ChecklistItem[],
  evidence: IntakeFile['evidence'],
  is: readonly ChecklistItem[],
): IntakeFile['evidence'] =>
  Object.fromEntries(
    samePapers(was, is).flatMap((position, at) => {
      const note = position === undefined ? undefined : evidence[position]
      return note === undefined ? [] : [[at, note]]
    }),
  )

const shared = (
  { questions }: Service,
  answers: Answers,
  what: NonNullable<Question['shares']>,
): string | null => {
  const given = (question: Question): AnswerValue | undefined =>
    question.shares === what ? answers[question.id] : undefined
  const value = questions.map(given).find((answer) => typeof answer === 'string')
  return value ?? null
}

/** Every number that stands on something: a tag, for one. */
const codesIn = ({ questions }: Service, answers: Answers): string[] =>
  questions.flatMap(({ id, kind }) => {
    const answer = answers[id]
    return kind.type === 'code' && typeof answer === 'string' ? [answer] : []
  })

/** The personal side of an intake as it is stored, with what staff can search by. */
export const intakeFiling = (service: Service, file: IntakeFile): Filing => {
  const address = shared(service, file.answers, 'address')
  const parsed = address === null ? null : parseAddress(address)
  return {
    type: 'intake-file',
    file,
    name: shared(service, file.answers, 'name'),
    phone: shared(service, file.answers, 'phone'),
    codes: codesIn(service, file.answers),
    addressKey: parsed?.ok ? parsed.value.key : null,
  }
}
