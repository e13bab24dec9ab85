import { expect, test } from 'vitest'
import { drawerStanding, tooLongMs } from './drawer-standing.ts'

test('a closed drawer is no word worth', () => {
  expect(drawerStanding(null, 5)).toEqual({ open: false })
})

test('an open one is told, and after a minute it is too long', () => {
  expect(drawerStanding(1000, 4000)).toEqual({ open: true, openMs: 3000, tooLong: false })
  expect(drawerStanding(1000, 1000 + tooLongMs)).toEqual({ open: true, openMs: tooLongMs, tooLong: true })
})

test('a clock that is a little behind counts as none', () => {
  expect(drawerStanding(5000, 4000)).toMatchObject({ openMs: 0 })
})
