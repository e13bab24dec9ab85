import type { Database, Queryable } from '../database/pool.ts'
import { Found, lookupKey } from '../domain/lookup.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import type { Batch, Refused, Waiting } from './batch.ts'
import { failureOf, loggable, refusalOf } from './database-error.ts'
import type { Rules } from './decide-batch.ts'
import { decideBatch, lookupsOf } from './decide-batch.ts'
import { format } from './format.ts'
import { LineConnection, orLost } from './line-connection.ts'
import type { LiveOffice } from './live-office.ts'
import { loadState } from './load-state.ts'
import type { OfficeLog } from './log.ts'
import { maxRounds, putAnswer, readAnswers } from './lookup-reader.ts'
import { storeStatement } from './store-statement.ts'
import { readStanding } from './stored-keys.ts'
import { readNews } from './tail.ts'

/** More at once would not be faster, and those at the front would wait for those at the back. */
const maxBatch = 256
/** After so many rounds lost to another node, the office's row is locked first: Postgres lets lockers in by turns. */
const roundsBeforeLock = 2
const sweepMs = 250

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export interface LineParts {
  pool: Database
  live: LiveOffice
  rules: Rules
  clock: () => Instant
  log: OfficeLog
}

/**
 * The commands of one office, one batch after the other: whatever comes in while a statement is under way is the next batch.
 * It is also what reads other nodes' facts, in between, so that nothing but this loop ever moves the live state.
 */
export class Line {
  readonly #pool: Database
  readonly #live: LiveOffice
  readonly #rules: Rules
  readonly #clock: () => Instant
  readonly #log: OfficeLog
  readonly #connection: LineConnection
  #queue: Waiting[] = []
  #batch: Waiting[] = []
  #running: Promise<void> | null = null
  #behind = false
  #roundsLost = 0
  #oneByOne = 0
  #failures = 0
  /** null as long as a statement of ours, or of the process before us, may be under way unseen */
  #fence: number | null = null
  #outdated = false

  constructor({ pool, live, rules, clock, log }: LineParts) {
    this.#pool = pool
    this.#live = live
    this.#rules = rules
    this.#clock = clock
    this.#log = log
    this.#connection = new LineConnection(pool, '-c plan_cache_mode=force_generic_plan -c jit=off')
  }

  /** True once the office was written by a newer version: this node only reads what it understood. */
  get outdated(): boolean {
    return this.#outdated
  }

  push(waiting: Waiting): void {
    this.#queue.push(waiting)
    this.#wake()
  }

  /** There may be facts of other nodes. */
  catchUp(): void {
    this.#behind = true
    this.#wake()
  }

