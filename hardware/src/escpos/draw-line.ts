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

/** A line of text that the printer's own characters cannot write, in bundled fonts, condensed where it is too long. */
export const drawLine = (text: string, { dots, height, bold, align }: LineLook): Bitmap => {
  const boxHeight = Math.ceil(height * 1.3)
  const context = createCanvas(dots, boxHeight).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, dots, boxHeight)
  context.fillStyle = '#000'
  context.font = `${bold ? 700 : 400} ${height * 0.95}px ${textFonts}`
  context.textAlign = align
  context.fillText(text, align === 'center' ? dots / 2 : 0, height * 0.98, dots)
  return fromPixels(context.getImageData(0, 0, dots, boxHeight).data, dots, boxHeight)
}
