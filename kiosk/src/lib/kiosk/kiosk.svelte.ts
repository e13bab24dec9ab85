import { businessDay, createClient, onDay, waitingVisits, waitRange } from '@lobbyline/server/contract'
import type {
  City,
  Language,
  Openness,
  PrinterCondition,
  Problem,
  Said,
  ServiceDefinition,
  Texts,
  Values,
} from '@lobbyline/server/contract'
import { createContext } from 'svelte'
import { Counter } from '#lib/connection/counter.svelte.ts'
import { LiveOffice } from '#lib/connection/live-office.svelte.ts'
import { steadyNow } from '#lib/connection/steady-now.ts'
import { ownText, saidText } from '#lib/flow/answer-text.ts'
import { idleStanding } from '#lib/flow/idle.ts'
import { paperStanding } from '#lib/flow/paper-standing.ts'
import { VisitFlow } from '#lib/flow/visit-flow.svelte.ts'
import { catalogs } from '#lib/words/index.ts'
import { Comfort } from './comfort.svelte.ts'
import { silentSpeaker } from './speaker.ts'
import type * as OpeningTimes from './opening-times.ts'
import type { Speaker } from './speaker.ts'

const firstLanguage: Language = 'en'
const assessTimeoutMs = 4_000
/** How long the number stays on the screen after the last touch. */
const clearMs = { withPaper: 30_000, withoutPaper: 60_000 }

/** Comes while the first screen is read. */
const ticketWays = () => import('./device-ways.ts')

const givesPaper: ReadonlySet<PrinterCondition> = new Set(['ready', 'paper-low'])

/** What stands above the page until it is answered. */
export type Asking = 'start-over' | 'language' | 'keypad'

/** The whole touchscreen: what it shows follows from these few things. */
export class Kiosk {
  readonly client = createClient({ audience: 'kiosk' })
  readonly counter = new Counter(this.client)
  readonly live = new LiveOffice('kiosk')
  readonly flow = new VisitFlow({
    assess: createClient({ audience: 'kiosk', timeoutMs: assessTimeoutMs }),
    command: this.client,
    today: () => this.today,
    ticket: async (text) => {
      if (this.live.connection.state !== 'live') return 'offline'
      const visit = (await ticketWays()).ticketOf(this, text)
      return typeof visit === 'string' ? visit : { visitId: visit.id }
    },
  })

  readonly comfort = new Comfort()
  speaker = $state.raw<Speaker>(silentSpeaker)
  /** what tells whether the counter is open, once it is here */
  hours = $state.raw<typeof OpeningTimes | null>(null)

  #language = $state<Language>(firstLanguage)
  #asking = $state<Asking | null>(null)
  #now = $state(steadyNow())
  #touchedAt = $state(steadyNow())
  #takenAt = $state<number | null>(null)

