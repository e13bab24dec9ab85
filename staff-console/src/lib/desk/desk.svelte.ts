import {
  businessDay,
  createClient,
  intakesOf,
  visitAt,
  type CivilDate,
  type Client,
  type CommandBodies,
  type CommandKind,
  type CommandReply,
  type Fact,
  type Intake,
  type IntakeView,
  type OfficeState,
  type SessionView,
  type Till,
  type Visit,
  type Window,
} from '@lobbyline/server/contract'
import { createContext } from 'svelte'
import { AnswerForm } from '../forms/answer-form.svelte.ts'
import type { Answered } from '../forms/shared-answers.ts'
import { LiveOffice } from '../connection/live-office.svelte.ts'
import { Payment } from '../money/payment.svelte.ts'
import { digitsFor, type Digits } from '../next/digits.ts'
import { movesNow } from '../next/moves.ts'
import { nextStep, openTillOf, type Step } from '../next/next-step.ts'
import type { Catalog } from './catalog.ts'
import { closedForMe, closedMeanwhile, nothingClosed, type ClosedForMe } from './closed-for-me.ts'
import { IntakeFiles } from './intake-files.svelte.ts'
import { OfficeCatalog } from './office-catalog.svelte.ts'
import { Orders } from './orders.svelte.ts'
import type { Panel } from './panel.ts'
import { actsForColleagues, may } from './rights.ts'
import { Session } from './session.svelte.ts'
import { undoableOf } from './undoable.ts'

/** Answers while they are being corrected, and what they were read from: whatever comes to the front, they go nowhere else. */
export interface Correction {
  readonly form: AnswerForm
  readonly intakeId: string
  readonly rev: number
}

type Manner = 'swear' | 'affirm'

/** Everything in front of one clerk. Server data comes in through `office` and `files`; what is typed lives here. */
export class Desk {
  readonly client: Client
  readonly office = new LiveOffice()
  readonly session: Session
  readonly officeCatalog: OfficeCatalog
  readonly files: IntakeFiles
  readonly orders: Orders
  /** whose work is on the screen */
  #worker: string | null = null
  /** the tab of the visit that the clerk has open */
  chosen = $state<string | null>(null)
  panel = $state.raw<Panel | null>(null)
  correction = $state.raw<Correction | null>(null)
  tillLater = $state(false)
  closedForMe = $state.raw(nothingClosed)
  payment = $state.raw(new Payment())
  /** the button says something new: who presses now meant what it said before */
  resting = $state(false)
  /** the same of the digits, when they stand for something new */
  digitsRest = $state(false)
  /** and of Undo, when it would undo something else than before */
  undoRests = $state(false)
  /** by intake: what was typed or said for one service is never another's */
  #numbers = $state.raw<Readonly<Record<string, readonly string[]>>>({})
  #manners = $state.raw<Readonly<Record<string, Manner | null>>>({})

