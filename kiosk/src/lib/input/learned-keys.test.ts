import { expect, it } from 'vitest'
import { hidUsage } from './hid-usage.ts'
import { actionOfCode, learn, learnedKeysIn } from './learned-keys.ts'

it('learns a key once, whatever it was before, and no key for two things', () => {
  const up = learn({}, 'up', { key: 'F13', code: 'F13' })
  expect(up).toEqual({ type: 'learned', keys: { up: 'F13' } })
  expect(learn({ up: 'F13' }, 'down', { key: 'F13', code: 'F13' })).toEqual({ type: 'taken', by: 'up' })
  expect(learn({ up: 'F13' }, 'up', { key: 'F13', code: 'F13' }).type).toBe('learned')
  expect(actionOfCode({ up: 'F13', select: 'NumpadEnter' }, 'NumpadEnter')).toBe('select')
  expect(actionOfCode({}, '')).toBeNull()
})

it('learns no key that writes: a code that is scanned must press nothing', () => {
  for (const key of ['8', 'a', ' ']) expect(learn({}, 'up', { key, code: 'KeyA' }).type).toBe('character')
})

it('reads back what was kept, and passes over what is none of it', () => {
  const kept = { up: 'F13', 'headphones-in': 'F20' }
  expect(learnedKeysIn(JSON.stringify(kept))).toEqual(kept)
  expect(learnedKeysIn('{"up":"F13","down":7,"fly":"F14","left":"<b>","constructor":"F15"}')).toEqual({
    up: 'F13',
  })
  for (const broken of [null, '', '{', '[]', 'null', '7']) expect(learnedKeysIn(broken)).toEqual({})
})

it('tells an agent the keys by the numbers of USB', () => {
  const known = { Enter: 0x28, F1: 0x3a, F12: 0x45, ArrowUp: 0x52, NumpadEnter: 0x58, F13: 0x68, F24: 0x73 }
  for (const [code, usage] of Object.entries(known)) expect(hidUsage(code)).toBe(usage)
  expect(hidUsage('BrowserBack')).toBeNull()
})
