import { parseAddress } from '../../domain/answers/address.ts'
import { plainText } from '../../domain/answers/plain-text.ts'
import { parseCsv } from '../pet-tag/csv.ts'
import type { StreetRange } from './street-list.ts'

export interface StreetProblem {
  line: number
  code: 'column-missing' | 'not-a-street' | 'not-a-number' | 'not-a-side' | 'not-in-or-out' | 'formula'
}

type Column = 'street' | 'from' | 'to' | 'side' | 'city'

/** Where a street's numbers are not told, all of them are the city's. */
const allNumbers = { from: 1, to: 99_999 }
const maxStreetLength = 60

const readNumber = (cell: string, otherwise: number): number | null =>
  cell === '' ? otherwise : /^\d{1,5}$/.test(cell) ? Number(cell) : null

const isStreet = (street: string): boolean => parseAddress(`1 ${street}`).ok

type Cells = Record<Column, string>

const readStreet = ({ street, from, to, side, city }: Cells): StreetRange | StreetProblem['code'] => {
  if (/^[=+@-]/.test(street)) return 'formula'
  const plain = plainText(street, maxStreetLength)
  if (!plain.ok || !isStreet(plain.value)) return 'not-a-street'
  const [first, last] = [readNumber(from, allNumbers.from), readNumber(to, allNumbers.to)]
  if (first === null || last === null || last < first) return 'not-a-number'
  if (side !== '' && side !== 'odd' && side !== 'even' && side !== 'both') return 'not-a-side'
  if (city !== '' && city !== 'in' && city !== 'out') return 'not-in-or-out'
  return {
    street: plain.value,
    from: first,
    to: last,
    ...(side === 'odd' || side === 'even' ? { side } : {}),
    city: city === 'out' ? 'out' : 'in',
  }
}

/**
 * A city's street list from CSV: a column `street`, and where they are known `from` and `to` (house numbers), `side` (odd, even,
 * both) and `city` (in, out: mail goes there under the city's name, but it is not the city). Any order of columns; nothing throws.
 */
export const importStreets = (
  csv: string,
): { streets: readonly StreetRange[]; problems: readonly StreetProblem[] } => {
  const [head, ...rows] = parseCsv(csv)
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  if (!names.includes('street')) return { streets: [], problems: [{ line: 1, code: 'column-missing' }] }
  const streets: StreetRange[] = []
  const problems: StreetProblem[] = []
  for (const { line, cells } of rows) {
    const cell = (column: Column): string => (cells[names.indexOf(column)] ?? '').trim()
    const read = readStreet({
      street: cell('street'),
      from: cell('from'),
      to: cell('to'),
      side: cell('side').toLowerCase(),
      city: cell('city').toLowerCase(),
    })
    if (typeof read === 'string') problems.push({ line, code: read })
    else streets.push(read)
  }
  return { streets, problems }
}
