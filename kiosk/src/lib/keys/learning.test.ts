import { keypadActions } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import '#lib/flow/plain-runes.ts'
import { Learning } from './learning.svelte.ts'

const press = (learning: Learning, code: string, key = code) => learning.press({ key, code })

it('asks for each key in turn; one that is missing is skipped, one that is taken or writes is asked again', () => {
  const learning = new Learning({})
  press(learning, 'F13')
  expect(learning.asked).toBe('down')
  press(learning, 'F13')
  expect([learning.asked, learning.problem]).toEqual(['down', { type: 'taken', by: 'up' }])
  press(learning, 'Digit2', '2')
  expect([learning.asked, learning.problem]).toEqual(['down', { type: 'character', key: '2' }])
  learning.skip()
  for (let code = 14; learning.asked; code += 1) press(learning, `F${code}`)
  expect(learning.keys).toMatchObject({ up: 'F13', left: 'F14', right: 'F15' })
  expect(learning.keys.down).toBeUndefined()
  expect(learning.agentKeys).toMatch(/^"keys": \{"up":104,"left":105/)
})

it('shows afterwards what each key is, and begins anew when asked to', () => {
  const learning = new Learning({ up: 'F13' })
  expect(learning.asked).toBeNull()
  press(learning, 'F13')
  expect(learning.tried).toBe('up')
  press(learning, 'F14')
  expect([learning.tried, learning.problem]).toEqual([null, { type: 'unknown', key: 'F14' }])
  learning.startAgain()
  expect([learning.asked, learning.keys, learning.problem]).toEqual([keypadActions[0], {}, null])
})
