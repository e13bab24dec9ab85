import type { IntakeView } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { changedByRules } from './changed-by-rules.ts'

const view = (rev: number, corrected: readonly number[]): IntakeView =>
  ({
    file: { rev },
    corrections: corrected.map((was) => ({ rev: was, at: 0, by: 'rosa', was: {} })),
  }) as unknown as IntakeView

it('a form of which nobody has changed an answer, and which is another all the same, was changed by the rules', () => {
  expect(changedByRules(view(1, []))).toBe(false)
  expect(changedByRules(view(2, [1]))).toBe(false)
  expect(changedByRules(view(2, []))).toBe(true)
  expect(changedByRules(view(3, [1]))).toBe(true)
  expect(changedByRules(view(3, [2]))).toBe(false)
})
