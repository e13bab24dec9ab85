import { questionsAsked } from '@lobbyline/server/contract'
import type {
  AnswerProblem,
  Answers,
  AnswerValue,
  Assessment,
  Client,
  CivilDate,
  Language,
  LineId,
  Problem,
  Question,
  QuestionId,
  ServiceDefinition,
} from '@lobbyline/server/contract'
import { sharedAnswers, sumCents } from './filed.ts'
import type { Filed } from './filed.ts'
import {
  answersAsked,
  firstUnanswered,
  isComplete,
  isSamePage,
  notices,
  pageAfter,
  pageBefore,
  pageOfNews,
  progress,
  turnAways,
} from './steps.ts'
import type { Page, Told } from './steps.ts'
import { TicketOrder } from './ticket-order.svelte.ts'

/** A ticket has room for six; the last one is told now. */
const mostFiled = 5

/** What is in the field now; null is nothing yet. */
export type Entry = AnswerValue | null

export type EntryProblem = AnswerProblem | 'offline' | 'several-tickets'

/** Why no visit is shown for what was typed. */
const ticketProblems = {
  unknown: 'unknown-option',
  several: 'several-tickets',
  offline: 'offline',
} as const satisfies Record<string, EntryProblem>

interface Ports {
  /** answers within seconds or not at all */
  assess: Pick<Client, 'query'>
  command: Pick<Client, 'command'>
  today: () => CivilDate
  /** the visit of a ticket's number or code; cut off from the server nobody can say that it is unknown */
  ticket: (text: string) => Promise<{ visitId: string } | 'unknown' | 'several' | 'offline'>
}

/** One resident at the kiosk, from the first touch to the ticket. All that they told lives here and nowhere else. */
export class VisitFlow {
  readonly #ports: Ports
  #page = $state.raw<Page>({ name: 'attract' })
  #service = $state.raw<ServiceDefinition | null>(null)
  #answers = $state.raw<Answers>({})
  /** what was begun and left by Back before it was an answer */
  #unfinished = $state.raw<Readonly<Record<QuestionId, Entry>>>({})
  #filed = $state.raw<readonly Filed[]>([])
  #entry = $state.raw<Entry>(null)
  #problem = $state.raw<EntryProblem | null>(null)
  #assessment = $state.raw<Assessment | null>(null)
  #isFresh = $state(false)
  #isBusy = $state(false)
  #isReviewing = $state(false)
  /** what was known of this service when the check was reached, and so was told; null as long as nothing could be looked up */
  #heard: Assessment | null = null
  /** a changed line of the check has led to a page of news */
  #news: { page: Page; of: QuestionId } | null = null
  #lastQuestion = $state.raw<QuestionId | null>(null)
  #appointmentAt = $state.raw<number | null>(null)
  #order = $state.raw<TicketOrder | null>(null)
  /** what was under way when a service was begun anew belongs to the one before, or to someone else */
  #telling = 0

  constructor(ports: Ports) {
    this.#ports = ports
  }

  get page(): Page {
    return this.#page
  }

  get service(): ServiceDefinition | null {
    return this.#service
  }

  get entry(): Entry {
    return this.#entry
  }

  set entry(value: Entry) {
    this.#entry = value
    this.#problem = null
  }

  get problem(): EntryProblem | null {
    return this.#problem
  }

  /** the last one known: its values word the questions even while the server is away */
  get assessment(): Assessment | null {
    return this.#assessment
  }

  /** false: these answers could not be checked yet */
  get isChecked(): boolean {
    return this.#isFresh
  }

  get isBusy(): boolean {
    return this.#isBusy
  }

  get isReviewing(): boolean {
    return this.#isReviewing
  }

  /** the time that was booked, as this resident says */
  get appointmentAt(): number | null {
    return this.#appointmentAt
  }

  get order(): TicketOrder | null {
    return this.#order
  }

