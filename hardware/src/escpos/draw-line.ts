import { createCanvas } from '@napi-rs/canvas'
import { fromPixels, type Bitmap } from './bitmap.ts'
import { textFonts } from './fonts.ts'

export interface LineLook {
  dots: number
  /** height of the native line that this one stands in for */
  height: number
  bold: boolean
  align: 'left' | 'center'
}

/** The parts of a line laid out by spaces: its indent, its text, and what stands at the right edge. */
const partsOf = (line: string): { indent: number; left: string; right: string } => {
  const left = line.trimStart()
  const [, before = left, right = ''] = /^(.*?\S) {2,}(\S.*)$/.exec(left) ?? []
  return { indent: line.length - left.length, left: before, right }
}

/** A line of text that the printer's own characters cannot write, in bundled fonts, condensed where it is too long. */
export const drawLine = (line: string, { dots, height, bold, align }: LineLook): Bitmap => {
  const { indent, left, right } = partsOf(line)
  const boxHeight = Math.max(34, Math.ceil(height * 1.3))
  const context = createCanvas(dots, boxHeight).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, dots, boxHeight)
  context.fillStyle = '#000'
  context.font = `${bold ? 700 : 400} ${height * 0.95}px ${textFonts}`
  const start = (indent * height) / 2
  const free = dots - start - (right === '' ? 0 : context.measureText(right).width + height / 2)
  context.textAlign = align
  context.fillText(left, align === 'center' ? dots / 2 : start, height * 0.98, Math.max(1, free))
  context.textAlign = 'right'
  if (right !== '') context.fillText(right, dots, height * 0.98, dots)
  return fromPixels(context.getImageData(0, 0, dots, boxHeight).data, dots, boxHeight)
}
