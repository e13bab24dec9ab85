import { expect, it } from 'vitest'
import { petTag } from '../services/pet-tag/index.ts'
import { yardSale } from '../services/yard-sale/index.ts'
import { LookUpBudget } from './look-up-budget.ts'

const typed = petTag.questions.find(({ kind }) => kind.type === 'code')?.id ?? ''
const chosen = petTag.questions.find(({ kind }) => kind.type === 'choice')?.id ?? ''

const aBudget = () => {
  let now = 0
  const budget = new LookUpBudget(() => now)
  const ask = (tag: number, device = 'kiosk-1', choice = 'a'): boolean =>
    budget.take(device, petTag, { [typed]: String(tag), [chosen]: choice })
  return { budget, ask, pass: (ms: number) => (now += ms) }
}

const tags = (count: number): number[] => Array.from({ length: count }, (_, index) => 1000 + index)

it('[C13] answers a kiosk about two hundred tags, and then about twenty a minute', () => {
  const { ask, pass } = aBudget()
  expect(tags(300).filter((tag) => ask(tag))).toHaveLength(200)
  pass(60_000)
  expect(tags(100).filter((tag) => ask(tag + 5_000))).toHaveLength(20)
})

it('[C13] asks nothing for other choices about the same tag, nor of another kiosk', () => {
  const { ask } = aBudget()
  expect(tags(500).every((_, index) => ask(7, 'kiosk-1', `choice-${index}`))).toBe(true)
  for (const tag of tags(300)) ask(tag)
  expect(ask(9_999)).toBe(false)
  expect(ask(9_999, 'kiosk-2')).toBe(true)
})

it('[C13] asks nothing for what finds nobody', () => {
  const { budget, ask } = aBudget()
  for (const tag of tags(300)) ask(tag)
  expect(budget.take('kiosk-1', petTag, { [chosen]: 'lost' })).toBe(true)
  expect(budget.take('kiosk-1', yardSale, {})).toBe(true)
  expect(budget.take('kiosk-1', undefined, { anything: 'x' })).toBe(true)
})