  readonly me: SessionView['staff'] | null = $derived.by(() => this.session.current?.staff ?? null)
  /** the day on the wall, never before that of the last fact: the day that the next command is of */
  readonly today: CivilDate = $derived.by(() => {
    if (!this.state) return ''
    const day = businessDay(this.office.now, this.state.city.zone)
    return day > this.state.businessDay ? day : this.state.businessDay
  })
  readonly window: Window | null = $derived.by(
    () => Object.values(this.state?.windows ?? {}).find((window) => window.clerkId === this.me?.id) ?? null,
  )
  readonly till: Till | null = $derived.by(() =>
    this.state && this.me ? (openTillOf(this.state, this.me.id) ?? null) : null,
  )
  /** of my till, when it was left open on an earlier day: no money goes into it any more */
  readonly earlierTillDay: CivilDate | null = $derived.by(() =>
    this.till && this.till.businessDay !== this.today ? this.till.businessDay : null,
  )
  readonly visit: Visit | null = $derived.by(() =>
    this.state && this.window ? (visitAt(this.state, this.window.id) ?? null) : null,
  )
  readonly intakes: readonly Intake[] = $derived.by(() =>
    this.state && this.visit ? intakesOf(this.state, this.visit.id) : [],
  )
  readonly step: Step = $derived.by(() =>
    this.state && this.me && this.window
      ? nextStep(
          this.state,
          { clerkId: this.me.id, windowId: this.window.id, roles: this.me.roles, today: this.today },
          this.chosen,
          (id) => this.files.view(id),
          (view) => this.catalog?.unanswered(view).length ?? 0,
        )
      : { kind: 'nobody' },
  )
  /** the intake in front, never another than the button acts on: the one being corrected, else the step's, the chosen, the first */
  readonly intake: Intake | null = $derived.by(() => {
    const about = 'intakeId' in this.step && this.step.kind !== 'turn-to' ? this.step.intakeId : null
    const find = (id: string | null) => this.intakes.find((intake) => intake.id === id)
    return (
      find(this.correction?.intakeId ?? null) ?? find(about) ?? find(this.chosen) ?? this.intakes[0] ?? null
    )
  })
  readonly view: IntakeView | null = $derived.by(() => (this.intake ? this.files.view(this.intake.id) : null))
  readonly digits: Digits = $derived.by(() =>
    this.correction ? null : digitsFor(this.step, this.intake, this.view),
  )
  /** something is typed in a correction: nothing that would lose it is done before it is saved or given up */
  readonly holdsAnswers = $derived.by(() => this.correction?.form.isTouched ?? false)
  readonly moves = $derived.by(() => movesNow(this.visit, this.intake, this.step, this.holdsAnswers))
  readonly undoable = $derived.by(() =>
    this.state && this.me ? undoableOf(this.state, this.me.id, this.today) : null,
  )
  /** connected and nothing on its way: a command can be given now */
  readonly ready = $derived.by(() => this.office.connection.state === 'live' && !this.orders.busy)

  constructor(client: Client = createClient({ audience: 'console' })) {
    this.client = client
    this.session = new Session(client)
    this.officeCatalog = new OfficeCatalog(client)
    this.files = new IntakeFiles(client)
    this.orders = new Orders(client, this.office)
    this.office.onFacts = (facts, before) => this.#notice(facts, before)
    this.office.onSnapshot = (before) => this.#compare(before)
  }

  get state(): OfficeState | null {
    return this.office.state
  }

  get catalog(): Catalog | null {
    return this.officeCatalog.current
  }

  get printerId(): string | null {
    return this.window?.printerId ?? null
  }

  get isSupervisor(): boolean {
    return this.me !== null && actsForColleagues(this.me)
  }

  may(kind: CommandKind): boolean {
    return this.me !== null && may(this.me, kind)
  }

  /** Signed in, be it again: the work on the screen goes on, unless it is somebody else's. */
  begin(): void {
    if (this.#worker !== null && this.#worker !== this.me?.id) this.#putAway()
    this.#worker = this.me?.id ?? null
    this.orders.dismiss()
    this.office.connect()
    this.files.askRefused()
    void this.officeCatalog.read()
  }

  #notice(facts: readonly Fact[], stateBefore: OfficeState): void {
    if (this.state && this.me)
      this.#tell(closedForMe(this.closedForMe, facts, this.me.id, stateBefore, this.state))
  }

