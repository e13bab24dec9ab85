/** One record of a CSV file (RFC 4180), with the line of the file that it begins in. */
export interface CsvRow {
  line: number
  cells: string[]
}

/**
 * Commas, quoted cells with doubled quotes and line breaks inside, LF or CRLF, a byte order mark at the start.
 * Cells come as they stand: nothing is evaluated. Blank lines are left out.
 */
export const parseCsv = (text: string): CsvRow[] => {
  const source = text.replace(/^\uFEFF/, '')
  const rows: CsvRow[] = []
  let line = 1
  let row: CsvRow = { line, cells: [] }
  let cell = ''
  let quoted = false

  const endCell = () => {
    row.cells.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.cells.some((each) => each.trim() !== '')) rows.push(row)
    row = { line, cells: [] }
  }

  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? ''
    if (character === '\n') line++
    if (quoted) {
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') cell += source[++at] ?? ''
      else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (character === ',') endCell()
    else if (character === '\n') endRow()
    else if (character !== '\r' || source[at + 1] !== '\n') cell += character
  }
  endRow()
  return rows
}
