import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { aCityDatabase, bearer, CityNode, ticket, tokens } from '../../test/city-server.ts'
import type { TestDatabase } from '../../test/database.ts'
import { enrollDevice } from '../devices/device-store.ts'

let database: TestDatabase
let node: CityNode

beforeAll(async () => {
  database = await aCityDatabase()
  node = await CityNode.start(database)
})

afterEach(() => vi.useRealTimers())

afterAll(async () => {
  await node.stop()
  await database.drop()
})

const kiosk = { cookie: `lobbyline_kiosk=${tokens.kiosk}` }

const givenTo = async (headers: Record<string, string>): Promise<string[]> => {
  const response = await node.get('/api/services', headers)
  expect(response.status).toBe(200)
  return response.headers.getSetCookie()
}

it('[C21] a screen in use is given its cookie anew, once a day', async () => {
  const [given] = await givenTo(kiosk)
  expect(given).toContain(`${kiosk.cookie}; Max-Age=34560000; Path=/; HttpOnly`)
  expect(await givenTo(kiosk)).toEqual([])
  expect(await givenTo({ cookie: `lobbyline_display=${tokens.display}` })).toHaveLength(1)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3600_000 })
  const taken = await node.give('take-ticket', ticket, kiosk)
  expect(taken.status).toBe(200)
  expect(taken.headers.getSetCookie()).toHaveLength(1)
})

it('[C21] nobody else is given one', async () => {
  const kioskOfElsewhere = {
    id: 'other',
    officeId: 'hall',
    name: 'other',
    printerId: null,
    kind: 'kiosk',
  } as const
  await enrollDevice(database.pool, { ...kioskOfElsewhere, token: 'other-token-other-token-other' })
  const other = 'lobbyline_kiosk=other-token-other-token-other'
  expect(await givenTo({ cookie: await node.signIn('rosa') })).toEqual([])
  expect(await givenTo(bearer('kiosk'))).toEqual([])
  expect(await givenTo({ ...bearer('kiosk'), cookie: other }), 'the token asked, not the cookie').toEqual([])
  const refused = await node.get('/api/services', { cookie: 'lobbyline_kiosk=no-token-of-ours-no-token' })
  expect(refused.headers.getSetCookie()).toEqual([])
})
