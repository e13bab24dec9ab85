import type { Connection, Database } from './pool.ts'

/**
 * Runs the work in one transaction: committed when it resolves, rolled back when it throws. When the commit itself throws,
 * the outcome is unknown.
 */
export const inTransaction = async <T>(
  database: Database,
  work: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = await database.connect()
  let broken = true
  // Told when the connection is lost between two statements; the next statement throws.
  const onError = () => {}
  connection.on('error', onError)
  try {
    await connection.query('begin')
    const result = await work(connection)
    await connection.query('commit')
    broken = false
    return result
  } finally {
    connection.off('error', onError)
    // Closing rolls back whatever state the connection is in, also where a statement timed out and still runs.
    connection.release(broken)
  }
}
