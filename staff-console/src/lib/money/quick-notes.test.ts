import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quickNotes } from './quick-notes.ts'

it('offers what people hold in the hand', () => {
  expect(quickNotes(4000)).toEqual([4000, 5000, 10_000])
  expect(quickNotes(2500)).toEqual([2500, 3000, 4000, 5000, 10_000])
  expect(quickNotes(325)).toEqual([325, 400, 500, 1000, 2000])
  expect(quickNotes(0)).toEqual([])
})

it('is always enough, ascending, exact first and without a repetition', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (owed) => {
      const notes = quickNotes(owed)
      expect(notes[0]).toBe(owed)
      expect(notes.length).toBeLessThanOrEqual(5)
      notes.forEach((note, index) => expect(note).toBeGreaterThan(notes[index - 1] ?? 0))
    }),
  )
})
