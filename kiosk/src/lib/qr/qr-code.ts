import { correctionOf } from './error-correction.ts'

/** Rows of modules; true is dark. */
export type QrCode = readonly (readonly boolean[])[]

/** At the level that mends 15 of 100 bytes (M): correction bytes of each block and the number of blocks, by version. */
const levels: readonly { correction: number; blocks: number }[] = [
  { correction: 10, blocks: 1 },
  { correction: 16, blocks: 1 },
  { correction: 26, blocks: 1 },
  { correction: 18, blocks: 2 },
  { correction: 24, blocks: 2 },
  { correction: 16, blocks: 4 },
  { correction: 18, blocks: 4 },
  { correction: 22, blocks: 4 },
  { correction: 22, blocks: 5 },
  { correction: 26, blocks: 5 },
]
const levelBits = 0
const byteMode = 0b0100
/** the best of the eight is for worn paper: on a screen any of them is read */
const mask = 0
const isMasked = (row: number, column: number): boolean => (row + column) % 2 === 0

const sizeOf = (version: number): number => version * 4 + 17

const alignmentsOf = (version: number): number[] => {
  if (version === 1) return []
  const last = sizeOf(version) - 7
  return version < 7 ? [6, last] : [6, 6 + (last - 6) / 2, last]
}

/** Places for bytes, correction included. */
const capacityOf = (version: number): number => {
  const alignments = alignmentsOf(version).length
  let modules = (16 * version + 128) * version + 64
  if (alignments > 0) modules -= (25 * alignments - 10) * alignments - 55
  if (version >= 7) modules -= 36
  return Math.floor(modules / 8)
}

const bitsOf = (value: number, length: number): boolean[] =>
  Array.from({ length }, (_, at) => ((value >>> (length - 1 - at)) & 1) === 1)

/** The text's bytes, filled up to what the version holds. */
const dataOf = (text: Uint8Array, version: number, length: number): number[] => {
  const bits = [
    ...bitsOf(byteMode, 4),
    ...bitsOf(text.length, version < 10 ? 8 : 16),
    ...[...text].flatMap((byte) => bitsOf(byte, 8)),
    ...bitsOf(0, 4),
  ]
  const bytes = Array.from({ length: Math.min(length, Math.ceil(bits.length / 8)) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit, place) => byte | (Number(bit) << (7 - place)), 0),
  )
  while (bytes.length < length) {
    const isFirst = (bytes.length - Math.ceil(bits.length / 8)) % 2 === 0
    bytes.push(isFirst ? 0xec : 0x11)
  }
  return bytes
}

/** Blocks with their correction, the first byte of each before the second of any. */
const interleaved = (data: readonly number[], version: number, capacity: number): number[] => {
  const { correction, blocks: count } = levels[version - 1] ?? { correction: 0, blocks: 1 }
  const short = Math.floor(capacity / count) - correction
  const shortBlocks = count - (capacity % count)
  let at = 0
  const blocks = Array.from({ length: count }, (_, block) => {
    const bytes = data.slice(at, (at += short + (block < shortBlocks ? 0 : 1)))
    return { bytes, correction: correctionOf(bytes, correction) }
  })
  const turns = (part: (block: (typeof blocks)[number]) => readonly number[], length: number): number[] =>
    Array.from({ length }, (_, turn) => blocks.flatMap((block) => part(block)[turn] ?? [])).flat()
  return [...turns(({ bytes }) => bytes, short + 1), ...turns((block) => block.correction, correction)]
}

class Canvas {
  readonly rows: boolean[][]
  readonly #fixed: boolean[][]

