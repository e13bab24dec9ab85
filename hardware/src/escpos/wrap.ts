const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const graphemes = (text: string): string[] =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.split('')
    : Array.from(characters.segment(text), ({ segment }) => segment)

export const width = (text: string): number => graphemes(text).length

const pieces = (word: string, columns: number): string[] => {
  const letters = graphemes(word)
  const parts: string[] = []
  for (let from = 0; from < letters.length; from += columns)
    parts.push(letters.slice(from, from + columns).join(''))
  return parts
}

/** Breaks a text at its spaces into lines of at most `columns` characters; only a longer word is broken inside. */
export const wrap = (text: string, columns: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((word) => word !== '')) {
    for (const piece of pieces(word, columns)) {
      if (line === '') line = piece
      else if (width(line) + 1 + width(piece) <= columns) line += ` ${piece}`
      else {
        lines.push(line)
        line = piece
      }
    }
  }
  return [...lines, line]
}

/** A left and a right side on one line; what does not fit goes above, and the right side keeps the last line. */
export const wrapRow = (left: string, right: string, columns: number): string[] => {
  const free = columns - width(right) - 1
  if (free < Math.min(8, columns / 2))
    return [...wrap(left, columns), ...wrap(right, columns).map((line) => line.padStart(columns))]
  const lines = wrap(left, free)
  const last = lines.pop() ?? ''
  return [...lines, last + ' '.repeat(columns - width(last) - width(right)) + right]
}

/** The first line gets the mark, the others are indented by as much. */
export const wrapHanging = (mark: string, text: string, columns: number): string[] =>
  wrap(text, columns - mark.length).map(
    (line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line,
  )
