import type { Language } from '@lobbyline/server/contract'

/** Letters as typists know them, or as everyone knows them. */
export type Arrangement = 'qwerty' | 'alphabet'
/** The row above the letters. */
export type TopRow = 'digits' | 'accents'

export interface TextField {
  text: string
  /** selected from `start` to `end`; the caret when both are the same */
  start: number
  end: number
}

const digits = '1234567890'

type Letters = Record<Arrangement, readonly string[]>

const plain: Letters = {
  qwerty: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  alphabet: ['abcdefghi', 'jklmnopqr', 'stuvwxyz'],
}
const withEnye: Letters = {
  qwerty: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'],
  alphabet: ['abcdefghi', 'jklmnñopqr', 'stuvwxyz'],
}

/** The city's records hold names and streets in Latin letters, whatever the language of the screen. */
const letters: Record<Language, Letters> = {
  en: plain,
  es: withEnye,
  'zh-Hans': plain,
  tl: withEnye,
  vi: plain,
}

const latinAccents = 'áéíóúüñ'
const accents: Record<Language, string> = {
  en: latinAccents,
  es: latinAccents,
  'zh-Hans': latinAccents,
  tl: latinAccents,
  vi: 'ăâđêôơư',
}

const marks = ["'", '-', '.', ',', '#', '/']

export interface KeyRows {
  top: readonly string[]
  letters: readonly (readonly string[])[]
  marks: readonly string[]
}

/** The keys that write something, row by row; none stands there twice. */
export const keyRows = (language: Language, arrangement: Arrangement, topRow: TopRow): KeyRows => {
  const rows = letters[language][arrangement].map((row) => [...row])
  const top = [...(topRow === 'digits' ? digits : accents[language])]
  return { top: top.filter((key) => !rows.flat().includes(key)), letters: rows, marks }
}

/** Writes over what is selected. Words have one space between them: the second of two is a slip of the finger. */
export const typeInto = (field: TextField, typed: string, maxLength: number): TextField => {
  if (typed === ' ' && field.text[field.start - 1] === ' ') return field
  const text = field.text.slice(0, field.start) + typed + field.text.slice(field.end)
  if (text.length > maxLength) return field
  const caret = field.start + typed.length
  return { text, start: caret, end: caret }
}

/** Takes away what is selected, or the character before the caret. */
export const deleteFrom = ({ text, start, end }: TextField): TextField => {
  const from = start === end ? Math.max(0, start - 1) : start
  return { text: text.slice(0, from) + text.slice(end), start: from, end: from }
}

/** A name, a street or a sentence begins with a capital letter without anyone asking for it. */
export const startsWord = ({ text, start }: TextField): boolean =>
  start === 0 || /[\s'’-]/.test(text[start - 1] ?? '')
