import { parseAddress } from '../../domain/answers/address.ts'
import type { CityRecord } from '../../domain/lookup.ts'
import { holdsCardNumber } from '../../domain/answers/card-number.ts'
import { parsePhone } from '../../domain/answers/phone.ts'
import { plainText } from '../../domain/answers/plain-text.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { isCivilDate } from '../../domain/time.ts'
import { parseCsv } from './csv.ts'
import type { CsvRow } from './csv.ts'
import { tagKey, writeRecord } from './record.ts'

export type ImportCode =
  | 'column-missing'
  | 'cells-missing'
  | 'required'
  | 'not-a-tag'
  | 'duplicate-tag'
  | 'not-a-date'
  | 'not-yes-or-no'
  | 'not-a-phone'
  | 'not-an-address'
  | 'too-long'
  | 'bad-characters'
  | 'card-number'
  | 'formula'

export interface ImportProblem {
  line: number
  column: string
  code: ImportCode
}

type Cell<Value> = Result<Value, ImportCode>

/** Spreadsheets write `="020417"` to keep a number as it is, and `'=…` for a text that only looks like a formula. */
const unwrapped = (cell: string): string => {
  const text = cell.trim()
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=[=+@-])/, '')
}

const readText =
  (maxLength: number) =>
  (cell: string): Cell<string> =>
    /^[=+@-]/.test(cell) ? refuse('formula') : plainText(cell, maxLength)

const readWords =
  (maxLength: number) =>
  (cell: string): Cell<string> =>
    holdsCardNumber(cell) ? refuse('card-number') : readText(maxLength)(cell)

const readTag = (cell: string): Cell<string> =>
  /^\d{1,7}$/.test(cell) ? ok(tagKey(cell)) : refuse('not-a-tag')

const readDate = (cell: string): Cell<string> => {
  if (cell === '') return ok('')
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  const iso = american
    ? `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`
    : cell
  return isCivilDate(iso) ? ok(iso) : refuse('not-a-date')
}

const readYesNo = (cell: string): Cell<boolean> => {
  if (/^(y|yes|true|1|x)$/i.test(cell)) return ok(true)
  return /^(n|no|false|0|)$/i.test(cell) ? ok(false) : refuse('not-yes-or-no')
}

const readPhone = (cell: string): Cell<string> => (cell === '' ? ok('') : parsePhone(cell))

const readAddress = (cell: string): Cell<string> => {
  if (holdsCardNumber(cell)) return refuse('card-number')
  const address = parseAddress(cell)
  return cell === '' ? ok('') : address.ok ? ok(address.value.display) : address
}

/** As chips are read, without the spaces and signs between their groups. A spreadsheet makes 9.85112E+14 of one: its digits are gone. */
const readChip = (cell: string): Cell<string> => {
  const text = readText(40)(cell)
  if (!text.ok || text.value === '') return text
  const chip = text.value.replace(/[\s*-]/g, '')
  if (!/^(?=.*\d)[a-z0-9]+$/i.test(chip)) return refuse('bad-characters')
  return chip.length > 20 ? refuse('too-long') : ok(chip)
}

const columns = {
  tag: readTag,
  pet: readWords(40),
  breed: readWords(60),
  color: readWords(40),
  sex: readWords(20),
  altered: readYesNo,
  microchip: readChip,
  owner: readWords(80),
  address: readAddress,
  phone: readPhone,
  expires: readDate,
  rabies_until: readDate,
  lifetime: readYesNo,
} as const

type Column = keyof typeof columns

const names = Object.keys(columns) as Column[]
const required: readonly Column[] = ['tag', 'pet', 'owner', 'expires']

/** "Rabies until" and "RABIES_UNTIL" are one column. */
const columnName = (cell: string): string =>
  unwrapped(cell)
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

type Values = {
  [Name in Column]: (typeof columns)[Name] extends (cell: string) => Cell<infer Value> ? Value : never
}

const readRow = (row: CsvRow, places: ReadonlyMap<string, number>): Values | ImportProblem[] => {
  const problems: ImportProblem[] = []
  if (row.cells.length < places.size) return [{ line: row.line, column: '', code: 'cells-missing' }]
  const values = names.map((column) => {
    const cell = unwrapped(row.cells[places.get(column) ?? -1] ?? '')
    const value: Cell<string | boolean> =
      cell === '' && required.includes(column) ? refuse('required') : columns[column](cell)
    if (!value.ok) problems.push({ line: row.line, column, code: value.code })
    return [column, value.ok ? value.value : '']
  })
  return problems.length > 0 ? problems : (Object.fromEntries(values) as Values)
}

const recordOf = ({ owner, rabies_until, ...values }: Values): CityRecord =>
  writeRecord({ ...values, ownerName: owner, rabiesUntil: rabies_until, status: 'active', replacedBy: '' })

/**
 * Reads an export of license records. The first line names the columns, in any order: tag, pet, owner and expires at least.
 * A row with a problem is left out and told, by its line; the others are good to store.
 */
export const importPetRecords = (csvText: string): { records: CityRecord[]; problems: ImportProblem[] } => {
  const [header, ...rows] = parseCsv(csvText)
  const places = new Map(header?.cells.map((cell, place) => [columnName(cell), place]))
  const missing = required.filter((column) => !places.has(column))
  if (missing.length > 0)
    return { records: [], problems: missing.map((column) => ({ line: 1, column, code: 'column-missing' })) }

  const records = new Map<string, CityRecord>()
  const problems: ImportProblem[] = []
  for (const row of rows) {
    const values = readRow(row, places)
    if (Array.isArray(values)) problems.push(...values)
    else if (records.has(values.tag)) problems.push({ line: row.line, column: 'tag', code: 'duplicate-tag' })
    else records.set(values.tag, recordOf(values))
  }
  return { records: [...records.values()], problems }
}
