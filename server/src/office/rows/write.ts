import type { ColumnType } from './binary-array.ts'
import { binaryArray } from './binary-array.ts'
import type { Row } from './row-map.ts'

export type Columns = Readonly<Record<string, ColumnType>>

/**
 * What one part of the statement does with one table. `archive` marks rows that the live state has dropped; its columns and those
 * of `delete` are the key. No row is named twice, for the parts of a statement do not see each other.
 */
export type Write =
  | { act: 'insert' | 'archive' | 'delete'; table: string; columns: Columns; rows: readonly Row[] }
  | { act: 'upsert'; table: string; key: readonly string[]; columns: Columns; rows: readonly Row[] }

const quoted = (name: string): string => `"${name}"`

const matches = ({ table, columns }: Write): string =>
  Object.keys(columns)
    .map((column) => `"${table}"."${column}" = r."${column}"`)
    .join(' and ')

/**
 * One data-modifying part. Each column is an array parameter from `$first` on, and they are unnested side by side: for the
 * database half the work of the same rows in JSON. It does nothing unless the relation `given` has a row.
 */
export const writeSql = (write: Write, first: number, given?: string): string => {
  const { act, table, columns } = write
  const names = Object.keys(columns).map(quoted)
  const values = Object.entries(columns).map(
    ([column, type], position) => `unnest($${first + position}::${type}[]) as "${column}"`,
  )
  const rows = `select ${values.join(', ')}${given ? ` from ${given}` : ''}`
  switch (act) {
    case 'insert':
      return `insert into "${table}" (${names.join(', ')}) ${rows}`
    case 'upsert': {
      const others = names.filter((name) => !write.key.map(quoted).includes(name))
      return (
        `insert into "${table}" (${names.join(', ')}) ${rows}` +
        ` on conflict (${write.key.map(quoted).join(', ')}) do update set ` +
        others.map((name) => `${name} = excluded.${name}`).join(', ')
      )
    }
    case 'archive':
      return `update "${table}" set live = false from (${rows}) r where ${matches(write)}`
    case 'delete':
      return `delete from "${table}" using (${rows}) r where ${matches(write)}`
  }
}

/** The parameters of `writeSql`, an array a column. */
export const writeValues = ({ columns, rows }: Write): Buffer[] =>
  Object.entries(columns).map(([column, type]) =>
    binaryArray(
      type,
      rows.map((row) => row[column]),
    ),
  )
