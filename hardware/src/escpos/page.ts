import escpos from 'escpos'
import type { Bitmap } from './bitmap.ts'
import type { CodePage, Profile } from './profile.ts'
import { breakRealTime, findRealTime } from './real-time.ts'

// The only file that touches the `escpos` package. Of its Printer only what is known to be right is used, over
// an adapter in memory; what it lacks or gets wrong (ESC @, bold, code pages, QR, cut with feed, status) is written raw.

const packedImage = (bitmap: Bitmap): InstanceType<typeof escpos.Image> =>
  Object.create(escpos.Image.prototype, {
    toRaster: { value: () => ({ width: bitmap.widthBytes, height: bitmap.height, data: bitmap.data }) },
  }) as InstanceType<typeof escpos.Image>

const uint16 = (value: number): [number, number] => [value & 0xff, value >> 8]
const uint32 = (value: number): number[] => [...uint16(value & 0xffff), ...uint16(value >>> 16)]

const graphicsHeader = ({ widthBytes, height, data }: Bitmap): Buffer =>
  Buffer.from([
    ...[0x1d, 0x38, 0x4c, ...uint32(data.length + 10), 0x30, 0x70, 0x30, 0x01, 0x01, 0x31],
    ...[...uint16(widthBytes * 8), ...uint16(height)],
  ])
/** as `GS v 0` has it */
const rasterSize = ({ widthBytes, height }: Bitmap): Buffer =>
  Buffer.from([...uint16(widthBytes), ...uint16(height)])
const printGraphics = Buffer.from([0x1d, 0x28, 0x4c, 0x02, 0x00, 0x30, 0x32])

/** A picture's size stands before it, and can itself read like a real-time command: then it gets a white row more. */
const heightened = (bitmap: Bitmap): Bitmap => {
  const { widthBytes, height, data } = bitmap
  if (findRealTime(graphicsHeader(bitmap)) === -1 && findRealTime(rasterSize(bitmap)) === -1) return bitmap
  return heightened({ widthBytes, height: height + 1, data: Buffer.concat([data, Buffer.alloc(widthBytes)]) })
}

export const barcodeHeight = 72

export type Align = 'left' | 'center'

/** Collects the bytes of one job. Texts must be plain and encodable, see `plainText` and `encodable`. */
export interface Page {
  raw(...bytes: number[]): void
  align(align: Align): void
  bold(on: boolean): void
  /** 1 to 8 times the width and height of a character */
  size(times: number): void
  smallFont(on: boolean): void
  /** in this character table of the printer; the usual one again afterwards */
  line(text: string, codePage: CodePage): void
  feed(lines: number): void
  feedDots(dots: number): void
  bitmap(bitmap: Bitmap): void
  /** CODE128 by GS k with its length, the text below; `data` is printable ASCII */
  barcode(data: string, module: number): void
  /** by GS ( k, Epson's own; `data` is printable ASCII */
  qr(data: string): void
  /** Hands over the bytes collected so far and goes on without them. */
  take(): Buffer
}

export const createPage = ({ codePages: [usual], raster, qrModule }: Profile): Page => {
  const written: Buffer[] = []
  const printer = new escpos.Printer({ write: (data) => void written.push(Buffer.from(data)) })
  const raw = (...bytes: number[]): void => void printer.raw(Buffer.from(bytes))
  return {
    raw,
    align: (align) => void printer.align(align === 'center' ? 'ct' : 'lt'),
    bold: (on) => raw(0x1b, 0x45, on ? 1 : 0),
    size: (times) => void printer.size(times - 1, times - 1),
    smallFont: (on) => raw(0x1b, 0x4d, on ? 1 : 0),
    line: (text, codePage) => {
      if (codePage !== usual) raw(0x1b, 0x74, codePage.select)
      printer.pureText(text, codePage.encoding).feed(1)
      if (codePage !== usual) raw(0x1b, 0x74, usual.select)
    },
    feed: (lines) => void printer.feed(lines),
    feedDots: (dots) => raw(0x1b, 0x4a, dots),
    bitmap: (bitmap) => {
      const safe = heightened({ ...bitmap, data: Buffer.from(breakRealTime(Buffer.from(bitmap.data))) })
      if (raster === 'gs-v-0') printer.raster(packedImage(safe))
      else printer.raw(graphicsHeader(safe)).raw(safe.data).raw(printGraphics)
    },
    barcode: (data, module) => {
      raw(0x1d, 0x68, barcodeHeight)
      raw(0x1d, 0x77, module)
      raw(0x1d, 0x48, 0x02)
      // In code set B a brace is written twice.
      const coded = Buffer.from(`{B${data.replaceAll('{', '{{')}`, 'ascii')
      raw(0x1d, 0x6b, 0x49, coded.length, ...coded)
    },
    qr: (data) => {
      raw(0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0)
      raw(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, qrModule)
      raw(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31)
      raw(0x1d, 0x28, 0x6b, ...uint16(data.length + 3), 0x31, 0x50, 0x30, ...Buffer.from(data, 'ascii'))
      raw(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30)
    },
    take: () => {
      printer.flush()
      return Buffer.concat(written.splice(0))
    },
  }
}

const known = new Map<string, Map<string, boolean>>()

/** Whether every character has a place of its own in the printer's code page (the package writes `?` for one that has none). */
export const encodable = (text: string, encoding: string): boolean => {
  const characters = known.get(encoding) ?? new Map<string, boolean>()
  known.set(encoding, characters)
  return Array.from(text).every((character) => {
    const answer = characters.get(character) ?? writesItself(character, encoding)
    characters.set(character, answer)
    return answer
  })
}

const writesItself = (character: string, encoding: string): boolean => {
  if (character >= ' ' && character <= '~') return true
  let bytes = Buffer.alloc(0)
  new escpos.Printer({ write: (data) => void (bytes = Buffer.from(data)) })
    .pureText(character, encoding)
    .flush()
  return bytes.length === 1 && (bytes[0] ?? 0) >= 0x80
}
