import { describe, expect, test } from 'vitest'
import { aState, aVisit, aWindow } from '../../../test/builders.ts'
import { morning } from '../../../test/memory-office.ts'
import { waitRange } from './wait.ts'

const minute = 60_000
const now = morning + 60 * minute
const windows = [aWindow({ id: 'w1' }), aWindow({ id: 'w2', label: '2', clerkId: 'ben' })]
const completed = (servedMs: number, minutesAgo: number, id: string) =>
  aVisit({ id, number: id, state: 'completed', servedMs, since: now - minutesAgo * minute })

describe('how long a wait is likely to be', () => {
  test('[V14] while nobody knows better, a visit takes what it usually does', () => {
    expect(waitRange(aState({ windows }), 4, now)).toEqual({ fromMinutes: 9, toMinutes: 19 })
  })

  test('[V14] three visits in the last hour teach better, by the time they were served and not by when they ended', () => {
    const visits = ['A', 'B', 'C'].map((id) => completed(minute, 1, id))
    expect(waitRange(aState({ windows, visits }), 4, now)).toEqual({ fromMinutes: 3, toMinutes: 7 })
    const yesterday = ['A', 'B', 'C'].map((id) => completed(minute, 61, id))
    expect(waitRange(aState({ windows, visits: yesterday }), 4, now)).toEqual({
      fromMinutes: 9,
      toMinutes: 19,
    })
  })

  test('[V14] only windows that call from this line count, and with none open there is no promise', () => {
    const dogsOnly = [aWindow({ lines: ['dog'] }), aWindow({ id: 'w2', label: '2', clerkId: null })]
    expect(waitRange(aState({ windows: dogsOnly }), 0, now, 'dog')).toEqual({ fromMinutes: 2, toMinutes: 5 })
    expect(waitRange(aState({ windows: dogsOnly }), 0, now, 'fair')).toBeNull()
  })
})
