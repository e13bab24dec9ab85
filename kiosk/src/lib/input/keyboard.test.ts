import { describe, expect, it } from 'vitest'
import { deleteFrom, keyRows, startsWord, typeInto } from './keyboard.ts'

const at = (text: string, start = text.length, end = start) => ({ text, start, end })

describe('the keys', () => {
  it.each(['en', 'es'] as const)('reach every letter in both arrangements: %s', (language) => {
    for (const arrangement of ['qwerty', 'alphabet'] as const) {
      const keys = keyRows(language, arrangement, 'digits').letters.flat()
      expect(new Set(keys).size).toBe(keys.length)
      expect([...'abcdefghijklmnopqrstuvwxyz'].every((letter) => keys.includes(letter))).toBe(true)
      expect(keys.includes('ñ')).toBe(language === 'es')
    }
  })

  it('reach Spanish letters in any language, and never stand more than ten in a row', () => {
    expect(keyRows('en', 'qwerty', 'accents').top).toEqual(['á', 'é', 'í', 'ó', 'ú', 'ü', 'ñ'])
    expect(keyRows('es', 'qwerty', 'accents').top).toEqual(['á', 'é', 'í', 'ó', 'ú', 'ü'])
    for (const row of [
      keyRows('es', 'alphabet', 'digits').top,
      ...keyRows('es', 'alphabet', 'digits').letters,
    ])
      expect(row.length).toBeLessThanOrEqual(10)
  })
})

describe('typing', () => {
  it('writes at the caret and over what is selected', () => {
    expect(typeInto(at('Mara', 3), 'í', 80)).toEqual(at('María', 4))
    expect(typeInto(at('Maria', 0, 5), 'A', 80)).toEqual(at('A'))
  })

  it('writes one space between words', () => {
    expect(typeInto(at('1248 Palm Ave '), ' ', 80)).toEqual(at('1248 Palm Ave '))
    expect(typeInto(at('1248'), ' ', 80)).toEqual(at('1248 '))
  })

  it('stops at the longest text', () => {
    expect(typeInto(at('abc'), 'd', 3)).toEqual(at('abc'))
  })

  it('deletes before the caret, or what is selected, or nothing', () => {
    expect(deleteFrom(at('María', 4))).toEqual(at('Mara', 3))
    expect(deleteFrom(at('María', 1, 4))).toEqual(at('Ma', 1))
    expect(deleteFrom(at('María', 0))).toEqual(at('María', 0))
  })

  it('begins words with a capital', () => {
    expect(['', 'Ana ', 'Ríos-', "O'"].map((text) => startsWord(at(text)))).toEqual([true, true, true, true])
    expect(startsWord(at('An'))).toBe(false)
  })
})
