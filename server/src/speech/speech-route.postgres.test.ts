import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCityDatabase, bearer, CityNode } from '../../test/city-server.ts'
import type { TestDatabase } from '../../test/database.ts'
import { putRecording } from './recording-store.ts'

let database: TestDatabase
let node: CityNode

beforeAll(async () => {
  database = await aCityDatabase()
  const audio = Buffer.from('OggS a person says Next')
  await putRecording(database.pool, { language: 'en', text: 'Next', mediaType: 'audio/ogg', audio })
  node = await CityNode.start(database)
})

afterAll(async () => {
  await node.stop()
  await database.drop()
})

const next = { language: 'en', speed: 'usual', text: 'Next', keep: true }
const say = (body: unknown, headers: Record<string, string>) => node.post('/api/speech', body, headers)

it('[SP5] a kiosk and a display are spoken to', async () => {
  for (const device of ['kiosk', 'display'] as const) {
    const answer = await say(next, bearer(device))
    expect(answer.headers.get('content-type')).toBe('audio/ogg')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toBe('OggS a person says Next')
  }
  expect(await (await node.get('/api/voices', bearer('kiosk'))).json()).toEqual(['en'])
})

it('[SP5] nobody else is', async () => {
  expect((await say(next, {})).status).toBe(401)
  expect((await say(next, bearer('agent'))).status).toBe(403)
  expect((await say(next, { cookie: await node.signIn('rosa') })).status).toBe(403)
})

it.each([
  ['no such language', { ...next, language: 'xx' }],
  ['no such speed', { ...next, speed: 'furious' }],
  ['nothing to say', { ...next, text: '  ' }],
  ['more than a sentence', { ...next, text: 'a'.repeat(401) }],
  ['not told whether it is kept', { language: 'en', speed: 'usual', text: 'Next' }],
])('[SP5] refuses a body with %s', async (_, body) => {
  expect((await say(body, bearer('kiosk'))).status).toBe(422)
})

it('[SP4] what nobody can say is not there', async () => {
  const answer = await say({ ...next, language: 'tl', text: 'Susunod' }, bearer('kiosk'))
  expect(answer.status).toBe(404)
})

it('[SP5] a screen that never stops talking is told to', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 420 }, async () => (await say(next, bearer('kiosk'))).status),
  )
  expect(statuses).toContain(429)
})
