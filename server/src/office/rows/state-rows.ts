import type { OfficeState } from '../../domain/state.ts'
import { intakeRows } from './intake.ts'
import { printRows } from './print.ts'
import { printerRows } from './printer.ts'
import { receiptRows } from './receipt.ts'
import type { RowMap } from './row-map.ts'
import { tillRows } from './till.ts'
import { visitRows } from './visit.ts'
import { windowRows } from './window.ts'
import type { Write } from './write.ts'

export const stateMaps = {
  visits: visitRows,
  intakes: intakeRows,
  windows: windowRows,
  tills: tillRows,
  receipts: receiptRows,
  printers: printerRows,
  prints: printRows,
}

export type MapName = keyof typeof stateMaps

export const mapNames = Object.keys(stateMaps) as MapName[]

/** The map of that name, whatever it holds: for code that treats all of them alike. */
export const rowMapOf = (name: MapName): RowMap<{ id: string }> => stateMaps[name] as never

const entityKey = ['office', 'id']

/** The rows that differ between two states, each in its final image: what a statement has to write, however many facts led there. */
export const stateWrites = (before: OfficeState, after: OfficeState): Write[] => {
  const writes: Write[] = []
  for (const name of mapNames) {
    const was = before[name]
    const is = after[name]
    if (was === is) continue
    const { table, columns, toRow } = rowMapOf(name)
    const rows = []
    for (const id in is) {
      const entity = is[id]
      if (entity && entity !== was[id]) rows.push(toRow(after.officeId, entity, true))
    }
    const gone = []
    for (const id in was) if (!is[id]) gone.push({ office: after.officeId, id })
    if (rows.length > 0) writes.push({ act: 'upsert', table, key: entityKey, columns, rows })
    if (gone.length > 0) writes.push({ act: 'archive', table, key: entityKey, rows: gone })
  }
  if (
    before.city !== after.city ||
    before.lineSettings !== after.lineSettings ||
    before.serviceSettings !== after.serviceSettings
  ) {
    writes.push({
      act: 'upsert',
      table: 'office_settings',
      key: ['office'],
      columns: ['office', 'city', 'line_settings', 'service_settings'],
      rows: [
        {
          office: after.officeId,
          city: after.city,
          line_settings: after.lineSettings,
          service_settings: after.serviceSettings,
        },
      ],
    })
  }
  return writes
}
