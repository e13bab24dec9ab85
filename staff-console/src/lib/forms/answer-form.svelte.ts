import {
  questionsAsked,
  type Answers,
  type AnswerValue,
  type AssessmentView,
  type Client,
  type ClientError,
  type Question,
  type QuestionId,
  type ServiceDefinition,
} from '@lobbyline/server/contract'
import { mayPass } from '../connection/may-pass.ts'

const pauseMs = 250
const againMs = 2000

/** The questions of one service on one form, with what follows from the answers as they are typed. */
export class AnswerForm {
  readonly service: ServiceDefinition
  readonly #client: Client
  readonly #intakeId: string | undefined
  readonly #before: Answers
  #answers = $state.raw<Answers>({})
  #result = $state.raw<AssessmentView | null>(null)
  #failure = $state.raw<ClientError | null>(null)
  #standing = $state<'assessing' | 'assessed' | 'failed'>('assessing')
  #timer: ReturnType<typeof setTimeout> | undefined
  #round = 0

  /** @param intakeId the intake that is being corrected */
  constructor(client: Client, service: ServiceDefinition, answers: Answers = {}, intakeId?: string) {
    this.#client = client
    this.service = service
    this.#intakeId = intakeId
    this.#before = answers
    this.#answers = answers
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

  /** the last that was heard, which may be of earlier answers: nothing is quoted from it */
  get result(): AssessmentView | null {
    return this.#result
  }

  get standing(): 'assessing' | 'assessed' | 'failed' {
    return this.#standing
  }

  /** why the last was not answered: asked again by itself only where that may help */
  get failure(): ClientError | null {
    return this.#failure
  }

  /** What the fees of these very answers come to; null while nobody knows. */
  get owedCents(): number | null {
    return this.#result && this.#standing === 'assessed' ? totalCents(this.#result.assessment.fees) : null
  }

  /** What may be told as the price. */
  get quotableCents(): number | null {
    return this.#result?.assessment.fees.length ? this.owedCents : null
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
    this.#standing = 'assessing'
    this.#askIn(pauseMs)
  }

  /** A form of the same changes over other answers. */
  over(answers: Answers): AnswerForm {
    const form = new AnswerForm(this.#client, this.service, answers, this.#intakeId)
    for (const id of Object.keys({ ...this.#before, ...this.#answers }))
      if (this.#answers[id] !== this.#before[id]) form.set(id, this.#answers[id])
    return form
  }

  /** Asks what follows from the answers, and again where that may help. @returns what ends it */
  follow(): () => void {
    this.#askIn(0)
    return () => this.#drop()
  }

  askAgain(): void {
    this.#askIn(0)
  }

  #askIn(ms: number): void {
    this.#drop()
    this.#timer = setTimeout(() => void this.#assess(), ms)
  }

  /** An answer that is still on its way is of earlier answers. */
  #drop(): void {
    clearTimeout(this.#timer)
    this.#round += 1
  }

  async #assess(): Promise<void> {
    const round = this.#round
    const result = await this.#client.query('assess', {
      body: {
        service: this.service.id,
        answers: this.answers,
        ...(this.#intakeId !== undefined && { intakeId: this.#intakeId }),
      },
    })
    if (round !== this.#round) return
    this.#standing = result.ok ? 'assessed' : 'failed'
    this.#failure = result.ok ? null : result.error
    if (result.ok) this.#result = result.value
    else if (mayPass(result.error)) this.#askIn(againMs)
  }
}

/** What the fees of an assessment come to. */
export const totalCents = (fees: readonly { cents: number }[]): number =>
  fees.reduce((sum, fee) => sum + fee.cents, 0)
