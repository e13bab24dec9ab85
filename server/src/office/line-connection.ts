import pg from 'pg'
import type { Database, Queryable } from '../database/pool.ts'
import { ConnectionLostError, isPostgresError } from './database-error.ts'

/** What Postgres itself says is passed on; anything else means that the connection is gone. */
export const orLost = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work
  } catch (error) {
    if (isPostgresError(error)) throw error
    throw new ConnectionLostError('the connection to the database was lost', { cause: error })
  }
}

/**
 * One connection that an office's line has for itself, so that its statements stay prepared and never wait for the pool.
 * It is opened when it is needed, and again after `drop`.
 */
export class LineConnection {
  readonly #pool: Database
  readonly #options: string
  #client: Promise<pg.Client> | null = null
  /** the same client, while it is connected */
  #connected: pg.Client | null = null

  /** @param settings more session settings, as the server's command line takes them */
  constructor(pool: Database, settings = '') {
    this.#pool = pool
    this.#options = [pool.options.options, settings].join(' ').trim()
  }

  /** The client itself, for what a query cannot do: to listen. */
  client(): Promise<pg.Client> {
    return (this.#client ??= this.#open())
  }

  /** On its way when this returns, if the connection is open. */
  readonly query = (async (config: pg.QueryConfig, values?: unknown[]) => {
    const client = this.#connected ?? (await orLost(this.client()))
    return await orLost(values ? client.query(config, values) : client.query(config))
  }) as Queryable['query']

  /** When the commit itself fails, the outcome is unknown, and the error a ConnectionLostError. */
  async transaction<Value>(work: (connection: Queryable) => Promise<Value>): Promise<Value> {
    await this.query('begin')
    try {
      const value = await work(this)
      await this.query('commit')
      return value
    } catch (error) {
      if (error instanceof ConnectionLostError) throw error
      await this.query('rollback')
      throw error
    }
  }

  /** Gives the connection up, whatever is under way on it. */
  drop(): void {
    void this.close()
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = this.#connected = null
    const end = (open: pg.Client): Promise<void> => {
      if (this.#connected === open) this.#connected = null // it was still connecting
      return open.end()
    }
    await client?.then(end).catch(() => {})
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#pool.options, options: this.#options })
    const forget = (): void => {
      if (this.#connected === client) this.#client = this.#connected = null
    }
    client.on('error', forget)
    client.on('end', forget)
    try {
      await client.connect()
      return (this.#connected = client)
    } catch (error) {
      this.#client = null
      throw error
    }
  }
}
