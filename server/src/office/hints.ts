import type pg from 'pg'
import type { Database } from '../database/pool.ts'
import { loggable } from './database-error.ts'
import { LineConnection } from './line-connection.ts'
import type { OfficeLog } from './log.ts'

const channel = 'lobbyline_office'
const retryMs = 1_000
/** A hint waits so long for company, and for those who work on what it tells of here. */
const gapMs = 10

/** An office that hears from the other nodes and tells them. */
export interface HintMember {
  officeId: string
  onHint: (seq: number) => void
}

/**
 * "There is something new", from node to node. Only a hint: it is sent after the commit, since a NOTIFY within would make all
 * commits of the database wait for each other, and it may get lost. One is under way at a time; what comes meanwhile is one more.
 * All offices of a pool share one connection, for each NOTIFY wakes every one that listens.
 */
export class Hints {
  static readonly #shared = new WeakMap<Database, Hints>()
  readonly #log: OfficeLog
  readonly #connection: LineConnection
  readonly #members = new Set<HintMember>()
  /** by office */
  readonly #wanted = new Map<string, number>()
  #listener: pg.Client | null = null
  #sending = false
  #retry: NodeJS.Timeout | undefined

  private constructor(pool: Database, log: OfficeLog) {
    this.#log = log
    // A hint need not be durable, and should not wait for the disk.
    this.#connection = new LineConnection(pool, '-c synchronous_commit=off')
  }

  static of(pool: Database, log: OfficeLog): Hints {
    const hints = Hints.#shared.get(pool) ?? new Hints(pool, log)
    Hints.#shared.set(pool, hints)
    return hints
  }

  async join(member: HintMember): Promise<void> {
    this.#members.add(member)
    await this.#listen()
  }

  /** The last one closes the connection. */
  async leave(member: HintMember): Promise<void> {
    this.#members.delete(member)
    if (this.#members.size > 0) return
    clearTimeout(this.#retry)
    this.#retry = undefined
    this.#listener = null
    await this.#connection.close()
  }

  send(officeId: string, seq: number): void {
    this.#wanted.set(officeId, seq)
    if (!this.#sending) void this.#send()
  }

  async #listen(): Promise<void> {
    try {
      const client = await this.#connection.client()
      if (client === this.#listener) return
      this.#listener = client
      client.on('notification', ({ payload = '' }) => {
        const [seq = '', ...office] = payload.split(' ')
        for (const { officeId, onHint } of this.#members)
          if (office.join(' ') === officeId) onHint(Number(seq))
      })
      client.on('end', () => {
        if (client === this.#listener) this.#listenAgain()
      })
      await this.#connection.query(`listen ${channel}`)
    } catch (error) {
      this.#log.warn(loggable(error), 'not listening to the other nodes')
      this.#connection.drop()
      this.#listenAgain()
    }
  }

  async #send(): Promise<void> {
    this.#sending = true
    try {
      while (this.#wanted.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, gapMs).unref())
        const hints = [...this.#wanted].map(([officeId, seq]) => `${seq} ${officeId}`)
        this.#wanted.clear()
        if (this.#members.size === 0) return
        await this.#connection.query({
          name: 'hint',
          text: 'select pg_notify($1, hint) from unnest($2::text[]) as hint',
          values: [channel, hints],
        })
      }
    } catch {
      this.#connection.drop() // the other nodes look for themselves before long
    } finally {
      this.#sending = false
    }
  }

  #listenAgain(): void {
    this.#listener = null
    if (this.#members.size === 0 || this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      void this.#listen()
    }, retryMs).unref()
  }
}
