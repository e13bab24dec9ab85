import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { putRecording } from './recording-store.ts'
import { SoundCache } from './sound-cache.ts'
import { Speech } from './speech.ts'
import type { Synthesizer } from './synthesizer.ts'
import type { Utterance } from './voices.ts'

let database: TestDatabase
let folder: string
let orders: Parameters<Synthesizer['speak']>[0][]

const synthesizer: Synthesizer = {
  speak: async (order) => {
    orders.push(order)
    return Buffer.from(`sound of ${order.text}`)
  },
}

beforeAll(async () => {
  database = await freshDatabase()
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'speech-'))
  orders = []
  return () => rm(folder, { recursive: true })
})

afterAll(() => database.drop())

const speaking = (voice: Synthesizer | null = synthesizer): Speech =>
  new Speech({ pool: database.pool, synthesizer: voice, cache: new SoundCache(join(folder, 'sounds')) })

const next: Utterance = { language: 'en', speed: 'usual', text: 'Touch  Next' }
const heard = (sound: { audio: Buffer } | null): string | undefined => sound?.audio.toString()

it('[SP3] a text of the interface is made once, at each speed', async () => {
  const speech = speaking()
  expect(heard(await speech.say(next, { keep: true }))).toBe('sound of Touch Next')
  expect(heard(await speech.say({ ...next, text: 'Touch Next ' }, { keep: true }))).toBe(
    'sound of Touch Next',
  )
  await speech.say({ ...next, speed: 'slow' }, { keep: true })
  expect(orders).toEqual([
    { voice: 'en-us', wordsPerMinute: 150, text: 'Touch Next' },
    { voice: 'en-us', wordsPerMinute: 115, text: 'Touch Next' },
  ])
})

it('[SP3] what a person told leaves nothing on the disk', async () => {
  const speech = speaking()
  const name: Utterance = { language: 'en', speed: 'usual', text: 'Dana Whitfield' }
  expect(heard(await speech.say(name, { keep: false }))).toBe('sound of Dana Whitfield')
  await speech.say(name, { keep: false })
  expect(orders).toHaveLength(2)
  expect(await readdir(folder)).toEqual([])
})

it('[SP3] a kept sound’s name tells nothing of its text', async () => {
  await speaking().say(next, { keep: true })
  expect(await readdir(join(folder, 'sounds'))).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.wav$/)])
})

it('[SP2] a recording is said instead, whoever else could say it', async () => {
  const { pool } = database
  const audio = Buffer.from('a person')
  await putRecording(pool, { language: 'es', text: 'Siguiente', mediaType: 'audio/mpeg', audio })
  const said: Utterance = { language: 'es', speed: 'fast', text: 'Siguiente' }
  for (const voice of [synthesizer, null])
    expect(await speaking(voice).say(said, { keep: true })).toEqual({ mediaType: 'audio/mpeg', audio })
  expect(orders).toEqual([])
  expect(await speaking(null).say(said, { keep: false })).toBeNull()
  expect(await speaking(null).languages()).toEqual(['es'])
})

it('[SP4] nobody says Tagalog unless someone recorded it', async () => {
  const said: Utterance = { language: 'tl', speed: 'usual', text: 'Susunod' }
  expect(await speaking().say(said, { keep: true })).toBeNull()
  expect(await speaking().languages()).toEqual(['en', 'es', 'zh-Hans', 'vi'])
  expect(await speaking(null).say(next, { keep: true })).toBeNull()
})
