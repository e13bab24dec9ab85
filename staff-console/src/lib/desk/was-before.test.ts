import type { IntakeView } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { wasBefore } from './was-before.ts'

const view = (...was: Record<string, string>[]): IntakeView =>
  ({
    file: { answers: { phone: '9515550142', name: 'Dana' } },
    corrections: was.map((each, index) => ({ rev: index + 1, at: 0, by: 'rosa', was: each })),
  }) as unknown as IntakeView

it('keeps the value before the last change of this answer, and none for an answer that never changed', () => {
  const twice = view({ phone: '9515550100', name: 'Dana' }, { phone: '9515550119', name: 'Dana' })
  expect(wasBefore(twice, 'phone')).toBe('9515550119')
  expect(wasBefore(twice, 'name')).toBeUndefined()
  expect(wasBefore(view({ phone: '9515550142' }), 'phone')).toBeUndefined()
  expect(wasBefore(view(), 'phone')).toBeUndefined()
})
