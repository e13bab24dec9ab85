import { expect, it } from 'vitest'
import '#lib/flow/plain-runes.ts'
import { Comfort } from './comfort.svelte.ts'

const shown = (comfort: Comfort) => {
  const dataset: DOMStringMap = {}
  comfort.show({ dataset })
  return dataset
}

const usual = { text: '100', contrast: 'usual', reach: 'usual', curtain: 'up' }

it('is as usual until somebody asks', () => {
  expect(shown(new Comfort())).toEqual(usual)
})

it('goes through the text sizes and round again', () => {
  const comfort = new Comfort()
  const sizes = Array.from({ length: 4 }, () => {
    comfort.nextTextSize()
    return comfort.textPercent
  })
  expect(sizes).toEqual([150, 200, 100, 150])
})

it('turns each thing on and off, and forgets them all for the next resident', () => {
  const comfort = new Comfort()
  comfort.nextTextSize()
  comfort.toggleContrast()
  comfort.toggleReach()
  comfort.toggleCurtain()
  expect(shown(comfort)).toEqual({ text: '150', contrast: 'high', reach: 'low', curtain: 'down' })
  comfort.toggleReach()
  expect(comfort.reach).toBe(false)
  comfort.reset()
  expect(shown(comfort)).toEqual(usual)
})
