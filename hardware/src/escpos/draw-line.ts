import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { fromPixels, type Bitmap } from './bitmap.ts'
import { fontsFor } from './fonts.ts'

export interface LineLook {
  dots: number
  /** height of the native line that this one stands in for */
  height: number
  bold: boolean
  align: 'left' | 'center'
}

/** The parts of a line laid out by spaces: its indent, its text, and what stands at the far edge. */
const partsOf = (line: string): { indent: number; near: string; far: string } => {
  const text = line.trimStart()
  const [, before = text, far = ''] = /^(.*?\S) {2,}(\S.*)$/.exec(text) ?? []
  return { indent: line.length - text.length, near: before, far }
}

const firstStrong = /[\p{L}]/u
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A line runs the way its first letter does. */
const directionOf = (line: string): 'ltr' | 'rtl' =>
  rightToLeft.test(firstStrong.exec(line)?.[0] ?? '') ? 'rtl' : 'ltr'

const put = (
  context: SKRSContext2D,
  text: string,
  align: 'left' | 'center' | 'right',
  x: number,
  y: number,
  room: number,
): void => {
  context.textAlign = align
  context.direction = directionOf(text)
  context.fillText(text, x, y, Math.max(1, room))
}

/** A line of text that the printer's own characters cannot write, in bundled fonts, condensed where it is too long. */
export const drawLine = (line: string, { dots, height, bold, align }: LineLook): Bitmap => {
  const { indent, near, far } = partsOf(line)
  const boxHeight = Math.max(34, Math.ceil(height * 1.3))
  const context = createCanvas(dots, boxHeight).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, dots, boxHeight)
  context.fillStyle = '#000'
  context.font = `${bold ? 700 : 400} ${height * 0.95}px ${fontsFor(line)}`
  const start = (indent * height) / 2
  const room = dots - start - (far === '' ? 0 : context.measureText(far).width + height / 2)
  const y = height * 0.98
  if (align === 'center') put(context, near, 'center', dots / 2, y, room)
  else if (directionOf(line) === 'ltr') {
    put(context, near, 'left', start, y, room)
    put(context, far, 'right', dots, y, dots)
  } else {
    put(context, near, 'right', dots - start, y, room)
    put(context, far, 'left', 0, y, dots)
  }
  return fromPixels(context.getImageData(0, 0, dots, boxHeight).data, dots, boxHeight)
}