  readonly words = $derived(catalogs[this.#language])
  readonly idle = $derived(idleStanding(this.#now - this.#touchedAt))

  /** "Pet tag renewal · step 3 of 6" */
  get eyebrow(): string | undefined {
    const { service, progress, isReviewing } = this.flow
    const name = service?.name[this.#language]
    return progress && !isReviewing
      ? `${name} · ${this.words.question.step(progress.step, progress.of)}`
      : name
  }

  get language(): Language {
    return this.#language
  }

  get asking(): Asking | null {
    return this.#asking
  }

  get city(): City | null {
    return this.counter.standing.state === 'ready' ? this.counter.standing.city : null
  }

  get services(): readonly ServiceDefinition[] {
    return this.counter.standing.state === 'ready' ? this.counter.standing.view.services : []
  }

  get streets(): readonly string[] {
    return this.counter.standing.state === 'ready' ? this.counter.standing.view.streets : []
  }

  /** the server's clock, moving with the screen */
  get now(): number {
    return this.live.now(this.#now)
  }

  get today(): string {
    return businessDay(this.live.now(), this.city?.zone ?? 'UTC')
  }

  /** People waiting, open windows and the range for someone who comes now; null while the line is not known. */
  get line() {
    const { office } = this.live
    if (!office || this.live.connection.state !== 'live') return null
    const waiting = waitingVisits(onDay(office, this.today)).length
    return {
      waiting,
      windows: Object.values(office.windows).filter(({ clerkId }) => clerkId !== null).length,
      wait: waitRange(office, waiting, this.live.now(this.#now)),
    }
  }

  /** Whether the public is served now; as long as nobody knows, it is. */
  readonly openness = $derived.by((): Openness => {
    const { office } = this.live
    return office && this.hours ? this.hours.openness(office, this.now) : { state: 'open' }
  })

  /** The counter is closed, and this screen says so instead of what it shows: whoever has begun goes on past the hours. */
  get isShut(): boolean {
    if (this.openness.state === 'open') return false
    const { name } = this.flow.page
    if (name === 'attract') return true
    return this.openness.why === 'today' && name !== 'ticket' && name !== 'number' && name !== 'standing'
  }

  isOff(service: string): boolean {
    const { office } = this.live
    return office !== null && this.hours !== null && this.hours.isServiceOff(office, service, this.now)
  }

  /** The kiosk's own printer gives paper, as far as it has said. */
  get hasPrinter(): boolean {
    return Object.values(this.live.office?.printers ?? {}).some(({ condition }) => givesPaper.has(condition))
  }

  /** The line is known, and no paper comes out here. */
  get isOutOfPaper(): boolean {
    return this.live.office !== null && !this.hasPrinter
  }

  /** The taken ticket's paper, or null before there is a ticket. */
  get paper() {
    const standing = this.flow.order?.standing
    if (standing?.state !== 'taken' || this.#takenAt === null) return null
    return this.paperOf(standing.ticket.jobId, this.#takenAt)
  }

  /** Something was told that is in no ticket yet. */
  get holdsAnswers(): boolean {
    return this.flow.hasAnswers && !this.paper
  }

  /** Where a paper at this kiosk stands that was asked for at a moment. */
  paperOf(jobId: string | null, askedAt: number) {
    const { office } = this.live
    const print = jobId === null ? undefined : office?.prints[jobId]
    return paperStanding(
      {
        jobId,
        print,
        printer: print && office?.printers[print.printerId],
        isLive: this.live.connection.state === 'live',
      },
      this.#now - askedAt,
    )
  }

  /** Until the number leaves the screen; null while there is none, or while its paper is still awaited. */
  get secondsToClear(): number | null {
    const { paper } = this
    if (!paper || paper === 'printing') return null
    const stayMs = paper === 'write-down' ? clearMs.withoutPaper : clearMs.withPaper
    const since = Math.max(this.#touchedAt, this.#takenAt ?? 0)
    return Math.max(0, Math.ceil((stayMs - Math.max(0, this.#now - since)) / 1000))
  }

  get asksWhoIsThere(): boolean {
    return this.flow.page.name !== 'attract' && this.idle.state === 'warning' && this.secondsToClear === null
  }

  /** An own text of the service, such as a question's title, with what is known of this person's case filled in. */
  own(text: Texts, values: Values | undefined = this.flow.assessment?.values): string {
    const { service } = this.flow
    return service ? ownText(text, { service, language: this.#language, values }) : text[this.#language]
  }

  /** What a code says of the service that is told now, or of another one on the same ticket. */
  said = (said: Said, of: Pick<VisitFlow, 'service' | 'assessment'> = this.flow): string => {
    const { service, assessment } = of
    return service ? saidText(said, { service, language: this.#language, values: assessment?.values }) : ''
  }

  /** A problem, and what can be done about it where the service says so. */
  told({ code, instead, values }: Problem): string {
    return [code, instead]
      .flatMap((each) =>
        each === undefined ? [] : [this.said({ code: each, ...(values ? { values } : {}) })],
      )
      .join(' ')
  }

  speak(language: Language): void {
    this.#language = language
  }

  begin(language: Language): void {
    this.speak(language)
    this.touch()
    this.flow.begin()
  }

  touch(): void {
    this.#touchedAt = steadyNow()
  }

  /** Somebody does something. A question whether they are there stays until it is answered, or their finger would meet the page below. */
  notice(): void {
    if (!this.asksWhoIsThere) this.touch()
  }

  /** The screen goes dark, or comes back. Who listens is told how. */
  toggleCurtain(): void {
    this.comfort.toggleCurtain()
    if (this.comfort.curtain && this.speaker.isOn)
      this.speaker.speak(this.words.help.screenIsHidden, this.#language)
  }

  ask(what: Asking): void {
    this.#asking = what
  }

  endAsking(): void {
    this.#asking = null
  }

  /** One page back; before the first one, what was told is erased. */
  back(): void {
    const { name } = this.flow.page
    if (name === 'attract' || name === 'ticket') return
    if (name === 'service' && this.flow.filed.length > 0) this.flow.unfile()
    else if (name === 'service' && this.flow.appointmentAt !== null) this.flow.askAppointment()
    else if (name === 'service') this.startOver()
    else void this.flow.back()
  }

  /** Asks first where answers would be lost. */
  startOver(): void {
    if (this.holdsAnswers) this.ask('start-over')
    else this.wipe()
  }

  async takeTicket(line: string, bare = false): Promise<void> {
    await this.flow.takeTicket(line, this.#language, bare)
    this.#takenAt = steadyNow()
    this.touch()
    if (this.flow.order?.standing.state === 'refused') await this.#checkEnrolled()
  }

  /** Where this screen can do no more, nobody goes on with it; a number that was given stays until it clears. */
  async #checkEnrolled(): Promise<void> {
    if (this.flow.order?.standing.state === 'taken') return
    await this.counter.checkEnrolled()
    if (this.counter.standing.state === 'not-enrolled') this.wipe()
  }

  /** For the next person: nothing of the one before stays, neither the language nor the size of the text. */
  wipe(): void {
    this.flow.wipe()
    this.#takenAt = null
    this.#language = firstLanguage
    this.#asking = null
    this.comfort.reset()
    this.speaker.reset()
    this.touch()
  }

  /** @returns what ends it */
  start(token: string | null, enrolled: () => void): () => void {
    const ends = [
      this.counter.start(token, enrolled),
      this.live.start({
        onInput: (input) => void ticketWays().then(({ hear }) => hear(this, input)),
        onRefused: () => void this.#checkEnrolled(),
      }),
    ]
    const timer = setInterval(() => this.#tick(), 500)
    return () => {
      clearInterval(timer)
      for (const end of ends) end()
    }
  }

  #tick(): void {
    this.#now = steadyNow()
    const { page } = this.flow
    if (page.name === 'attract') {
      if (this.idle.state === 'gone') this.wipe()
      if (this.live.isOutdated) location.reload()
    } else if (this.secondsToClear === null ? this.idle.state === 'gone' : this.secondsToClear === 0) {
      this.wipe()
    }
  }
}

export const [useKiosk, provideKiosk] = createContext<Kiosk>()
