import {
  questionsAsked,
  type Answers,
  type AnswerValue,
  type AssessmentView,
  type Client,
  type Question,
  type QuestionId,
  type ServiceDefinition,
} from '@lobbyline/server/contract'

const pauseMs = 250

/** The questions of one service on one form, with what follows from the answers as they are typed. */
export class AnswerForm {
  readonly service: ServiceDefinition
  readonly #client: Client
  readonly #intakeId: string | undefined
  readonly #before: Answers
  #answers = $state.raw<Answers>({})
  #result = $state.raw<AssessmentView | null>(null)
  #assessing = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #round = 0

  /** @param intakeId the intake that is being corrected */
  constructor(client: Client, service: ServiceDefinition, answers: Answers = {}, intakeId?: string) {
    this.#client = client
    this.service = service
    this.#intakeId = intakeId
    this.#before = answers
    this.#answers = answers
    void this.#assess()
  }

  get asked(): readonly Question[] {
    return questionsAsked(this.service.questions, this.#answers)
  }

  /** only what is asked: an answer to a question that fell away is left out */
  get answers(): Answers {
    const ids = this.asked.map((question) => question.id)
    return Object.fromEntries(Object.entries(this.#answers).filter(([id]) => ids.includes(id)))
  }

  /** something was typed or chosen since it was opened */
  get isTouched(): boolean {
    return this.#answers !== this.#before
  }

  get result(): AssessmentView | null {
    return this.#result
  }

  get assessing(): boolean {
    return this.#assessing
  }

  get missing(): readonly Question[] {
    return this.asked.filter((question) => !question.optional && this.#answers[question.id] === undefined)
  }

  problemOf(question: QuestionId): string | null {
    return this.#result?.invalid.find((each) => each.question === question)?.code ?? null
  }

  value(question: QuestionId): AnswerValue | undefined {
    return this.#answers[question]
  }

  set(question: QuestionId, value: AnswerValue | undefined): void {
    const { [question]: _, ...others } = this.#answers
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    this.#answers = empty ? others : { ...others, [question]: value }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#assess(), pauseMs)
  }

  async #assess(): Promise<void> {
    const round = ++this.#round
    this.#assessing = true
    const result = await this.#client.query('assess', {
      body: {
        service: this.service.id,
        answers: this.answers,
        ...(this.#intakeId !== undefined && { intakeId: this.#intakeId }),
      },
    })
    if (round !== this.#round) return
    this.#assessing = false
    if (result.ok) this.#result = result.value
  }
}

/** What the fees of an assessment come to. */
export const totalCents = (fees: readonly { cents: number }[]): number =>
  fees.reduce((sum, fee) => sum + fee.cents, 0)