  get answers(): Answers {
    return answersAsked(this.#service?.questions ?? [], this.#answers)
  }

  /** the other services on the same ticket, told before this one */
  get filed(): readonly Filed[] {
    return this.#filed
  }

  get canFileAnother(): boolean {
    return this.#filed.length < mostFiled && isComplete(this.#told)
  }

  /** all services of the ticket so far, the one that is told now among them */
  get #everything(): readonly Filed[] {
    if (!this.#service) return this.#filed
    const { answers, quotedCents } = this
    const assessment = this.#isFresh ? this.#assessment : null
    return [...this.#filed, { service: this.#service, answers, assessment, quotedCents }]
  }

  get hasAnswers(): boolean {
    if (this.#filed.length > 0) return true
    return Object.keys(this.#answers).length > 0 || (this.#page.name === 'question' && this.#entry !== null)
  }

  get asked(): readonly Question[] {
    return questionsAsked(this.#service?.questions ?? [], this.answers)
  }

  get question(): Question | null {
    const page = this.#page
    return page.name === 'question'
      ? (this.#service?.questions.find(({ id }) => id === page.id) ?? null)
      : null
  }

  get progress() {
    return progress(this.#page, this.#told)
  }

  get turnAways(): readonly Problem[] {
    return turnAways(this.#told)
  }

  get notices(): readonly Problem[] {
    return this.#isFresh ? notices(this.#assessment) : []
  }

  /** what came of the answer just given, said on the page after it */
  get newNotices(): readonly Problem[] {
    return this.notices.filter(({ question }) => question !== undefined && question === this.#lastQuestion)
  }

  /** all services of the ticket together */
  get totalCents(): number | null {
    return sumCents(this.#everything.map(({ quotedCents }) => quotedCents))
  }

  get quotedCents(): number | null {
    return this.#isFresh && this.#assessment
      ? this.#assessment.fees.reduce((sum, { cents }) => sum + cents, 0)
      : null
  }

  get #told(): Told {
    return {
      questions: this.#service?.questions ?? [],
      answers: this.#answers,
      assessment: this.#isFresh ? this.#assessment : null,
    }
  }

  begin(appointmentAt: number | null = null): void {
    this.#appointmentAt = appointmentAt
    this.#page = { name: 'service' }
  }

  tellUnknownCode(): void {
    this.#page = { name: 'service', isCodeUnknown: true }
  }

  /** Another service than before starts with what both share: name, phone, address; `scanned` is known besides. */
  async choose(service: ServiceDefinition, scanned?: Answers): Promise<void> {
    if (this.#isBusy) return
    if (service.id !== this.#service?.id) {
      this.#answers = sharedAnswers(service.questions, [
        ...this.#filed.map((filed) => ({ questions: filed.service.questions, answers: filed.answers })),
        { questions: this.#service?.questions ?? [], answers: this.#answers },
      ])
      this.#assessment = null
      this.#isFresh = false
      this.#heard = null
    }
    this.#service = service
    this.#unfinished = {}
    this.#answers = { ...this.#answers, ...scanned }
    this.#isReviewing = false
    this.#lastQuestion = null
    const telling = this.#telling
    await this.#assess()
    if (telling !== this.#telling) return
    const first = scanned ? null : this.asked[0]
    this.#open(
      first ? { name: 'question', id: first.id } : (firstUnanswered(this.#told) ?? { name: 'check' }),
    )
  }

  async next(): Promise<void> {
    if (this.#isBusy) return
    // what is wrong is told each time anew, though it be the same
    this.#problem = null
    if (this.#page.name === 'number') return this.#findTicket()
    const { question } = this
    const telling = this.#telling
    const wasFresh = this.#isFresh
    if (question && !(await this.#accept(question))) return
    if (question || !wasFresh) await this.#assess()
    if (telling !== this.#telling || this.#problem) return
    const isNews = !question && !wasFresh && this.#isFresh
    const page = isNews ? this.#pageOfNews() : pageAfter(this.#page, this.#told, this.#isReviewing)
    if (question && this.#isReviewing && page.name === 'check') this.#endReview(question.id)
    else this.#open(page)
  }

  /** One page back; a line of the check that was not changed to the end stays as it was. */
  async back(): Promise<void> {
    if (this.#isBusy) return
    const { question } = this
    const telling = this.#telling
    if (question && this.#entry !== null && !this.#isReviewing) {
      const isAnswer = await this.#accept(question)
      if (telling !== this.#telling) return
      if (!isAnswer && this.#problem !== 'card-number')
        this.#unfinished = { ...this.#unfinished, [question.id]: this.#entry }
    }
    this.#problem = null
    if (this.#page.name === 'turn-away') {
      this.changeTurnedAway()
      return
    }
    if (this.#news && isSamePage(this.#page, this.#news.page)) this.change(this.#news.of)
    else this.#open(pageBefore(this.#page, this.#told, this.#isReviewing))
  }

  askAppointment(): void {
    this.#appointmentAt = null
    this.#open({ name: 'appointment' })
  }

  /** Someone has a number already. */
  askNumber(): void {
    this.#open({ name: 'number' })
  }

  showTicket(visitId: string): void {
    this.#open({ name: 'standing', visitId })
  }

  tellOff(service: ServiceDefinition): void {
    this.#open({ name: 'not-today', service })
  }

  change(id: QuestionId): void {
    this.#isReviewing = true
    this.#open({ name: 'question', id })
  }

  /** Back to one answer; from there the way leads through the others again, with what they are now. */
  correct(id: QuestionId): void {
    this.#isReviewing = false
    this.#open({ name: 'question', id })
  }

  /** Back to the answer that stands in the way, or to the last one given. */
  changeTurnedAway(): void {
    const id = this.turnAways.find(({ question }) => question)?.question ?? this.#lastQuestion
    this.#open(id === null || id === undefined ? { name: 'service' } : { name: 'question', id })
  }

  /** What is told so far goes on the ticket, and something else is told besides. */
  fileAnother(): void {
    if (!this.#service || !this.canFileAnother) return
    this.#filed = this.#everything
    this.#tell(null)
    this.#page = { name: 'service' }
  }

  /** Nothing else after all: back to what was told last. */
  unfile(): void {
    const last = this.#filed.at(-1)
    if (!last) return
    this.#filed = this.#filed.slice(0, -1)
    this.#tell(last)
    this.#page = { name: 'check' }
  }

  missPapers(): void {
    this.#open({ name: 'missing-papers' })
  }

  havePapers(): void {
    this.#open({ name: 'check' })
  }

  /**
   * One ticket, however often it is touched. Answers go along when they are complete; else the clerk asks, or from the check what
   * is still open is asked and told first.
   * `bare`: a ticket without a form, after the form was refused.
   */
  async takeTicket(line: LineId, language: Language, bare = false): Promise<void> {
    const standing = this.#order?.standing.state
    if (standing && standing !== 'refused') return
    if (this.#isBusy || (this.#page.name === 'check' && !(await this.#isReady()))) return
    const isTold = line === this.#service?.id && isComplete(this.#told)
    const told = bare ? [] : isTold ? this.#everything : this.#filed
    const order = new TicketOrder(this.#ports.command, {
      line: told[0]?.service.id ?? line,
      language,
      appointmentAt: this.#appointmentAt,
      told,
    })
    this.#order = order
    this.#page = { name: 'ticket' }
    await order.send()
  }

  /** Nothing of what was told stays. */
  wipe(): void {
    this.#order?.drop()
    this.#order = null
    this.#page = { name: 'attract' }
    this.#appointmentAt = null
    this.#filed = []
    this.#tell(null)
  }

  /** Starts to tell a service anew, or goes on with one. */
  #tell(filed: Filed | null): void {
    this.#telling += 1
    this.#isBusy = false
    this.#service = filed?.service ?? null
    this.#answers = filed?.answers ?? {}
    this.#unfinished = {}
    this.#assessment = filed?.assessment ?? null
    this.#isFresh = this.#assessment !== null
    this.#entry = null
    this.#problem = null
    this.#isReviewing = false
    this.#heard = this.#assessment
    this.#news = null
    this.#lastQuestion = null
  }

  #open(page: Page): void {
    if (page.name === 'check' && !this.#isReviewing && this.#isFresh) this.#heard = this.#assessment
    if (page.name === 'check' || page.name === 'question') this.#news = null
    if (page.name === 'check' || page.name === 'turn-away')
      this.#isReviewing = page.name === 'turn-away' && this.#isReviewing
    this.#page = page
    this.#problem = null
    this.#entry =
      page.name === 'question' ? (this.#unfinished[page.id] ?? this.#answers[page.id] ?? null) : null
  }

  /** Straight back to the check, unless the change brings something that was not told yet. */
  #endReview(of: QuestionId): void {
    this.#isReviewing = false
    const page = pageOfNews(this.#told, this.#heard)
    this.#open(page ?? { name: 'check' })
    this.#news = page && { page, of }
  }

  /** What the last answer would have led to, had it been known then what all of them come to. */
  #pageOfNews(): Page {
    const id = this.asked.at(-1)?.id
    return id === undefined ? { name: 'check' } : pageAfter({ name: 'question', id }, this.#told, false)
  }

  /** False when something comes before the ticket: an answer that is open, or what could not be told until now. */
  async #isReady(): Promise<boolean> {
    const telling = this.#telling
    const unanswered = firstUnanswered(this.#told)
    if (unanswered) {
      this.#isReviewing = true
      this.#open(unanswered)
      return false
    }
    const untold = pageOfNews(this.#told, this.#heard)
    if (untold) this.#open(untold)
    if (this.#isFresh) return untold === null
    await this.#assess()
    if (telling !== this.#telling) return false
    const news: Page = this.#isFresh ? this.#pageOfNews() : { name: 'check' }
    if (news.name !== 'check') this.#open(news)
    return news.name === 'check'
  }

  async #findTicket(): Promise<void> {
    const text = typeof this.#entry === 'string' ? this.#entry.trim() : ''
    const telling = this.#telling
    const found = await this.#ports.ticket(text)
    if (telling !== this.#telling || this.#page.name !== 'number') return
    if (typeof found === 'object') this.showTicket(found.visitId)
    else if (text === '') this.#problem = 'required'
    else this.#problem = ticketProblems[found]
  }

  /** False when the entry is no answer yet: the problem says why. */
  async #accept(question: Question): Promise<boolean> {
    const telling = this.#telling
    this.#isBusy = true
    const { checkAnswer } = await import('./check-answer.ts')
    if (telling !== this.#telling) return false
    this.#isBusy = false
    const checked = checkAnswer(question, this.#entry, { today: this.#ports.today() })
    const rest = Object.entries(this.#answers).filter(([id]) => id !== question.id)
    if (!checked.ok && checked.code === 'required' && question.optional) {
      this.#answers = Object.fromEntries(rest)
    } else if (checked.ok) {
      this.#answers = Object.fromEntries([...rest, [question.id, checked.value]])
    } else {
      this.#problem = checked.code
      return false
    }
    this.#unfinished = { ...this.#unfinished, [question.id]: null }
    this.#lastQuestion = question.id
    this.#isFresh = false
    return true
  }

  async #assess(): Promise<void> {
    const service = this.#service
    if (!service) return
    const telling = this.#telling
    this.#isBusy = true
    const result = await this.#ports.assess.query('assess', {
      body: { service: service.id, answers: { ...this.answers } },
    })
    if (telling !== this.#telling) return
    this.#isBusy = false
    this.#isFresh = result.ok
    if (!result.ok) return
    this.#assessment = result.value.assessment
    const { question } = this
    const invalid = question && result.value.invalid.find((each) => each.question === question.id)
    if (invalid) this.#problem = invalid.code as AnswerProblem
  }
}
