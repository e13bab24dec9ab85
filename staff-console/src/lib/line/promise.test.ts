import { describe, expect, it } from 'vitest'
import { anOffice, aVisit, aWindow, morning } from '../testing/builders.ts'
import { isPressing, promisedBy } from './promise.ts'

const minutes = (count: number) => count * 60_000

describe('the promise to someone in line', () => {
  const alone = aVisit()

  it('turns amber before it breaks, not after', () => {
    const state = anOffice({ visits: [alone] })
    const promise = promisedBy(state, alone)
    expect(isPressing(state, alone, promise - minutes(2) - 1)).toBe(false)
    expect(isPressing(state, alone, promise - minutes(2))).toBe(true)
  })

  it('is longer with more people before, and fifteen minutes when no window is open', () => {
    const before = [1, 2, 3].map((each) => aVisit({ id: `b${each}`, placeAt: morning - each }))
    const state = anOffice({ visits: [alone, ...before] })
    expect(promisedBy(state, alone)).toBeGreaterThan(promisedBy(anOffice({ visits: [alone] }), alone))
    const closed = anOffice({ visits: [alone], windows: [aWindow({ clerkId: null })] })
    expect(promisedBy(closed, alone)).toBe(morning + minutes(15))
  })

  it('concerns only who still waits', () => {
    const called = aVisit({ state: 'called', windowId: 'w3' })
    expect(isPressing(anOffice({ visits: [called] }), called, morning + minutes(600))).toBe(false)
  })
})
