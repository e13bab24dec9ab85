const unreachable: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]

/** What a PostgreSQL refuses us with, by SQLSTATE, and what to do about it. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'should have the right user and password, with special characters written as %40 for @',
  '28000': 'should have a user whom the rules of the database (pg_hba.conf) let in from here',
  '3D000': 'should end with the name of a database that is there: create it first',
  '42501': 'should have a user who may make tables there: alter database NAME owner to USER',
  '42704': 'should lead to PostgreSQL 15 or later',
  '53300': 'should lead to a database with connections left: raise its max_connections',
  '57P03': 'should lead to a database that is not just starting or stopping: try again in a moment',
}

export class DatabaseUnfitError extends Error {
  override readonly name = 'DatabaseUnfitError'
}

const reasonOf = ({ code = '', message, cause }: NodeJS.ErrnoException): string | null => {
  if (cause instanceof Error) return reasonOf(cause)
  const refusal = refusals[code]
  if (refusal !== undefined) return `${refusal} (${message})`
  if (unreachable.includes(code))
    return `should lead to a running database, and none answers there (${message || code})`
  if (/password must be a string/.test(message))
    return 'should have a password after the user: user:password@host'
  if (/SSL|certificate/.test(message))
    return `should end with ?sslmode=verify-full where the database encrypts by a certificate of a known authority, else without (${message})`
  return /timeout|terminated unexpectedly/i.test(message)
    ? `should lead to a running database, and none answers there in time (${message})`
    : null
}

/** Why a database cannot be used, in words for the person at the terminal; anything else is null. */
export const databaseProblem = (error: Error): string | null => {
  if (error instanceof DatabaseUnfitError) return `DATABASE_URL ${error.message}`
  const reason = reasonOf(error)
  return reason === null ? null : `DATABASE_URL ${reason}.`
}
