import { describe, expect, it } from 'vitest'
import { nextStop } from './focus-walk.ts'
import type { Stop } from './focus-walk.ts'
import type { Direction } from './keypad.ts'

const row = (y: number, grid: number | null, ...xs: number[]): Stop[] => xs.map((x) => ({ x, y, grid }))

/** A field, three rows of keys (the second one shifted, the third a wide one), Back and Next. */
const page = [
  ...row(0, null, 50),
  ...row(100, 1, 10, 20, 30, 40),
  ...row(200, 1, 15, 25, 35),
  ...row(300, 1, 25),
  ...row(400, null, 10, 40),
]
const [field, firstKey, lastOfRow, wide, back, next] = [0, 1, 4, 8, 9, 10]

const go = (at: number, ...directions: Direction[]) =>
  directions.reduce((here, direction) => nextStop(page, here, direction), at)

describe('the arrows', () => {
  it('begin at the first or the last thing', () => {
    expect(go(-1, 'down')).toBe(field)
    expect(go(-1, 'up')).toBe(next)
    expect(nextStop([], -1, 'down')).toBe(-1)
  })

  it('go by rows within keys, to the nearest below or above', () => {
    expect(go(lastOfRow, 'down')).toBe(7)
    expect(go(lastOfRow, 'down', 'down')).toBe(wide)
    expect(go(wide, 'up')).toBe(6)
    expect(go(firstKey, 'right', 'right', 'right')).toBe(lastOfRow)
  })

  it('leave the keys at their edges', () => {
    expect(go(firstKey, 'up')).toBe(field)
    expect(go(lastOfRow, 'up')).toBe(field)
    expect(go(wide, 'down')).toBe(back)
    expect(go(firstKey, 'left')).toBe(field)
    expect(go(wide, 'right')).toBe(back)
  })

  it('go round at the ends', () => {
    expect(go(next, 'down')).toBe(field)
    expect(go(field, 'up')).toBe(next)
  })

  it('reach everything with either pair of arrows, and nothing holds them', () => {
    const reached = (direction: Direction) => {
      const seen = new Set<number>()
      for (let at = -1; !seen.has(at); at = nextStop(page, at, direction)) seen.add(at)
      return seen
    }
    expect(reached('right').size).toBe(page.length + 1)
    expect(reached('left').size).toBe(page.length + 1)
    expect([...reached('down')]).toEqual(expect.arrayContaining([field, back, next]))
  })
})
