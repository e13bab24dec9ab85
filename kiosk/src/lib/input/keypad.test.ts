import { expect, it } from 'vitest'
import { inReadingOrder, isDirection, keypadAction } from './keypad.ts'

it('knows the keys of the keypad, and leaves those alone that write', () => {
  expect(keypadAction('ArrowDown')).toBe('down')
  expect(keypadAction('Escape')).toBe('back')
  expect(keypadAction('F1')).toBe('help')
  expect(keypadAction('AudioVolumeUp')).toBe('louder')
  for (const key of ['a', 'Enter', ' ', '+', 'Tab', 'constructor']) expect(keypadAction(key)).toBeNull()
})

it('goes the way that the language is read', () => {
  expect(inReadingOrder('left', 'ltr')).toBe('left')
  expect(inReadingOrder('left', 'rtl')).toBe('right')
  expect(inReadingOrder('up', 'rtl')).toBe('up')
  expect(isDirection('up')).toBe(true)
  expect(isDirection('back')).toBe(false)
})
