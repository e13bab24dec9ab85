import type { ColumnType } from './binary-array.ts'
import type { Columns } from './write.ts'

export type Row = Readonly<Record<string, unknown>>

/** How an entity of the live state lies in its table. */
export interface RowMap<Entity> {
  table: string
  columns: Columns
  toRow: (office: string, entity: Entity, live: boolean) => Row
  fromRow: (row: Row) => Entity
}

const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Every field is a column of the same name in snake case: a field that is forgotten here does not compile. Instants are
 * `timestamptz`; the pool gives them back as epoch milliseconds.
 */
export const rowMap = <Entity extends { id: string }>(
  table: string,
  types: { readonly [Field in keyof Required<Entity>]: ColumnType },
): RowMap<Entity> => {
  const fields = (Object.entries(types) as [keyof Entity & string, ColumnType][]).map(([field, type]) => ({
    field,
    column: columnName(field),
    type,
  }))
  return {
    table,
    columns: {
      office: 'text',
      ...Object.fromEntries(fields.map(({ column, type }) => [column, type])),
      live: 'boolean',
    },
    toRow: (office, entity, live) => {
      const row: Record<string, unknown> = { office, live }
      for (const { field, column } of fields) row[column] = entity[field]
      return row
    },
    fromRow: (row) => Object.fromEntries(fields.map(({ field, column }) => [field, row[column]])) as Entity,
  }
}
