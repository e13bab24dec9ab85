import { describe, expect, test } from 'vitest'
import { aState, aVisit, aWindow } from '../../../test/builders.ts'
import { morning } from '../../../test/memory-office.ts'
import type { Visit, Window } from '../state.ts'
import { addDays } from '../time.ts'
import { newcomerBefore, newcomerTo, nextFor, onDay, visitsBefore, waitingVisits, waitRange } from './wait.ts'

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

  test('[V14] a visit that was finished hours late counts as half an hour', () => {
    const lately = (servedMs: number) =>
      waitRange(aState({ windows, visits: ['A', 'B', 'C'].map((id) => completed(servedMs, 1, id)) }), 4, now)
    expect(lately(29 * minute)).not.toEqual(lately(30 * minute))
    expect(lately(5 * 60 * minute)).toEqual(lately(30 * minute))
  })

  test('[V18] a long wait is told in steps of five, outward', () => {
    expect(waitRange(aState({ windows }), 9, now)).toEqual({ fromMinutes: 19, toMinutes: 40 })
    expect(waitRange(aState({ windows }), 10, now)).toEqual({ fromMinutes: 20, toMinutes: 45 })
    expect(waitRange(aState({ windows }), 15, now)).toEqual({ fromMinutes: 30, toMinutes: 70 })
  })

  test('[V14] only windows that call from this line count, and with none open there is no promise', () => {
    const dogsOnly = [aWindow({ lines: ['dog'] }), aWindow({ id: 'w2', label: '2', clerkId: null })]
    expect(waitRange(aState({ windows: dogsOnly }), 0, now, newcomerTo('dog'))).toEqual({
      fromMinutes: 2,
      toMinutes: 5,
    })
    expect(waitRange(aState({ windows: dogsOnly }), 0, now, newcomerTo('fair'))).toBeNull()
  })

  test('[V14] who waits for one window waits for that one alone', () => {
    const forOne = { line: 'fair', windowId: 'w1' }
    expect(waitRange(aState({ windows }), 4, now, newcomerTo('fair'))).toEqual({
      fromMinutes: 9,
      toMinutes: 19,
    })
    expect(waitRange(aState({ windows }), 4, now, forOne)).toEqual({ fromMinutes: 18, toMinutes: 40 })
    const dogs = [aWindow({ id: 'w1', lines: ['dog'] })]
    expect(waitRange(aState({ windows: dogs }), 0, now, forOne)).toEqual({ fromMinutes: 2, toMinutes: 5 })
  })
})

describe('how many are before someone', () => {
  const inLine = (line: string, count: number, more: Partial<Visit> = {}) =>
    Array.from({ length: count }, (_, index) =>
      aVisit({ id: `${line}${index}`, number: `${line}${index}`, line, arrival: index, ...more }),
    )
  const own = aWindow({ id: 'w1', lines: ['dog'] })
  const usual = aWindow({ id: 'w2', label: '2', clerkId: 'ben', lines: ['fair', 'other'] })
  const late = { placeAt: morning + minute, createdAt: morning + minute }
  const me = aVisit({ id: 'me', number: 'D009', line: 'dog', ...late })

  const beforeMe = (windows: Window[], visits: Visit[], self = me) => {
    const state = aState({ windows, visits })
    return [
      visitsBefore(aState({ windows, visits: [...visits, self] }), 'me'),
      newcomerBefore(state, self.line),
    ]
  }

  test('[V14] who is next at a window of their own has nobody before them, however many wait for another', () => {
    expect(beforeMe([own, usual], inLine('fair', 10))).toEqual([0, 0])
    expect(beforeMe([own, usual], [...inLine('fair', 10), ...inLine('dog', 2)])).toEqual([2, 2])
  })

  test('[V14] a window that calls from several lines calls who came first', () => {
    const both = aWindow({ id: 'w2', label: '2', clerkId: 'ben', lines: ['fair', 'dog'] })
    expect(beforeMe([own, both], [...inLine('fair', 10), ...inLine('other', 3)])).toEqual([10, 10])
    expect(beforeMe([aWindow()], inLine('fair', 10))).toEqual([10, 10])
  })

  test('[V14] who waits for one window is before nobody at another', () => {
    expect(beforeMe([own, usual], inLine('dog', 3, { windowId: 'w2' }))).toEqual([0, 0])
    expect(beforeMe([own, usual], inLine('fair', 3, { windowId: 'w1' }))).toEqual([3, 3])
    const forOther = { ...me, windowId: 'w2' }
    expect(beforeMe([own, usual], [...inLine('dog', 2), ...inLine('fair', 4)], forOther)[0]).toBe(4)
  })

  test('[V14] nobody is of an earlier day, nor when this day has seen no command yet', () => {
    const left = inLine('dog', 2, { businessDay: '2026-11-22' })
    expect(beforeMe([own], left)).toEqual([0, 0])
    const evening = aState({ windows: [own], visits: inLine('dog', 2) })
    expect(waitingVisits(evening)).toHaveLength(2)
    const tomorrow = onDay(evening, addDays(evening.businessDay, 1))
    expect([waitingVisits(tomorrow), newcomerBefore(tomorrow, 'dog'), nextFor(tomorrow, own)]).toEqual([
      [],
      0,
      undefined,
    ])
  })

  test('[V14] with no window open for the line, everybody is', () => {
    expect(beforeMe([{ ...own, clerkId: null }, usual], inLine('fair', 10))).toEqual([10, 10])
  })
})
