import type { Database } from '../database/pool.ts'
import type { CityRecord } from '../domain/lookup.ts'

/** What becomes of a record that is there already. The line names a `writtenBy`, be it null, in each that it writes. */
const whenThere = {
  replace: 'update set data = excluded.data',
  'replace-imported': `update set data = excluded.data where city_record.data -> 'writtenBy' is null`,
  keep: 'nothing',
} as const

/** Puts imported records in. @returns how many are in; the others are kept as the city has them since */
export const putRecords = async (
  pool: Database,
  records: readonly CityRecord[],
  mode: keyof typeof whenThere,
): Promise<number> => {
  const { rowCount } = await pool.query(
    `insert into city_record (service, key, data)
     select service, key, data from json_to_recordset($1::json) as given(service text, key text, data json)
     on conflict (service, key) do ${whenThere[mode]}`,
    [JSON.stringify(records)],
  )
  return rowCount ?? 0
}
