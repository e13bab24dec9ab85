import type { Database, Queryable } from '../database/pool.ts'
import { inTransaction } from '../database/transaction.ts'
import { emptyOffice } from '../domain/offices/office.ts'
import type { OfficeState } from '../domain/state.ts'
import { format } from './format.ts'
import type { Row } from './rows/row-map.ts'
import { mapNames, rowMapOf } from './rows/state-rows.ts'

interface OfficeRow {
  seq: number
  hash: string
  at: number
  businessDay: string
  receiptCounter: number
  ticketCounters: OfficeState['ticketCounters']
  issuanceCounters: OfficeState['issuanceCounters']
}

type SettingsRow = Pick<OfficeState, 'city' | 'lineSettings' | 'opening' | 'today' | 'serviceSettings'>

/** An office that nobody has ever asked for begins at fact 0. */
export const ensureOffice = async (database: Queryable, officeId: string): Promise<void> => {
  await database.query('insert into office (id, format) values ($1, $2) on conflict do nothing', [
    officeId,
    format,
  ])
}

const readMap = async (database: Queryable, table: string, officeId: string): Promise<Row[]> => {
  const { rows } = await database.query<Row>(`select * from "${table}" where office = $1 and live`, [
    officeId,
  ])
  return rows
}

/** The live state as its rows have it, all of one moment. */
export const loadState = (database: Database, officeId: string): Promise<OfficeState> =>
  inTransaction(database, async (connection) => {
    await connection.query('set transaction isolation level repeatable read, read only')
    const { rows: offices } = await connection.query<OfficeRow>(
      `select seq, hash, at, business_day as "businessDay", receipt_counter as "receiptCounter",
        ticket_counters as "ticketCounters", issuance_counters as "issuanceCounters"
      from office where id = $1`,
      [officeId],
    )
    const { rows: settings } = await connection.query<SettingsRow>(
      `select city, line_settings as "lineSettings", opening, today,
        service_settings as "serviceSettings"
      from office_settings where office = $1`,
      [officeId],
    )
    const [office] = offices
    if (!office) throw new Error(`the office ${officeId} is not in the database`)
    const state: OfficeState = { ...emptyOffice(officeId), ...office, ...settings[0] }
    for (const name of mapNames) {
      const { table, fromRow } = rowMapOf(name)
      const entities = (await readMap(connection, table, officeId)).map(fromRow)
      Object.assign(state, { [name]: Object.fromEntries(entities.map((entity) => [entity.id, entity])) })
    }
    return state
  })