  /** Serves those who wait already. */
  async stop(): Promise<void> {
    while (this.#running) await this.#running
    await this.#connection.close()
  }

  #wake(): void {
    // In its own turn, so that all who come in this one are in the first batch.
    this.#running ??= Promise.resolve()
      .then(() => this.#run())
      .finally(() => {
        this.#running = null
        if (this.#queue.length > 0) this.#wake()
      })
  }

  async #run(): Promise<void> {
    const sweep = setInterval(() => this.#giveUpLate(), sweepMs)
    try {
      while (this.#behind || this.#queue.length > 0) await this.#turn()
    } finally {
      clearInterval(sweep)
    }
  }

  async #turn(): Promise<void> {
    try {
      if (this.#behind) await this.#readOthers(this.#connection)
      this.#batch = this.#queue.splice(0, this.#oneByOne > 0 ? 1 : maxBatch).filter(({ settled }) => !settled)
      if (this.#oneByOne > 0) this.#oneByOne -= 1
      if (this.#batch.length > 0) await this.#serve(this.#batch)
      this.#failures = 0
    } catch (error) {
      await this.#failed(error)
    }
    this.#queue.unshift(...this.#batch.filter(({ settled }) => !settled))
    this.#batch = []
  }

  async #serve(waiting: readonly Waiting[]): Promise<void> {
    if (this.#outdated) {
      for (const each of waiting) each.settle({ ok: false, code: 'outcome-unknown' })
      return
    }
    const fence = (this.#fence ??= await this.#raiseFence())
    const attempt =
      this.#roundsLost < roundsBeforeLock
        ? await this.#attempt(waiting, fence, this.#connection)
        : await this.#connection.transaction(async (connection) => {
            await connection.query('select from office where id = $1 for update', [this.#live.state.officeId])
            await this.#readOthers(connection)
            return await this.#attempt(waiting, fence, connection)
          })
    if (attempt.stored) await this.#stored(attempt.batch, this.#roundsLost >= roundsBeforeLock)
    else await this.#lostRound(waiting)
  }

  /**
   * After it, whatever was under way before is stored or never will be: the fence is part of each statement's condition, and
   * raising it waits for one that has the office's row. Only then does the absence of a command's key prove anything.
   */
  async #raiseFence(): Promise<number> {
    const { rows } = await this.#connection.query<{ fence: number }>({
      text: 'update office set fence = fence + 1 where id = $1 returning fence',
      values: [this.#live.state.officeId],
    })
    return rows[0]?.fence ?? 0
  }

  async #attempt(
    waiting: readonly Waiting[],
    fence: number,
    connection: Queryable,
  ): Promise<{ batch: Batch; stored: boolean }> {
    const { state } = this.#live
    const now = Math.max(this.#clock(), state.at)
    const found = await this.#lookUp(waiting, state, now, connection)
    const batch = decideBatch(this.#rules, state, waiting, found, now, (each, cause) =>
      this.#log.error({ ...loggable(cause), command: each.command.kind }, 'a command could not be decided'),
    )
    if (batch.accepted.length === 0) return { batch, stored: true }
    const { rowCount } = await connection.query(storeStatement(batch, fence))
    return { batch, stored: rowCount === 1 }
  }

  /** Reads what the commands ask for, all of them in one query a round, until none asks for more. */
  async #lookUp(
    waiting: readonly Waiting[],
    state: OfficeState,
    now: Instant,
    connection: Queryable,
  ): Promise<Map<Waiting, Found>> {
    const found = new Map(waiting.map((each) => [each, new Found()]))
    for (let round = 0; round < maxRounds; round++) {
      const asked = [...found].map(([each, read]) => ({
        read,
        lookups: this.#unread(state, each, read, now),
      }))
      const wanted = asked.flatMap(({ lookups }) => lookups)
      if (wanted.length === 0) break
      const once = new Map(wanted.map((lookup) => [lookupKey(lookup), lookup]))
      const answers = await readAnswers(connection, state.officeId, [...once.values()])
      for (const { read, lookups } of asked) for (const lookup of lookups) putAnswer(read, lookup, answers)
    }
    return found
  }

  #unread(state: OfficeState, waiting: Waiting, read: Found, now: Instant) {
    try {
      return lookupsOf(this.#rules, state, waiting, read, now).filter((lookup) => !read.has(lookup))
    } catch {
      return [] // it throws again when it is decided, and is told of there
    }
  }

  async #stored({ after, accepted, refused }: Batch, locked: boolean): Promise<void> {
    if (accepted.length > 0) {
      const jobs = accepted.flatMap(({ filings }) =>
        filings.flatMap((filing) => (filing.type === 'print-job' ? [filing.job] : [])),
      )
      const facts = accepted.flatMap((each) => each.facts)
      this.#live.advance(after, facts, jobs)
      for (const { waiting, reply } of accepted) waiting.settle({ ok: true, reply })
    }
    const current = locked || accepted.length > 0
    if (current) this.#roundsLost = 0
    if (refused.length > 0) await this.#refuse(refused, current)
  }

  /**
   * A refusal is an answer only when the command is not stored already, and when it was not decided on an old state. `current`
   * tells that the state was the office's own a moment ago: it has just been written on, or its row was locked.
   */
  async #refuse(refused: readonly Refused[], current: boolean): Promise<void> {
    const standing = await readStanding(
      this.#connection,
      this.#live.state.officeId,
      refused.map(({ waiting }) => waiting),
    )
    const isHead = standing.seq === this.#live.state.seq && standing.hash === this.#live.state.hash
    for (const { waiting, result } of refused) {
      const answer = standing.answered.get(waiting)
      if (answer) waiting.settle(answer)
      else if (current || isHead) waiting.settle(result)
    }
    if (!current && !isHead) this.#loseRound()
    else this.#roundsLost = 0
  }

  /** Nothing was stored: a key was there before, or another node was faster, or is newer. */
  async #lostRound(waiting: readonly Waiting[]): Promise<void> {
    const { state } = this.#live
    const standing = await readStanding(this.#connection, state.officeId, waiting)
    for (const [each, answer] of standing.answered) each.settle(answer)
    this.#fence = standing.fence // another node may have raised it
    if (standing.format > format) this.#findOutdated()
    else if (standing.answered.size === 0 || standing.seq !== state.seq) this.#loseRound()
  }

  #loseRound(): void {
    this.#roundsLost += 1
    this.#behind = true
  }

  async #readOthers(connection: Queryable): Promise<void> {
    this.#behind = false
    for (;;) {
      const news = await readNews(connection, this.#live.state)
      if (news.kind === 'newer') return this.#findOutdated()
      if (news.kind === 'rewritten') {
        this.#log.warn({ office: this.#live.state.officeId }, 'the log is not the one we knew: begun anew')
        this.#live.reset(await orLost(loadState(this.#pool, this.#live.state.officeId)))
        return
      }
      if (news.facts.length > 0) this.#live.advance(news.state, news.facts, news.jobs)
      if (!news.more) return
    }
  }

  #findOutdated(): void {
    if (!this.#outdated)
      this.#log.error(
        { office: this.#live.state.officeId },
        'a newer version writes this office: update this node',
      )
    this.#outdated = true
  }

  async #failed(error: unknown): Promise<void> {
    const failure = failureOf(error)
    if (failure === 'faulty' && this.#batch.length > 0) return this.#isolate(error)
    this.#log.warn(loggable(error), 'the database did not take a batch')
    if (failure === 'lost') {
      this.#fence = null
      this.#connection.drop()
    }
    this.#behind = this.#batch.length > 0
    await pause(Math.min(20 * 2 ** this.#failures++, 1_000))
  }

  /** One command at fault fails the statement of all: they go one by one, and the one that fails alone is refused. */
  #isolate(error: unknown): void {
    const [only] = this.#batch
    if (this.#batch.length > 1 || !only) {
      this.#oneByOne = this.#batch.length
      return
    }
    const code = refusalOf(error)
    if (code === null)
      this.#log.error({ ...loggable(error), command: only.command.kind }, 'a command could not be stored')
    only.settle({ ok: false, code: code ?? 'internal' })
  }

  #giveUpLate(): void {
    const now = performance.now()
    for (const waiting of [...this.#batch, ...this.#queue])
      if (waiting.giveUpAt <= now) waiting.settle({ ok: false, code: 'outcome-unknown' })
  }
}
