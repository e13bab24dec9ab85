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
  let broken: Error | undefined
  // A connection lost between two statements is told here; the next statement throws.
  const onError = (error: Error) => {
    broken = error
  }
  connection.on('error', onError)
  try {
    await connection.query('begin')
    const result = await work(connection)
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    connection.off('error', onError)
    connection.release(broken)
  }
}
