import pg from 'pg'
import { columnTypes } from './column-types.ts'

export type Database = pg.Pool
export type Connection = pg.PoolClient

/** What can run one statement: the pool, or the connection of a transaction. */
export type Queryable = Pick<Database, 'query'> | Pick<Connection, 'query'>

export type PoolOptions = {
  /** Connections at most. */
  size?: number
  /** The server ends a statement that takes longer; the client gives up a little later, should the server be gone. */
  statementTimeoutMs?: number
  /** Told when an idle connection is lost; the pool makes new ones by itself. */
  onConnectionLost?: (error: Error) => void
}

const sessionSettings = [
  'TimeZone=UTC',
  // A reply is sent after the commit, and a commit is on disk: whatever the role's default says.
  'synchronous_commit=on',
  // A statement whose client has died must not commit later behind everyone's back.
  'client_connection_check_interval=500',
]

/** Connects when first used. Values arrive as column-types.ts says. */
export const createPool = (connectionString: string, options: PoolOptions = {}): Database => {
  const { size = 20, statementTimeoutMs = 10_000, onConnectionLost = () => {} } = options
  const pool = new pg.Pool({
    connectionString,
    max: size,
    types: columnTypes,
    application_name: 'lobbyline',
    options: sessionSettings.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 2_000,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Without a listener a lost idle connection would end the whole process.
  pool.on('error', onConnectionLost)
  return pool
}