  constructor(size: number) {
    this.rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
    this.#fixed = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  }

  get size(): number {
    return this.rows.length
  }

  fix(row: number, column: number, isDark: boolean): void {
    const [cells, fixed] = [this.rows[row], this.#fixed[row]]
    if (!cells || !fixed || column < 0 || column >= this.size) return
    cells[column] = isDark
    fixed[column] = true
  }

  isFixed(row: number, column: number): boolean {
    return this.#fixed[row]?.[column] ?? true
  }

  set(row: number, column: number, isDark: boolean): void {
    const cells = this.rows[row]
    if (cells) cells[column] = isDark
  }
}

const square = (canvas: Canvas, middle: { row: number; column: number }, radius: number, light: number[]) => {
  for (let down = -radius; down <= radius; down += 1)
    for (let right = -radius; right <= radius; right += 1)
      canvas.fix(
        middle.row + down,
        middle.column + right,
        !light.includes(Math.max(Math.abs(down), Math.abs(right))),
      )
}

/** The bits with their correction, as the standard's Annexes C and D have them. */
const corrected = (value: number, length: number, generator: number): number => {
  let rest = value
  for (let step = 0; step < length; step += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * generator)
  return (value << length) | rest
}

const drawFormat = (canvas: Canvas): void => {
  const format = corrected((levelBits << 3) | mask, 10, 0x537) ^ 0x5412
  const bit = (at: number): boolean => ((format >>> at) & 1) === 1
  const { size } = canvas
  for (let at = 0; at < 15; at += 1) {
    const row = at < 6 ? at : at < 8 ? at + 1 : 8
    const column = at < 8 ? 8 : at === 8 ? 7 : 14 - at
    canvas.fix(row, column, bit(at))
    if (at < 8) canvas.fix(8, size - 1 - at, bit(at))
    else canvas.fix(size - 15 + at, 8, bit(at))
  }
  canvas.fix(size - 8, 8, true)
}

const drawVersion = (canvas: Canvas, version: number): void => {
  if (version < 7) return
  const bits = corrected(version, 12, 0x1f25)
  for (let at = 0; at < 18; at += 1) {
    const isDark = ((bits >>> at) & 1) === 1
    const [far, near] = [canvas.size - 11 + (at % 3), Math.floor(at / 3)]
    canvas.fix(near, far, isDark)
    canvas.fix(far, near, isDark)
  }
}

const drawPatterns = (canvas: Canvas, version: number): void => {
  const { size } = canvas
  for (let at = 0; at < size; at += 1) {
    canvas.fix(6, at, at % 2 === 0)
    canvas.fix(at, 6, at % 2 === 0)
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(canvas, { row, column }, 4, [2, 4])
  const places = alignmentsOf(version)
  const last = places.at(-1)
  for (const row of places)
    for (const column of places) {
      const isCorner = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6)
      if (!isCorner) square(canvas, { row, column }, 2, [1])
    }
  drawFormat(canvas)
  drawVersion(canvas, version)
}

/** Two columns at a time from the right, up and down in turn. */
const drawBytes = (canvas: Canvas, bytes: readonly number[]): void => {
  const { size } = canvas
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1)
      for (const column of [right, right - 1]) {
        const row = ((right + 1) & 2) === 0 ? size - 1 - step : step
        if (canvas.isFixed(row, column)) continue
        const bit = ((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1
        canvas.set(row, column, (bit === 1) !== isMasked(row, column))
        at += 1
      }
  }
}

/** A text as a QR code that mends 15 of 100 bytes; null when it is longer than 213 bytes. */
export const qrCode = (text: string): QrCode | null => {
  const bytes = new TextEncoder().encode(text)
  for (let version = 1; version <= levels.length; version += 1) {
    const { correction, blocks } = levels[version - 1] ?? { correction: 0, blocks: 1 }
    const capacity = capacityOf(version)
    const length = capacity - correction * blocks
    if (bytes.length + (version < 10 ? 2 : 3) > length) continue
    const canvas = new Canvas(sizeOf(version))
    drawPatterns(canvas, version)
    drawBytes(canvas, interleaved(dataOf(bytes, version, length), version, capacity))
    return canvas.rows
  }
  return null
}
