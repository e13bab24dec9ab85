import { expect, test } from 'vitest'
import { Echoes } from './echoes.ts'

test('each press that the page heard has one echo, and a late one is a press of its own', () => {
  const echoes = new Echoes()
  echoes.expect(1_000)
  echoes.expect(1_050)
  expect([echoes.take(1_100), echoes.take(1_100), echoes.take(1_100)]).toEqual([true, true, false])
  echoes.expect(2_000)
  expect(echoes.take(2_400)).toBe(false)
})

test('where no agent tells them again, a day of keys leaves nothing behind', () => {
  const echoes = new Echoes()
  for (let at = 0; at < 1_000_000; at += 100) echoes.expect(at)
  expect(echoes.awaited).toBe(4)
})
