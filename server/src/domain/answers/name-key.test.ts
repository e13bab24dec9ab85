import { expect, test } from 'vitest'
import { nameKey } from './name-key.ts'

test.each([
  ['José Núñez-Ríos', 'jose nunez rios'],
  ["  Dana O'Neil  Jr.", 'dana oneil jr'],
  ['DANA O’NEIL, JR', 'dana oneil jr'],
  ['李小龍', '李小龍'],
  ['---', ''],
])('%j is found under %j', (name, key) => {
  expect(nameKey(name)).toBe(key)
})
