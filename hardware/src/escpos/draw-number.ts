import { createCanvas } from '@napi-rs/canvas'
import { beside, fromPixels, split, type Bitmap } from './bitmap.ts'
import { monoFonts } from './fonts.ts'

// The monospaced face: its advance, the height of its capitals and figures, and room for the tail of a Q, in ems.
const advance = 0.632
const ascent = 0.7
const descent = 0.16

const glyphs = new Map<string, Bitmap>()

const draw = (character: string, cell: number): Bitmap => {
  const em = cell / advance
  const height = Math.ceil(em * (ascent + descent))
  const context = createCanvas(cell, height).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, cell, height)
  context.fillStyle = '#000'
  context.font = `800 ${em}px ${monoFonts}`
  context.textAlign = 'center'
  context.fillText(character, cell / 2, em * ascent, cell)
  return fromPixels(context.getImageData(0, 0, cell, height).data, cell, height)
}

const glyph = (character: string, cell: number): Bitmap => {
  const key = `${cell} ${character}`
  const known = glyphs.get(key)
  if (known !== undefined) return known
  const drawn = draw(character, cell)
  glyphs.set(key, drawn)
  return drawn
}

// A little less than a quarter of the paper, in whole bytes: "P012" then nearly fills it, and "P1000" still fits.
const cellFor = (count: number, dots: number): number =>
  Math.floor((dots * 0.95) / Math.max(4, count) / 8) * 8

/** A ticket's number as wide as the paper. Composed of cells drawn once, so that a job never waits for a canvas. */
export const drawNumber = (text: string, dots: number): Bitmap => {
  const characters = Array.from(text)
  const cell = Math.max(8, cellFor(characters.length, dots))
  return beside(characters.slice(0, Math.floor(dots / cell)).map((character) => glyph(character, cell)))
}

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')

const differences = (a: Buffer, b: Buffer): number =>
  a.reduce((sum, byte, at) => sum + (byte === b[at] ? 0 : 1), 0)

/** The number that a bitmap shows, or null: it is compared cell by cell with what `drawNumber` would draw. */
export const readNumber = (bitmap: Bitmap, dots: number): string | null => {
  for (let count = 1; count <= 8; count++) {
    const cell = cellFor(count, dots)
    if (bitmap.widthBytes * 8 !== cell * count) continue
    const read = split(bitmap, count).map((part) =>
      alphabet.find((character) => {
        const { height, data } = glyph(character, cell)
        return height === part.height && differences(data, part.data) < 8
      }),
    )
    if (read.every((character) => character !== undefined)) return read.join('')
  }
  return null
}

/** Draws every cell that a number of four or five characters can need, ahead of the first job. */
export const warmNumbers = (dots: number): void => {
  for (const count of [4, 5]) for (const character of alphabet) glyph(character, cellFor(count, dots))
}
