import { readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { blank, type Bitmap } from './bitmap.ts'

const ink = (pixels: Uint8ClampedArray, at: number): number => {
  const [red = 255, green = 255, blue = 255] = pixels.subarray(at * 4, at * 4 + 3)
  return 0.3 * red + 0.59 * green + 0.11 * blue
}

/** Grays become a pattern of dots: what a dot was too dark or too light is passed on to its neighbors (Floyd and Steinberg). */
const dither = (pixels: Uint8ClampedArray, width: number, height: number): Bitmap => {
  const bitmap = blank(width, height)
  const light = Float32Array.from({ length: width * height }, (_, at) => ink(pixels, at))
  const pass = (x: number, y: number, error: number): void => {
    if (x >= 0 && x < width && y < height) light[y * width + x] = (light[y * width + x] ?? 0) + error
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const is = light[y * width + x] ?? 255
      const black = is < 128
      const error = (is - (black ? 0 : 255)) / 16
      if (black) {
        const at = y * bitmap.widthBytes + (x >> 3)
        bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (x & 7))
      }
      pass(x + 1, y, error * 7)
      pass(x - 1, y + 1, error * 3)
      pass(x, y + 1, error * 5)
      pass(x + 1, y + 1, error)
    }
  return bitmap
}

/** A picture file as a logo for paper of this width: at most half as wide and a quarter as high, for every slip has it on top. */
export const readLogo = async (path: string, dots: number): Promise<Bitmap> => {
  const image = await loadImage(await readFile(path))
  const scale = Math.min(1, dots / 2 / image.width, dots / 4 / image.height)
  const [width, height] = [
    Math.max(8, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  ]
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return dither(context.getImageData(0, 0, width, height).data, width, height)
}
