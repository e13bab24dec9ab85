import pg from 'pg'

type Parse = (text: string) => unknown

const { builtins } = pg.types

const epochMs: Parse = (text) => Number(parserOf(builtins.TIMESTAMPTZ)(text))

const safeInteger: Parse = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The integer ${text} is too large to be held exactly`)
  return value
}

const asWritten: Parse = (text) => text

const parserOf = (oid: number): Parse => pg.types.getTypeParser(oid) as Parse

const textArray = parserOf(1009)

const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    (textArray(text) as (string | null)[]).map((element) => (element === null ? null : parse(element)))

const parsers = new Map<number, Parse>([
  [builtins.INT8, safeInteger],
  [1016, arrayOf(safeInteger)],
  [builtins.TIMESTAMPTZ, epochMs],
  [1185, arrayOf(epochMs)],
  [builtins.DATE, asWritten],
  [1182, arrayOf(asWritten)],
])

/**
 * How values leave SQL: `bigint` as a number (one that a number cannot hold throws), `timestamptz` as epoch milliseconds,
 * `date` as 'YYYY-MM-DD', `json` parsed (cast it `::text` to have its very bytes), `numeric` as text; arrays of them alike.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? parserOf(oid)) as typeof pg.types.getTypeParser,
}
