import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakRealTime, findRealTime } from './real-time.ts'

test.each([0x04, 0x05, 0x14])('finds DLE %i', (second) => {
  expect(findRealTime(Uint8Array.from([0, 0x10, 0x10, second, 1]))).toBe(2)
})

test('a lone DLE is no command', () => {
  expect(findRealTime(Uint8Array.from([0x10, 0x00, 0x10]))).toBe(-1)
})

test('[any bitmap] is free of them afterwards and differs by added dots only', () => {
  const bytes = fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00, 0xff), { maxLength: 64 })
  fc.assert(
    fc.property(bytes, (before) => {
      const after = breakRealTime(Uint8Array.from(before))
      expect(findRealTime(after)).toBe(-1)
      for (const [index, byte] of before.entries()) expect((after[index] ?? 0) & byte).toBe(byte)
    }),
  )
})
