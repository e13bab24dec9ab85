import type { Database } from '../database/pool.ts'
import { loggable } from './database-error.ts'
import { LineConnection } from './line-connection.ts'
import type { OfficeLog } from './log.ts'

const channel = 'lobbyline_office'
const retryMs = 1_000
/** A hint waits so long for company, and for those who work on what it tells of here. */
const gapMs = 10

/**
 * "There is something new", from node to node. Only a hint: it is sent after the commit, since a NOTIFY within would make all
 * commits of the database wait for each other, and it may get lost. One is under way at a time; what comes meanwhile is one more.
 */
export class Hints {
  readonly #officeId: string
  readonly #onHint: (seq: number) => void
  readonly #log: OfficeLog
  readonly #connection: LineConnection
  #wanted: number | null = null
  #sending = false
  #stopped = false
  #retry: NodeJS.Timeout | undefined

  constructor(pool: Database, officeId: string, onHint: (seq: number) => void, log: OfficeLog) {
    this.#officeId = officeId
    this.#onHint = onHint
    this.#log = log
    // A hint need not be durable, and should not wait for the disk.
    this.#connection = new LineConnection(pool, '-c synchronous_commit=off')
  }

  async listen(): Promise<void> {
    try {
      const client = await this.#connection.client()
      client.on('notification', ({ payload = '' }) => {
        const [seq = '', ...office] = payload.split(' ')
        if (office.join(' ') === this.#officeId) this.#onHint(Number(seq))
      })
      client.on('end', () => this.#listenAgain())
      await this.#connection.query(`listen ${channel}`)
    } catch (error) {
      this.#log.warn(loggable(error), 'not listening to the other nodes')
      this.#connection.drop()
      this.#listenAgain()
    }
  }

  send(seq: number): void {
    this.#wanted = seq
    if (!this.#sending) void this.#send()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    await this.#connection.close()
  }

  async #send(): Promise<void> {
    this.#sending = true
    try {
      while (this.#wanted !== null) {
        await new Promise((resolve) => setTimeout(resolve, gapMs).unref())
        if (this.#stopped) return
        const seq = this.#wanted
        this.#wanted = null
        await this.#connection.query({
          name: 'hint',
          text: 'select pg_notify($1, $2)',
          values: [channel, `${seq} ${this.#officeId}`],
        })
      }
    } catch {
      this.#connection.drop() // the other nodes look for themselves before long
    } finally {
      this.#sending = false
    }
  }

  #listenAgain(): void {
    if (this.#stopped || this.#retry) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      void this.listen()
    }, retryMs).unref()
  }
}
