import { blank, type Bitmap } from './bitmap.ts'

// Widths of bars and gaps by symbol value, ISO/IEC 15417.
const widths =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'.split(
    ' ',
  )

const startB = 104
const stop = 106
const quietModules = 10

/** Bars and gaps in turn, from the first bar to the last; the text is printable ASCII. */
export const code128 = (text: string): number[] => {
  const values = Array.from(text, (character) => character.charCodeAt(0) - 32)
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), startB) % 103
  return [startB, ...values, check, stop].flatMap((value) => Array.from(widths[value] ?? '', Number))
}

export const modulesOf = (text: string): number => code128(text).reduce((sum, width) => sum + width, 0)

/** Dots per module so that the code and its quiet zones fit; 0 when they cannot. */
export const moduleFor = (text: string, dots: number): number =>
  Math.min(3, Math.floor(dots / (modulesOf(text) + 2 * quietModules)))

export const drawCode128 = (text: string, module: number, height: number): Bitmap => {
  const bitmap = blank(modulesOf(text) * module, height)
  let x = 0
  for (const [index, width] of code128(text).entries()) {
    for (let dot = x; index % 2 === 0 && dot < x + width * module; dot++)
      for (let y = 0; y < height; y++) {
        const at = y * bitmap.widthBytes + (dot >> 3)
        bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (dot & 7))
      }
    x += width * module
  }
  return bitmap
}
