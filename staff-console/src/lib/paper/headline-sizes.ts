const widthPt = 468
const heightPt = 300
const lineHeight = 1.12
/** How wide a bold line is, in letters' heights. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? 0.6 : 0.76), 0)

/** As large as a line's width allows, and all lines together the sheet: readable from the curb, on one page. In points. */
export const headlineSizes = (lines: readonly string[]): number[] => {
  const sizes = lines.map((line) => Math.min(72, widthPt / Math.max(1, widthOf(line))))
  const height = sizes.reduce((sum, size) => sum + size * lineHeight, 0)
  const scale = Math.min(1, heightPt / height)
  return sizes.map((size) => Math.floor(size * scale))
}
