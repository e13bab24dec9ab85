import { expect, test } from 'vitest'
import { createScanPace, type Heard } from './scan-pace.ts'

const play = (keys: readonly string[], gapMs: number): Heard[] => {
  const pace = createScanPace()
  return [...keys.flatMap((key, index) => pace.press(key, 1000 + index * gapMs)), ...pace.rest()]
}
const code = [...'26-04417', 'Enter']

test('keys at the pace of a scanner, ended by Enter, are one code', () => {
  expect(play(code, 8)).toEqual([{ type: 'scan', text: '26-04417' }])
})

test('the same keys at the pace of a hand are keys, in their order', () => {
  const heard = play(code, 90)
  expect(heard.every(({ type }) => type === 'typed')).toBe(true)
  expect(heard.flatMap((each) => (each.type === 'typed' ? each.keys : []))).toEqual(code)
})

test('two keys that fall together, and Enter after them, are keys', () => {
  expect(play(['1', '5', 'Enter'], 5)).toEqual([
    { type: 'typed', keys: ['1', '5'] },
    { type: 'typed', keys: ['Enter'] },
  ])
})

test('[C16] no Enter within a license is a person’s: not after a short line, an empty one, or a code', () => {
  const license = ['@', 'Enter', 'Enter', ...'ANSI 636014', 'Enter', ...'DAU', 'Enter', 'Enter']
  expect(play(license, 8)).toEqual([
    { type: 'scrap' },
    { type: 'scrap' },
    { type: 'scan', text: 'ANSI 636014' },
    { type: 'scrap' },
    { type: 'scrap' },
  ])
})

test('one key of a pad pressed again and again is a person’s, however fast', () => {
  expect(play(['Enter', 'Enter'], 5)).toEqual([
    { type: 'typed', keys: ['Enter'] },
    { type: 'typed', keys: ['Enter'] },
  ])
})

test('fast keys without an Enter are keys', () => {
  expect(play([...'26-04'], 5)).toEqual([{ type: 'typed', keys: [...'26-04'] }])
})

test('a key pressed just before a scan is not part of it', () => {
  const pace = createScanPace()
  expect(pace.press('n', 0)).toEqual([])
  expect(pace.press('P', 500)).toEqual([{ type: 'typed', keys: ['n'] }])
  for (const [index, key] of [...'012'].entries()) pace.press(key, 508 + index * 8)
  expect(pace.press('Enter', 532)).toEqual([{ type: 'scan', text: 'P012' }])
  expect(pace.isHolding()).toBe(false)
})
