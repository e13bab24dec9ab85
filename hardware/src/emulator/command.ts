import type { Bitmap } from '../escpos/bitmap.ts'

/** What the emulated printer understands of ESC/POS. All else of known length is `ignored`. */
export type Command =
  | { type: 'text'; bytes: Buffer }
  | { type: 'line-feed' }
  | { type: 'initialize' }
  | { type: 'code-page'; page: number }
  | { type: 'chinese'; on: boolean }
  | { type: 'motion-unit'; perInch: number }
  | { type: 'line-spacing'; units: number | 'usual' }
  | { type: 'align'; align: 'left' | 'center' | 'right' }
  | { type: 'bold'; on: boolean }
  | { type: 'font'; small: boolean }
  | { type: 'size'; width: number; height: number }
  | { type: 'feed'; units: number }
  | { type: 'feed-lines'; lines: number }
  | { type: 'bitmap'; bitmap: Bitmap }
  | { type: 'store-graphics'; bitmap: Bitmap }
  | { type: 'print-graphics' }
  | { type: 'qr-module'; dots: number }
  | { type: 'qr-level'; level: 'L' | 'M' | 'Q' | 'H' }
  | { type: 'qr-store'; data: string }
  | { type: 'qr-print' }
  | { type: 'barcode-height'; dots: number }
  | { type: 'barcode-module'; dots: number }
  | { type: 'barcode'; data: string }
  | { type: 'cut'; units: number }
  | { type: 'drawer' }
  | { type: 'automatic-status'; on: boolean }
  | { type: 'ask'; what: number }
  | { type: 'process-id'; token: Buffer }
  | { type: 'ignored' }

export interface Parsed {
  command: Command
  length: number
}

type Build = (parameters: Buffer) => Command

const ignored: Command = { type: 'ignored' }
const at = (bytes: Buffer, index: number): number => bytes[index] ?? 0
const uint16 = (bytes: Buffer, index: number): number => at(bytes, index) | (at(bytes, index + 1) << 8)

const alignOf = (n: number): 'left' | 'center' | 'right' =>
  (['left', 'center', 'right'] as const)[n % 48] ?? 'left'
const levelOf = (n: number): 'L' | 'M' | 'Q' | 'H' => (['L', 'M', 'Q', 'H'] as const)[n - 48] ?? 'L'

/** Commands of fixed length: their second byte, how many parameters follow, what they mean. */
const escape = new Map<number, readonly [number, Build]>([
  [0x40, [0, () => ({ type: 'initialize' })]],
  [0x74, [1, (p) => ({ type: 'code-page', page: at(p, 0) })]],
  [0x32, [0, () => ({ type: 'line-spacing', units: 'usual' })]],
  [0x33, [1, (p) => ({ type: 'line-spacing', units: at(p, 0) })]],
  [0x61, [1, (p) => ({ type: 'align', align: alignOf(at(p, 0)) })]],
  [0x45, [1, (p) => ({ type: 'bold', on: (at(p, 0) & 1) === 1 })]],
  [0x4d, [1, (p) => ({ type: 'font', small: (at(p, 0) & 1) === 1 })]],
  [0x4a, [1, (p) => ({ type: 'feed', units: at(p, 0) })]],
  [0x64, [1, (p) => ({ type: 'feed-lines', lines: at(p, 0) })]],
  [0x70, [3, () => ({ type: 'drawer' })]],
  [0x20, [1, () => ignored]],
  [0x21, [1, () => ignored]],
  [0x2d, [1, () => ignored]],
  [0x47, [1, () => ignored]],
  [0x52, [1, () => ignored]],
  [0x7b, [1, () => ignored]],
])

const kanji = new Map<number, readonly [number, Build]>([
  [0x26, [0, () => ({ type: 'chinese', on: true })]],
  [0x2e, [0, () => ({ type: 'chinese', on: false })]],
])

const group = new Map<number, readonly [number, Build]>([
  [0x21, [1, (p) => ({ type: 'size', width: (at(p, 0) >> 4) + 1, height: (at(p, 0) & 7) + 1 })]],
  [0x61, [1, (p) => ({ type: 'automatic-status', on: at(p, 0) !== 0 })]],
  [0x72, [1, (p) => ({ type: 'ask', what: at(p, 0) & 0x0f })]],
  [0x50, [2, (p) => ({ type: 'motion-unit', perInch: at(p, 1) })]],
  [0x42, [1, () => ignored]],
  [0x48, [1, () => ignored]],
  [0x68, [1, (p) => ({ type: 'barcode-height', dots: at(p, 0) })]],
  [0x77, [1, (p) => ({ type: 'barcode-module', dots: at(p, 0) })]],
  [0x4c, [2, () => ignored]],
  [0x57, [2, () => ignored]],
])

