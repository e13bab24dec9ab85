import type { MapName } from '../../domain/draft.ts'
import type { Batch } from '../batch.ts'
import { intakeRows } from './intake.ts'
import { printRows } from './print.ts'
import { printerRows } from './printer.ts'
import { receiptRows } from './receipt.ts'
import type { Row, RowMap } from './row-map.ts'
import { tillRows } from './till.ts'
import { visitRows } from './visit.ts'
import { windowRows } from './window.ts'
import type { Columns, Write } from './write.ts'

export const stateMaps = {
  visits: visitRows,
  intakes: intakeRows,
  windows: windowRows,
  tills: tillRows,
  receipts: receiptRows,
  printers: printerRows,
  prints: printRows,
} satisfies Record<MapName, unknown>

export const mapNames = Object.keys(stateMaps) as MapName[]

/** The map of that name, whatever it holds: for code that treats all of them alike. */
export const rowMapOf = (name: MapName): RowMap<{ id: string }> => stateMaps[name] as never

/** People choose their ids, and may choose one again: what is gone leaves no row. */
const chosenIds: readonly MapName[] = ['printers']

const entityKey = { office: 'text', id: 'text' } satisfies Columns

/** The rows that differ after a batch, each in its final image: what a statement has to write, however many facts led there. */
export const stateWrites = ({
  before,
  after,
  touched,
}: Pick<Batch, 'before' | 'after' | 'touched'>): Write[] => {
  const writes: Write[] = []
  for (const name of mapNames) {
    const { table, columns, toRow } = rowMapOf(name)
    const made: Row[] = []
    const changed: Row[] = []
    const gone: Row[] = []
    for (const id of touched.get(name) ?? []) {
      const was = before[name][id]
      const is = after[name][id]
      if (is && is !== was) (was ? changed : made).push(toRow(after.officeId, is, true))
      else if (was && !is) gone.push({ office: after.officeId, id })
    }
    if (made.length > 0) writes.push({ act: 'insert', table, columns, rows: made })
    if (changed.length > 0)
      writes.push({ act: 'upsert', table, key: Object.keys(entityKey), columns, rows: changed })
    if (gone.length > 0)
      writes.push({
        act: chosenIds.includes(name) ? 'delete' : 'archive',
        table,
        columns: entityKey,
        rows: gone,
      })
  }
  if (
    before.city !== after.city ||
    before.lineSettings !== after.lineSettings ||
    before.opening !== after.opening ||
    before.today !== after.today ||
    before.serviceSettings !== after.serviceSettings
  ) {
    writes.push({
      act: 'upsert',
      table: 'office_settings',
      key: ['office'],
      columns: {
        office: 'text',
        city: 'json',
        line_settings: 'json',
        opening: 'json',
        today: 'json',
        service_settings: 'json',
      },
      rows: [
        {
          office: after.officeId,
          city: after.city,
          line_settings: after.lineSettings,
          opening: after.opening,
          today: after.today,
          service_settings: after.serviceSettings,
        },
      ],
    })
  }
  return writes
}
