import type { Question } from '@lobbyline/server/contract'
import { inEachLanguage } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { sharedAnswers, sumCents } from './filed.ts'

const asks = (id: string, shares?: Question['shares']): Question => ({
  id,
  kind: { type: 'name' },
  title: inEachLanguage(() => id),
  label: inEachLanguage(() => id),
  ...(shares ? { shares } : {}),
})

describe('what is not asked twice', () => {
  const first = { questions: [asks('name', 'name'), asks('days')], answers: { name: 'Ana', days: 'x' } }

  it('is what both services share, under the other one’s own name', () => {
    expect(sharedAnswers([asks('owner', 'name'), asks('days'), asks('phone', 'phone')], [first])).toEqual({
      owner: 'Ana',
    })
  })

  it('is the latest that was told', () => {
    const second = { questions: [asks('owner', 'name')], answers: { owner: 'Ana Ruiz' } }
    expect(sharedAnswers([asks('name', 'name')], [first, second])).toEqual({ name: 'Ana Ruiz' })
  })
})

it('adds up what is known, and knows nothing where one part is not', () => {
  expect(sumCents([500, 2500])).toBe(3000)
  expect(sumCents([])).toBe(0)
  expect(sumCents([500, null])).toBeNull()
})
