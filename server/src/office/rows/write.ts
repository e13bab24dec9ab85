import type { Row } from './row-map.ts'

/**
 * What one part of the statement does with one table. `archive` marks rows that the live state has dropped.
 * No row is named twice, for the parts of a statement do not see each other.
 */
export type Write =
  | { act: 'insert'; table: string; columns: readonly string[]; rows: readonly Row[] }
  | {
      act: 'upsert'
      table: string
      key: readonly string[]
      columns: readonly string[]
      rows: readonly Row[]
    }
  | { act: 'archive' | 'delete'; table: string; key: readonly string[]; rows: readonly Row[] }

const list = (columns: readonly string[], prefix = ''): string =>
  columns.map((column) => `${prefix}"${column}"`).join(', ')

const matches = (write: { table: string; key: readonly string[] }): string =>
  write.key.map((column) => `"${write.table}"."${column}" = r."${column}"`).join(' and ')

/** One data-modifying part; `parameter` is the JSON text of its rows. It does nothing unless the relation `given` has a row. */
export const writeSql = (write: Write, parameter: string, given?: string): string => {
  const { act, table } = write
  const rows = `${given ? `${given}, ` : ''}json_populate_recordset(null::"${table}", ${parameter}::json) r`
  switch (act) {
    case 'insert':
      return `insert into "${table}" (${list(write.columns)}) select ${list(write.columns, 'r.')} from ${rows}`
    case 'upsert': {
      const others = write.columns.filter((column) => !write.key.includes(column))
      return (
        `insert into "${table}" (${list(write.columns)}) select ${list(write.columns, 'r.')} from ${rows}` +
        ` on conflict (${list(write.key)}) do update set ` +
        others.map((column) => `"${column}" = excluded."${column}"`).join(', ')
      )
    }
    case 'archive':
      return `update "${table}" set live = false from ${rows} where ${matches(write)}`
    case 'delete':
      return `delete from "${table}" using ${rows} where ${matches(write)}`
  }
}
