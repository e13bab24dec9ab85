import {
  businessDay,
  createClient,
  inEachLanguage,
  newcomerBefore,
  newcomerTo,
  onDay,
  waitingVisits,
  waitRange,
} from '@lobbyline/server/contract'
import type { Fact, LineId, OfficeState, Texts } from '@lobbyline/server/contract'
import { Counter } from '#lib/connection/counter.svelte.ts'
import { LiveOffice } from '#lib/connection/live-office.svelte.ts'
import { takeNewerBuilds } from '#lib/connection/newer-build.ts'
import { steadyNow } from '#lib/connection/steady-now.ts'
import { catalogs } from '#lib/words/index.ts'
import { advance, boardOf, emptyBoard, hear } from './call-queue.ts'
import type { CallBoard } from './call-queue.ts'
import { Chime } from './chime.ts'

/** A wall asks for nothing as long as it hears; so that it stays enrolled, it shows itself before a day is over. */
const rollCallMs = 12 * 3600_000

/** The wall of the lobby: who is called where, and how long the lines are. */
export class LobbyBoard {
  readonly counter = new Counter(createClient({ audience: 'display' }))
  readonly live = new LiveOffice('display')
  readonly #chime = new Chime()
  #board = $state.raw<CallBoard>(emptyBoard)
  #now = $state(steadyNow())

  get board(): CallBoard {
    return this.#board
  }

  /** Nobody is called now. */
  get isQuiet(): boolean {
    return this.#board.now === null && this.#board.next.length === 0
  }

  /** The server's clock. */
  get now(): number {
    return this.#now
  }

  /** Each line with its people and range; the range is null while no window serves it. */
  get lines() {
    const { standing } = this.counter
    if (!this.live.office || standing.state !== 'ready') return []
    const office = onDay(this.live.office, businessDay(this.#now, this.live.office.city.zone))
    const waiting = waitingVisits(office)
    const other = inEachLanguage((language) => catalogs[language].attract.other)
    const named: { id: LineId; icon: string; name: Texts }[] = [
      ...standing.view.services.map(({ id, icon, name }) => ({ id, icon, name })),
      { id: 'other', icon: 'message-circle-question-mark', name: other },
    ]
    return named.map((line) => ({
      ...line,
      waiting: waiting.filter((visit) => visit.line === line.id).length,
      wait: waitRange(office, newcomerBefore(office, line.id), this.#now, newcomerTo(line.id)),
    }))
  }

  /** @returns what ends it */
  start(token: string | null, enrolled: () => void): () => void {
    const ends = [
      this.counter.start(token, enrolled),
      this.live.start({
        onFacts: (facts, office) => this.#hear(facts, office),
        onRefused: () => void this.counter.checkEnrolled(),
      }),
      takeNewerBuilds(() => this.isQuiet),
    ]
    const timer = setInterval(() => this.#tick(), 500)
    const rollCall = setInterval(() => void this.counter.checkEnrolled(), rollCallMs)
    return () => {
      clearInterval(timer)
      clearInterval(rollCall)
      this.#chime.stop()
      for (const end of ends) end()
    }
  }

  #hear(facts: readonly Fact[] | null, office: OfficeState): void {
    this.#board =
      facts === null
        ? boardOf(office, this.live.now())
        : facts.reduce((board, fact) => hear(board, fact, office), this.#board)
    this.#tick()
  }

  #tick(): void {
    this.#now = this.live.now()
    const next = advance(this.#board, this.#now)
    if (next.since !== this.#board.since && next.now) this.#chime.ring()
    this.#board = next
    if (this.live.isOutdated) location.reload()
  }
}
