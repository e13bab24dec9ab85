import type { Database } from '../database/pool.ts'
import type { CityRecord } from '../domain/lookup.ts'

/** Puts imported records in; one that is there already is replaced, or kept as the city has it since. */
export const putRecords = async (
  pool: Database,
  records: readonly CityRecord[],
  whenThere: 'replace' | 'keep',
): Promise<number> => {
  const { rowCount } = await pool.query(
    `insert into city_record (service, key, data)
     select service, key, data from json_to_recordset($1::json) as given(service text, key text, data json)
     on conflict (service, key) do ${whenThere === 'replace' ? 'update set data = excluded.data' : 'nothing'}`,
    [JSON.stringify(records)],
  )
  return rowCount ?? 0
}
