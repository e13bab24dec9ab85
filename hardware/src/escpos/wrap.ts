const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const graphemes = (text: string): string[] =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.split('')
    : Array.from(characters.segment(text), ({ segment }) => segment)

// Characters as wide as they are high take two columns; lines may be broken between them, save before a mark that closes
// and after one that opens.
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const breakable =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const closing = /^[)\]}%,.:;!?、。〉》」』】〕！％），．：；？］｝”’…]/
const opening = /^[([{〈《「『【〔（［｛“‘$￥]/

const columnsOf = (character: string): number => (wide.test(character) ? 2 : 1)

/** In columns of the printer. */
export const width = (text: string): number =>
  graphemes(text).reduce((sum, character) => sum + columnsOf(character), 0)

const staysTogether = (before: string, next: string): boolean =>
  (!breakable.test(before) && !breakable.test(next)) || closing.test(next) || opening.test(before)

/** The parts of a word between which a line may end; each fits into the columns. */
const pieces = (word: string, columns: number): string[] => {
  if (word.length <= columns && /^[\x20-\x7e]*$/.test(word)) return [word]
  const parts: string[] = []
  let before = ''
  for (const next of graphemes(word)) {
    const part = parts.at(-1)
    if (part !== undefined && staysTogether(before, next) && width(part + next) <= columns)
      parts[parts.length - 1] = part + next
    else parts.push(next)
    before = next
  }
  return parts
}

/** Breaks a text at its spaces into lines of at most `columns` columns; only a longer word, or Chinese, is broken inside. */
export const wrap = (text: string, columns: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((word) => word !== ''))
    for (const [index, piece] of pieces(word, columns).entries()) {
      const gap = line === '' || index > 0 ? '' : ' '
      if (width(line) + gap.length + width(piece) <= columns) line += gap + piece
      else {
        lines.push(line)
        line = piece
      }
    }
  return [...lines, line]
}

/** A left and a right side on one line; what does not fit goes above, and the right side keeps the last line. */
export const wrapRow = (left: string, right: string, columns: number): string[] => {
  const free = columns - width(right) - 1
  const alone = (line: string): string => ' '.repeat(columns - width(line)) + line
  if (free < Math.min(8, columns / 2)) return [...wrap(left, columns), ...wrap(right, columns).map(alone)]
  const lines = wrap(left, free)
  const last = lines.pop() ?? ''
  return [...lines, last + ' '.repeat(columns - width(last) - width(right)) + right]
}

/** The first line gets the mark, the others are indented by as much. */
export const wrapHanging = (mark: string, text: string, columns: number): string[] =>
  wrap(text, columns - mark.length).map(
    (line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line,
  )
