import { DatabaseUnfitError } from './database-problem.ts'
import type { Database } from './pool.ts'

const oldestMajor = 15

/** @throws DatabaseUnfitError for a database that is too old, or that does not keep letters as they are */
export const refuseUnfit = async (pool: Database): Promise<void> => {
  const { rows } = await pool.query<{ version: string; number: number; encoding: string; replica: boolean }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding, pg_is_in_recovery() as replica`,
  )
  const [{ version, number, encoding, replica } = { version: '', number: 0, encoding: '', replica: false }] =
    rows
  if (number < oldestMajor * 10_000)
    throw new DatabaseUnfitError(`should lead to PostgreSQL ${oldestMajor} or later, and this is ${version}.`)
  if (encoding !== 'UTF8')
    throw new DatabaseUnfitError(`should lead to a database in the encoding UTF8, and this is ${encoding}.`)
  if (replica) throw new DatabaseUnfitError('should lead to the primary database, and this is a replica.')
}

/**
 * What a database would write into its own log about a statement that failed: names and answers of residents. Only its
 * administrator can forbid it. @returns the statements that do, none when its settings are as they should be
 */
export const logSettingsToChange = async (pool: Database): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ database: string; name: string; wanted: string }>(
    `select quote_ident(current_database()) as database, wanted.name, wanted.value as wanted
     from (values ('log_error_verbosity', 'terse'), ('log_min_error_statement', 'panic')) as wanted(name, value)
     where current_setting(wanted.name) <> wanted.value`,
  )
  return rows.map(({ database, name, wanted }) => `alter database ${database} set ${name} = '${wanted}';`)
}
