import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Bitmap } from '../escpos/bitmap.ts'
import { fontsFor, monoFonts } from '../escpos/fonts.ts'

/** Something on the paper, at its distance from the first printed dot; drawn only when somebody looks. */
export interface Mark {
  y: number
  draw: (context: SKRSContext2D, y: number) => void
}

/** A character in its cell, both measured in dots. */
export interface Glyph {
  character: string
  width: number
  height: number
  bold: boolean
}

// The roll is wider than what can be printed on it, and was cut above the print head.
const margin = 32
const topMargin = 40
const bottomMargin = 56

const em = 24
const advance = 0.632

export const drawGlyph = (
  context: SKRSContext2D,
  { character, width, height, bold }: Glyph,
  x: number,
  y: number,
): void => {
  context.save()
  context.translate(x, y)
  context.scale(width / (em * advance), height / em)
  context.font = `${bold ? 700 : 400} ${em}px ${monoFonts}, ${fontsFor(character)}`
  context.fillText(character, 0, em * 0.78, em * advance)
  context.restore()
}

export const drawDots = (
  context: SKRSContext2D,
  { widthBytes, height, data }: Bitmap,
  left: number,
  top: number,
): void => {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < widthBytes * 8; x++)
      if ((data[y * widthBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7)))
        context.fillRect(left + x, top + y, 1, 1)
}

export const drawModules = (
  context: SKRSContext2D,
  modules: readonly (readonly number[])[],
  size: number,
  left: number,
  top: number,
): void => {
  for (const [down, row] of modules.entries())
    for (const [right, black] of row.entries())
      if (black) context.fillRect(left + right * size, top + down * size, size, size)
}

/** The cut piece of paper as a PNG, one pixel a dot. */
export const drawSheet = (marks: readonly Mark[], dots: number, height: number): Buffer => {
  const canvas = createCanvas(dots + 2 * margin, topMargin + height + bottomMargin)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#171717'
  context.translate(margin, topMargin)
  for (const mark of marks) mark.draw(context, mark.y)
  return canvas.toBuffer('image/png')
}
