import type { SpeechOrder } from '@lobbyline/server/contract'
import { beforeEach, expect, it } from 'vitest'
import '../flow/plain-runes.ts'
import { Speaking } from './speaking.svelte.ts'
import type { Voice } from './voice.ts'

/** Says nothing aloud and remembers all; each thing lasts until it is let go. */
class RecordingVoice implements Voice {
  readonly said: string[] = []
  readonly orders: SpeechOrder[] = []
  volume = 0
  isPaused = false
  #finish = () => {}

  async languages() {
    return ['en', 'es'] as const
  }

  async say(order: SpeechOrder, signal: AbortSignal): Promise<void> {
    this.orders.push(order)
    this.said.push(order.text)
    const { promise, resolve } = Promise.withResolvers<undefined>()
    this.#finish = () => resolve(undefined)
    signal.addEventListener('abort', this.#finish)
    await promise
  }

  setVolume(volume: number) {
    this.volume = volume
  }

  pause() {
    this.isPaused = true
  }

  goOn() {
    this.isPaused = false
  }

  /** what is being said ends */
  async end() {
    this.#finish()
    await new Promise((resolve) => setTimeout(resolve))
  }
}

let voice: RecordingVoice
let speaking: Speaking
let language: 'en' | 'es' | 'tl'

beforeEach(async () => {
  voice = new RecordingVoice()
  language = 'en'
  speaking = new Speaking({
    voice,
    language: () => language,
    isOwn: ({ text }) => text === 'Next',
    volumeText: (level) => `Volume ${level}`,
    listening: () => {},
  })
  await speaking.findVoices()
  speaking.turn(true)
})

const en = (...texts: string[]) => texts.map((text) => ({ text, language: 'en' as const }))

it('says one thing after the other, in sentences', async () => {
  speaking.say(en('What is your name? Type it.', 'Next'))
  expect(voice.said).toEqual(['What is your name?'])
  await voice.end()
  await voice.end()
  await voice.end()
  expect(voice.said).toEqual(['What is your name?', 'Type it.', 'Next'])
})

it('keeps the sound of its own texts only', async () => {
  speaking.say(en('Dana Whitfield', 'Next'))
  await voice.end()
  expect(voice.orders.map(({ text, keep }) => [text, keep])).toEqual([
    ['Dana Whitfield', false],
    ['Next', true],
  ])
})

it('[3] is silenced by what is new, by a touch, and repeats when asked', async () => {
  speaking.say(en('One', 'Two'))
  speaking.say(en('Three', 'Four'))
  await voice.end()
  speaking.stop()
  await voice.end()
  expect(voice.said).toEqual(['One', 'Three', 'Four'])
  speaking.repeat()
  expect(voice.said.at(-1)).toBe('Three')
})

it('[3] pauses and goes on', () => {
  speaking.say(en('One'))
  speaking.pause()
  expect([speaking.isPaused, voice.isPaused]).toEqual([true, true])
  speaking.goOn()
  expect([speaking.isPaused, voice.isPaused]).toEqual([false, false])
})

it('[5] the next resident finds the volume and the speed as they were, and quiet', () => {
  const { volume } = voice
  speaking.changeVolume(1)
  speaking.nextSpeed()
  expect(voice.volume).toBeGreaterThan(volume)
  expect(voice.said.at(-1)).toBe('Volume 4')
  speaking.reset()
  expect([voice.volume, speaking.speed, speaking.isOn]).toEqual([volume, 'usual', false])
  speaking.say(en('One'))
  expect(voice.said).not.toContain('One')
})

it('[7] headphones turn it on, also for who comes while they stay in, and pulling them out ends it', () => {
  speaking.turn(false)
  speaking.plug(true)
  speaking.reset()
  expect(speaking.isOn).toBe(true)
  speaking.plug(false)
  expect(speaking.isOn).toBe(false)
})

it('what is added waits for its turn', async () => {
  speaking.say(en('One'))
  speaking.add(en('Two'))
  expect(voice.said).toEqual(['One'])
  await voice.end()
  expect(voice.said).toEqual(['One', 'Two'])
})

it('a language without a voice is offered nothing and holds nothing up', async () => {
  language = 'tl'
  expect(speaking.canSpeak).toBe(false)
  speaking.say([{ text: 'Susunod', language: 'tl' }, ...en('Next')])
  await voice.end()
  expect(voice.said).toEqual(['Next'])
})
