import { randomInt } from 'node:crypto'

// None of these bytes can be taken for the start of another answer of the printer.
const alphabet = 'ABCDEFGHIJKLMNOabcdefghijklmno'

const token = (value: number): string => {
  let rest = value
  return Array.from({ length: 4 }, () => {
    const letter = alphabet.charAt(rest % alphabet.length)
    rest = Math.floor(rest / alphabet.length)
    return letter
  }).join('')
}

/** Process ids for `GS ( H`, none given twice in 810,000. */
export const jobTokens = (first: number = randomInt(alphabet.length ** 4)): (() => string) => {
  let next = first
  return () => token(next++ % alphabet.length ** 4)
}
