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

  /** @param settings more session settings, as the server's command line takes them */
  constructor(pool: Database, settings = '') {
    this.#pool = pool
    this.#options = [pool.options.options, settings].join(' ').trim()
  }

  /** The client itself, for what a query cannot do: to listen. */
  client(): Promise<pg.Client> {
    return (this.#client ??= this.#open())
  }

  readonly query = (async (config: pg.QueryConfig, values?: unknown[]) => {
    const client = await orLost(this.client())
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
    const client = this.#client
    this.#client = null
    client?.then((open) => open.end()).catch(() => {})
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.then((open) => open.end()).catch(() => {})
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#pool.options, options: this.#options })
    const forget = (): void => {
      void this.#client?.then(
        (current) => {
          if (current === client) this.#client = null
        },
        () => {},
      )
    }
    client.on('error', forget)
    client.on('end', forget)
    try {
      await client.connect()
      return client
    } catch (error) {
      this.#client = null
      throw error
    }
  }
}