  /** What I have asked for and is still on its way may have closed it. */
  #compare(stateBefore: OfficeState): void {
    if (this.state && this.me && !this.orders.busy)
      this.#tell(closedMeanwhile(this.closedForMe, this.me.id, stateBefore, this.state))
  }

  /** A count by a supervisor takes nobody from the console, with what is typed there; a closed window does. */
  #tell(closed: ClosedForMe): void {
    const before = this.closedForMe
    this.closedForMe = closed
    const { till, window } = closed
    if (till && till !== before.till) this.tillLater = true
    if (window && window !== before.window) {
      this.tillLater = false
      this.panel = null
    }
  }

  /** The numbers typed for the intake in front. */
  get handedNumbers(): readonly string[] {
    return (this.intake && this.#numbers[this.intake.id]) ?? []
  }

  set handedNumbers(numbers: readonly string[]) {
    if (this.intake) this.#numbers = { ...this.#numbers, [this.intake.id]: numbers }
  }

  /** Handed over: should it be taken back, because of its number perhaps, that one is not offered again. */
  forgetNumbers(intakeId: string): void {
    const { [intakeId]: _, ...others } = this.#numbers
    this.#numbers = others
  }

  /** How the person of the intake in front takes the oath. */
  get oathManner(): Manner | null {
    return (this.intake && this.#manners[this.intake.id]) ?? null
  }

  set oathManner(manner: Manner | null) {
    if (this.intake) this.#manners = { ...this.#manners, [this.intake.id]: manner }
  }

  show(panel: Panel): void {
    this.orders.dismiss()
    this.panel = panel
  }

  close(): void {
    this.panel = null
  }

  /** Gives what a sheet is about; then comes `next` in its place. What was opened meanwhile, with what is typed there, stays. */
  async giveAndClose<Kind extends CommandKind>(
    kind: Kind,
    body: CommandBodies[Kind],
    next: Panel | null = null,
  ): Promise<CommandReply<Kind> | null> {
    const { panel } = this
    const reply = await this.orders.give(kind, body)
    if (reply && this.panel === panel) this.panel = next
    return reply
  }

  showTill(): void {
    this.show({ kind: 'till', tillId: this.till?.id ?? null })
  }

  /** Where windows and colleagues stand: who sits at no window has them under the sheet. */
  get colleaguesPanel(): Panel | null {
    return this.window ? { kind: 'windows' } : null
  }

  /** What was typed for one person is gone with that person. */
  clear(): void {
    this.chosen = null
    this.correction = null
    this.payment = new Payment()
    this.#numbers = {}
    this.#manners = {}
  }

  /** What was answered for these intakes, as far as it is here. */
  answered(intakeIds: readonly string[]): Answered[] {
    return intakeIds.flatMap((intakeId) => {
      const file = this.files.view(intakeId)?.file
      const service = file && this.catalog?.service(file.service)
      return service ? [{ service, value: (question) => file.answers[question] }] : []
    })
  }

  /** Opens the answers to be corrected. What is being typed already stays. */
  correct(): void {
    if (this.correction) return
    const service = this.view && this.catalog?.service(this.view.file.service)
    if (!service || !this.view) return
    const { answers, intakeId, rev } = this.view.file
    this.correction = { form: new AnswerForm(this.client, service, answers, intakeId), intakeId, rev }
  }

  /** The answers were changed elsewhere: what is typed lies over the new ones, and can be saved. */
  async correctAnew(): Promise<void> {
    const { correction, state } = this
    const intake = correction && state?.intakes[correction.intakeId]
    if (!correction || !intake) return
    await this.files.lookAgain(intake, this.visit, state.seq)
    const file = this.files.view(intake.id)?.file
    if (this.correction !== correction || file?.service !== correction.form.service.id) return
    this.correction = { form: correction.form.over(file.answers), intakeId: intake.id, rev: file.rev }
  }

  /** Leaves a correction in which nothing was typed. */
  leaveUntouched(): void {
    if (!this.holdsAnswers) this.correction = null
  }

  /** Opens the tab of an intake, unless typed answers would go with it. */
  turnTo(intakeId: string): void {
    if (this.holdsAnswers) return
    this.correction = null
    this.chosen = intakeId
  }

  clearPayment(): void {
    this.payment = new Payment()
  }

  /** Nobody stays at a window who is not signed in: the line would be promised a clerk. */
  async signOut(): Promise<void> {
    if (this.window && !(await this.orders.give('close-window', { windowId: this.window.id }))) return
    this.close()
    await this.session.signOut()
  }

  leave(): void {
    this.#putAway()
    this.office.forget()
  }

  #putAway(): void {
    this.clear()
    this.panel = null
    this.tillLater = false
    this.closedForMe = nothingClosed
    this.files.forget()
    this.officeCatalog.forget()
  }
}

export const [useDesk, provideDesk] = createContext<Desk>()
