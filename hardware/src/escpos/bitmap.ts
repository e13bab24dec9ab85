/** One bit per dot, 1 is black, each row filled up to whole bytes. */
export interface Bitmap {
  widthBytes: number
  height: number
  data: Buffer
}

export const blank = (dots: number, height: number, fill = 0x00): Bitmap => {
  const widthBytes = Math.ceil(dots / 8)
  return { widthBytes, height, data: Buffer.alloc(widthBytes * height, fill) }
}

/** Canvas pixels (RGBA, black on white) to dots: darker than the middle is black. */
export const fromPixels = (pixels: Uint8ClampedArray, width: number, height: number): Bitmap => {
  const bitmap = blank(width, height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((pixels[(y * width + x) * 4] ?? 255) < 128) {
        const at = y * bitmap.widthBytes + (x >> 3)
        bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (x & 7))
      }
  return bitmap
}

/** Bitmaps of one height, side by side. */
export const beside = (parts: readonly Bitmap[]): Bitmap => {
  const height = parts[0]?.height ?? 0
  const widthBytes = parts.reduce((sum, part) => sum + part.widthBytes, 0)
  const data = Buffer.alloc(widthBytes * height)
  let column = 0
  for (const part of parts) {
    for (let y = 0; y < height; y++)
      part.data.copy(data, y * widthBytes + column, y * part.widthBytes, (y + 1) * part.widthBytes)
    column += part.widthBytes
  }
  return { widthBytes, height, data }
}

/** The opposite of `beside`, into parts of one width. */
export const split = ({ widthBytes, height, data }: Bitmap, count: number): Bitmap[] => {
  const partBytes = widthBytes / count
  return Array.from({ length: count }, (_, index) => {
    const part: Bitmap = { widthBytes: partBytes, height, data: Buffer.alloc(partBytes * height) }
    for (let y = 0; y < height; y++)
      data.copy(
        part.data,
        y * partBytes,
        y * widthBytes + index * partBytes,
        y * widthBytes + (index + 1) * partBytes,
      )
    return part
  })
}