const graphics = (data: Buffer): Command => {
  if (at(data, 1) === 0x32) return { type: 'print-graphics' }
  if (at(data, 1) !== 0x70) return ignored
  const bitmap = {
    widthBytes: Math.ceil(uint16(data, 6) / 8),
    height: uint16(data, 8),
    data: data.subarray(10),
  }
  return { type: 'store-graphics', bitmap }
}

const symbol = (data: Buffer): Command => {
  if (at(data, 0) !== 0x31) return ignored
  switch (at(data, 1)) {
    case 0x43:
      return { type: 'qr-module', dots: at(data, 2) }
    case 0x45:
      return { type: 'qr-level', level: levelOf(at(data, 2)) }
    case 0x50:
      return { type: 'qr-store', data: data.subarray(3).toString('latin1') }
    case 0x51:
      return { type: 'qr-print' }
    default:
      return ignored
  }
}

const parenthesis = (name: number, data: Buffer): Command => {
  if (name === 0x6b) return symbol(data)
  if (name === 0x4c) return graphics(data)
  if (name === 0x48 && at(data, 1) === 0x30) return { type: 'process-id', token: data.subarray(2, 6) }
  return ignored
}

/** Of a command that it does not know a printer prints the rest. */
const fixed = (table: typeof escape, bytes: Buffer): Parsed | null => {
  const known = table.get(at(bytes, 1))
  if (known === undefined) return { command: ignored, length: 1 }
  const [count, build] = known
  const length = 2 + count
  return bytes.length < length ? null : { command: build(bytes.subarray(2, length)), length }
}

const counted = (bytes: Buffer, start: number, count: number, build: Build): Parsed | null => {
  const length = start + count
  return bytes.length < length ? null : { command: build(bytes.subarray(start, length)), length }
}

const cut = (bytes: Buffer): Parsed | null => {
  if (bytes.length < 3) return null
  if (at(bytes, 2) < 65) return { command: { type: 'cut', units: 0 }, length: 3 }
  return bytes.length < 4 ? null : { command: { type: 'cut', units: at(bytes, 3) }, length: 4 }
}

/** With a length (m from 65) or, as long ago, up to a zero byte. Only CODE128 in its set B is drawn. */
const barcode = (bytes: Buffer): Parsed | null => {
  if (bytes.length < 4) return null
  if (at(bytes, 2) >= 65)
    return counted(bytes, 4, at(bytes, 3), (data) =>
      at(bytes, 2) === 73 && data.subarray(0, 2).toString('latin1') === '{B'
        ? { type: 'barcode', data: data.subarray(2).toString('latin1').replaceAll('{{', '{') }
        : ignored,
    )
  const end = bytes.indexOf(0, 3)
  return end === -1 ? null : { command: ignored, length: end + 1 }
}

const groupCommand = (bytes: Buffer): Parsed | null => {
  switch (at(bytes, 1)) {
    case 0x56:
      return cut(bytes)
    case 0x28:
      return bytes.length < 5
        ? null
        : counted(bytes, 5, uint16(bytes, 3), (data) => parenthesis(at(bytes, 2), data))
    case 0x6b:
      return barcode(bytes)
    case 0x38:
      return bytes.length < 7 ? null : counted(bytes, 7, bytes.readUInt32LE(3), graphics)
    case 0x76: {
      if (bytes.length < 8) return null
      const [widthBytes, height] = [uint16(bytes, 4), uint16(bytes, 6)]
      return counted(bytes, 8, widthBytes * height, (data) => ({
        type: 'bitmap',
        bitmap: { widthBytes, height, data },
      }))
    }
    default:
      return fixed(group, bytes)
  }
}

/** In the data of a job a real-time command was obeyed when it arrived; here it only takes its room. */
const realTime = (bytes: Buffer): Parsed | null => {
  const length = at(bytes, 1) === 0x14 ? (at(bytes, 2) === 0x08 ? 10 : 5) : 3
  return bytes.length < length ? null : { command: ignored, length }
}

const text = (bytes: Buffer): Parsed => {
  const end = bytes.findIndex((byte) => byte < 0x20)
  const length = end === -1 ? bytes.length : end
  return { command: { type: 'text', bytes: bytes.subarray(0, length) }, length }
}

/** Reads the command at the start of the buffer; null as long as it is not complete. */
export const parseCommand = (bytes: Buffer): Parsed | null => {
  const first = bytes[0]
  if (first === undefined) return null
  if (first >= 0x20) return text(bytes)
  if (first === 0x0a) return { command: { type: 'line-feed' }, length: 1 }
  if (first !== 0x1b && first !== 0x1c && first !== 0x1d && first !== 0x10)
    return { command: ignored, length: 1 }
  if (bytes.length < 2) return null
  if (first === 0x10) return realTime(bytes)
  if (first === 0x1d) return groupCommand(bytes)
  return fixed(first === 0x1b ? escape : kanji, bytes)
}
