import type { Direction } from './keypad.ts'

/** Something that can have the focus, in the order of reading; `grid` is the same for all keys of one keyboard or calendar. */
export interface Stop {
  x: number
  y: number
  grid: number | null
}

/** Beside and not above, as far as a finger would say. */
const sameRowPx = 12

const inRow = (stops: readonly Stop[], at: number, sign: 1 | -1): number | null => {
  const here = stops[at]
  if (!here || here.grid === null) return null
  const beyond = stops
    .map((stop, position) => ({ stop, position, rows: sign * (stop.y - here.y) }))
    .filter(({ stop, rows }) => stop.grid === here.grid && rows > sameRowPx)
  const nearest = Math.min(...beyond.map(({ rows }) => rows))
  const [first, ...rest] = beyond.filter(({ rows }) => rows - nearest <= sameRowPx)
  if (!first) return null
  const off = ({ x }: Stop) => Math.abs(x - here.x)
  return rest.reduce((best, each) => (off(each.stop) < off(best.stop) ? each : best), first).position
}

const round = (position: number, length: number): number => (position + length) % length

/**
 * Where an arrow leads from stop `at` (-1: from the heading above all of them). From one thing to the next in the order of reading;
 * only within a keyboard or a calendar do up and down go by rows, and leave it at its edge. So every stop is reached, and none holds
 * the focus. @returns the stop's position, or -1 when there is none
 */
export const nextStop = (stops: readonly Stop[], at: number, direction: Direction): number => {
  if (stops.length === 0) return -1
  const sign = direction === 'down' || direction === 'right' ? 1 : -1
  if (at < 0) return sign === 1 ? 0 : stops.length - 1
  const isByRow = direction === 'up' || direction === 'down'
  const row = isByRow ? inRow(stops, at, sign) : null
  if (row !== null) return row
  const grid = stops[at]?.grid ?? null
  let next = round(at + sign, stops.length)
  if (isByRow && grid !== null)
    while (next !== at && stops[next]?.grid === grid) next = round(next + sign, stops.length)
  return next
}
