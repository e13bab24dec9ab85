import type { Database, Queryable } from '../database/pool.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import type { Batch, Refused, Waiting } from './batch.ts'
import { failureOf, loggable, refusalOf } from './database-error.ts'
import type { Rules } from './decide-batch.ts'
import { format } from './format.ts'
import { LineConnection, orLost } from './line-connection.ts'
import type { LiveOffice } from './live-office.ts'
import { loadState } from './load-state.ts'
import type { OfficeLog } from './log.ts'
import { writtenNames } from './lookup-names.ts'
import type { PreparedBatch } from './prepare-batch.ts'
import { prepareBatch } from './prepare-batch.ts'
import { readStanding } from './stored-keys.ts'
import { readNews } from './tail.ts'

/** More at once would not be faster, and those at the front would wait for those at the back. */
const maxBatch = 256
/** Fewer are not worth a statement of their own. */
const leastBatch = 8

/** Of all who wait, half: they are stored while the other half is decided. */
const batchSize = (waiting: number): number =>
  Math.min(maxBatch, Math.max(leastBatch, Math.ceil(waiting / 2)))

/** Its few statements, over and over, are planned once. */
export const lineSession = '-c plan_cache_mode=force_generic_plan -c jit=off'

/** After so many rounds lost to another node, the office's row is locked first: Postgres lets lockers in by turns. */
const roundsBeforeLock = 2
const sweepMs = 250

/** A batch may end early: who is left then comes before all that was decided meanwhile. */
const isSettledBy = ({ accepted }: Batch, taken: readonly Waiting[]): boolean => {
  const settled = new Set(accepted.map(({ waiting }) => waiting))
  return taken.every((each) => each.settled || settled.has(each))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export interface LineParts {
  pool: Database
  live: LiveOffice
  rules: Rules
  clock: () => Instant
  log: OfficeLog
}

interface Attempt {
  batch: Batch
  stored: boolean
}

/** A batch that only has to be stored yet, and who waits for it. */
interface Ready {
  waiting: readonly Waiting[]
  prepared: PreparedBatch
  /** when its statement is under way already */
  attempt?: Promise<Attempt>
}

interface Ahead {
  /** what the office will be, if what is being stored is stored */
  state: OfficeState
  ready: Promise<Ready | null>
  /** what `ready` came to, once it has */
  decided: Ready | null
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
  #ahead: Ahead | null = null
  #sent: Ready | null = null
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
    this.#connection = new LineConnection(pool, lineSession)
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
      if (this.#behind && !this.#sent) await this.#readOthers(this.#connection)
      const ready = this.#takeSent() ?? (await this.#takeAhead())
      const size = this.#oneByOne > 0 ? 1 : (ready?.waiting.length ?? batchSize(this.#queue.length))
      const taken = this.#queue.splice(0, size)
      // Of those decided already, whoever has given up since is in the statement all the same, and may be what it fails by.
      this.#batch = ready ? taken : taken.filter(({ settled }) => !settled)
      if (this.#oneByOne > 0) this.#oneByOne -= 1
      if (this.#batch.length > 0 || ready?.attempt) await this.#serve(this.#batch, ready)
      this.#failures = 0
    } catch (error) {
      await this.#failed(error)
    }
    this.#queue.unshift(...this.#batch.filter(({ settled }) => !settled))
    this.#batch = []
  }

  async #serve(waiting: readonly Waiting[], ready: Ready | null): Promise<void> {
    if (this.#outdated && !ready?.attempt) {
      for (const each of waiting) each.settle({ ok: false, code: 'outcome-unknown' })
      return
    }
    const fence = (this.#fence ??= await this.#raiseFence())
    const attempt =
      this.#roundsLost < roundsBeforeLock
        ? await this.#attempt(waiting, fence, ready)
        : await this.#connection.transaction(async (connection) => {
            await connection.query('select from office where id = $1 for update', [this.#live.state.officeId])
            await this.#readOthers(connection)
            return await this.#store(
              await this.#prepare(this.#live.state, waiting, connection),
              fence,
              connection,
            )
          })
    if (!attempt.stored) return await this.#lostRound(waiting)
    const locked = this.#roundsLost >= roundsBeforeLock
    if (isSettledBy(attempt.batch, waiting)) this.#sendAhead(attempt.batch.after, fence)
    await this.#stored(attempt.batch, locked)
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

  async #attempt(waiting: readonly Waiting[], fence: number, ready: Ready | null): Promise<Attempt> {
    const prepared = ready?.prepared ?? (await this.#prepare(this.#live.state, waiting, this.#connection))
    const attempt = ready?.attempt ?? this.#store(prepared, fence, this.#connection)
    if (prepared.statement) this.#ahead = this.#lookAhead(prepared.batch)
    return await attempt
  }

  async #store({ batch, statement }: PreparedBatch, fence: number, connection: Queryable): Promise<Attempt> {
    if (!statement) return { batch, stored: true }
    const { rowCount } = await connection.query(statement(fence))
    return { batch, stored: rowCount === 1 }
  }

  /** Prepares those who wait now on the state as it will be: the processor works while the disk does. */
  #lookAhead({ after, accepted }: Batch): Ahead {
    const names = accepted.flatMap(({ filings }) => filings.flatMap(writtenNames))
    const decide = async (): Promise<Ready | null> => {
      const waiting = this.#queue.slice(0, batchSize(this.#queue.length + accepted.length))
      if (waiting.length === 0) return null
      const open = waiting.filter(({ settled }) => !settled)
      const prepared = await this.#prepare(after, open, this.#pool, new Set(names))
      return (ahead.decided = { waiting, prepared })
    }
    const ready = new Promise((resolve) => setImmediate(resolve)).then(decide).catch(() => null)
    const ahead: Ahead = { state: after, ready, decided: null }
    return ahead
  }

  /** What was prepared ahead, if the office has come to be as it was then thought, and the line's front too. */
  async #takeAhead(): Promise<Ready | null> {
    const ahead = this.#ahead
    this.#ahead = null
    if (ahead?.state !== this.#live.state || this.#oneByOne > 0) return null
    const ready = await ahead.ready
    return ready?.waiting[0] === this.#queue[0] ? ready : null
  }

  /** What is decided already goes on its way before anyone hears of the last batch: the database need not wait for our telling. */
  #sendAhead(state: OfficeState, fence: number): void {
    const ready = this.#ahead?.decided
    if (!ready?.prepared.statement || this.#ahead?.state !== state || this.#behind || this.#oneByOne > 0)
      return
    if (ready.waiting[0] !== this.#queue[0]) return
    const attempt = this.#store(ready.prepared, fence, this.#connection)
    attempt.catch(() => {}) // the next turn waits for it, and hears of it
    this.#ahead = null
    this.#sent = { ...ready, attempt }
  }

  #takeSent(): Ready | null {
    const sent = this.#sent
    this.#sent = null
    return sent
  }

  #prepare(
    state: OfficeState,
    waiting: readonly Waiting[],
    connection: Queryable,
    beingWritten?: ReadonlySet<string>,
  ): Promise<PreparedBatch> {
    const now = Math.max(this.#clock(), state.at)
    return prepareBatch({ rules: this.#rules, state, waiting, now, connection, beingWritten, log: this.#log })
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
