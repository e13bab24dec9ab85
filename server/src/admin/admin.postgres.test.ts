import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { deviceByToken } from '../devices/device-store.ts'
import { openOffice } from '../office/open-office.ts'
import type { Command, CommandActor } from '../domain/command.ts'
import { addDays, businessDay } from '../domain/time.ts'
import { settingsOf } from '../domain/intakes/assessing.ts'
import { services } from '../services/index.ts'
import { yardSale } from '../services/yard-sale/index.ts'
import { petTag } from '../services/pet-tag/index.ts'
import { tokenHash } from '../staff/secret-token.ts'
import { servicesView } from '../views/services-view.ts'
import { staffOf } from '../staff/staff-store.ts'
import { signIn } from '../staff/sign-in.ts'
import { adminCommands as commands } from './commands.ts'
import { UsageError } from './admin-command.ts'
import { readRecording } from '../speech/recording-store.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.drop())

const run = async (name: string, words: string[] = [], options: Record<string, string> = {}, input = '') => {
  const { pool } = database
  const said: string[] = []
  await commands[name]?.run({
    pool,
    words,
    options,
    say: (line) => said.push(line),
    readFile: async () => input,
    readBytes: async (path) => Buffer.from(path.endsWith('.ogg') ? `OggS ${path}` : 'no sound'),
    readInput: async () => input,
    give: async (officeId, command) => {
      const office = await openOffice({ pool, officeId, services, visitUrl: () => '' })
      const result = await office.submit(command, { type: 'system' }, randomUUID())
      await office.stop()
      if (!result.ok) throw new UsageError(result.code)
    },
  })
  return said.join('\n')
}

const hall = {
  name: 'City of Elm',
  office: 'City Hall',
  address: '1 Main St',
  phone: '555',
  zone: 'America/Chicago',
}

it('sets a city up, from the office to the clerk at the window', async () => {
  await run('init-office', ['elm'], hall)
  await run('add-device', ['elm', 'agent-1'], { kind: 'agent', name: 'Agent' })
  await run('add-printer', ['elm', 'lobby'], { name: 'Lobby', device: 'agent-1' })
  await run('add-window', ['elm', '1'], { printer: 'lobby', lines: 'pet-tag,other' })
  const added = await run('add-staff', ['elm', 'Ann'], { name: 'Ann', roles: 'clerk,oath' })
  const password = /only now: (\S+)/.exec(added)?.[1] ?? ''
  expect(await signIn(database.pool, { login: 'ann', password, network: 'here' })).toMatchObject({
    ok: true,
    value: { session: { officeId: 'elm', staff: { name: 'Ann', roles: ['clerk', 'oath'] } } },
  })
  expect(await run('list')).toBe(
    [
      'elm: office City Hall, City of Elm, 1 Main St, 555, America/Chicago',
      'elm: window 1, printer lobby',
      'elm: printer lobby at agent-1: offline',
      'elm: agent agent-1 "Agent"',
      'elm: staff ann: clerk, oath',
    ].join('\n'),
  )
})

it('[C5] gives a device one token at a time, and brings it back where it was', async () => {
  const tokenOf = (said: string) => /only now: (\S+)/.exec(said)?.[1] ?? ''
  const kiosk = { kind: 'kiosk', name: 'Kiosk' }
  const first = await run('add-device', ['elm', 'kiosk-1'], { ...kiosk, printer: 'lobby' })
  expect(first).toContain('Its tickets come out of lobby.')
  await expect(run('add-device', ['elm', 'kiosk-1'], kiosk)).rejects.toThrow(
    'renew-token gives it a new token',
  )
  expect(await deviceByToken(database.pool, tokenHash(tokenOf(first)))).toMatchObject({ printerId: 'lobby' })
  await run('revoke-device', ['kiosk-1'])
  expect(await deviceByToken(database.pool, tokenHash(tokenOf(first)))).toBeNull()
  const second = await run('add-device', ['elm', 'kiosk-1'], kiosk)
  expect(second).toContain('Its tickets come out of lobby.')
  expect(await deviceByToken(database.pool, tokenHash(tokenOf(second)))).toMatchObject({ printerId: 'lobby' })
  expect(await run('list')).toContain('elm: kiosk kiosk-1 "Kiosk", printer lobby')
  await run('revoke-device', ['kiosk-1'])
  expect(await run('add-device', ['elm', 'kiosk-9'], kiosk)).toContain('It has no printer')
  await run('revoke-device', ['kiosk-9'])
})

it('renews a token', async () => {
  await run('add-device', ['elm', 'wall'], { kind: 'display', name: 'Wall' })
  const said = await run('renew-token', ['wall'])
  const token = /#device=(\S+)/.exec(said)?.[1] ?? ''
  expect(said).toContain('Open PUBLIC_URL/display#device=')
  expect(await deviceByToken(database.pool, tokenHash(token))).toMatchObject({ id: 'wall', kind: 'display' })
})

it('[C5] lets someone leave, and come back', async () => {
  const passwordOf = (said: string) => /only now: (\S+)/.exec(said)?.[1] ?? ''
  const password = passwordOf(await run('add-staff', ['elm', 'bea'], { name: 'Bea', roles: 'clerk, oath' }))
  const mayEnter = async (with_: string) =>
    (await signIn(database.pool, { login: 'bea', password: with_, network: 'there' })).ok
  expect(await mayEnter(password)).toBe(true)
  expect(await run('remove-staff', ['bea'])).toBe('Bea does not sign in as bea any more.')
  const { rowCount } = await database.pool.query(
    `select from session join staff on staff.id = staff where login = 'bea'`,
  )
  expect(rowCount).toBe(0)
  expect(await mayEnter(password)).toBe(false)
  expect(await run('list')).toContain('elm: staff bea: clerk, oath, inactive')
  await expect(run('set-password', ['bea'])).rejects.toThrow('Nobody signs in as bea')
  await expect(run('add-staff', ['elm', 'bea'], { name: 'Bea 2', roles: 'clerk' })).rejects.toThrow(
    'someone who was removed',
  )
  expect(await mayEnter(passwordOf(await run('restore-staff', ['bea'])))).toBe(true)
})

it('takes a password from standard input, long enough', async () => {
  await run('set-password', ['ann'], { 'password-stdin': 'true' }, 'a long password\nand more\n')
  const given = { login: 'ann', password: 'a long password', network: 'here' }
  expect((await signIn(database.pool, given)).ok).toBe(true)
  await expect(run('set-password', ['ann'], { 'password-stdin': 'true' }, 'short\n')).rejects.toThrow(
    'at least 10 characters',
  )
})

it('imports records and says which lines it left out', async () => {
  const csv = 'tag,pet,owner,expires\n123,Rex,Bob,2026-12-01\nx,y,z,2026-12-01\n'
  expect(await run('import-pets', ['pets.csv'], {}, csv)).toBe(
    '1 records are in.\nLine 3, tag: not-a-tag; left out.',
  )
})

it('[PT27] leaves what the counter has written since the last import, unless all is asked for', async () => {
  const csv =
    'tag,pet,owner,expires\n401,Rex,Bob,2026-12-01\n402,Luna,Ann,2026-12-01\n403,Max,Eve,2026-12-01\n'
  const renewed = { pet: 'Rex', expires: '2027-12-01', writtenBy: 'intake-1' }
  const canceled = { pet: 'Luna', expires: '2026-11-01', writtenBy: null }
  const expiries = async () => {
    const { rows } = await database.pool.query<{ expires: string }>(
      `select data ->> 'expires' as expires from city_record where key in ('401', '402', '403') order by key`,
    )
    return rows.map(({ expires }) => expires)
  }
  expect(await run('import-pets', ['pets.csv'], {}, csv)).toBe('3 records are in.')
  for (const [key, data] of Object.entries({ 401: renewed, 402: canceled }))
    await database.pool.query('update city_record set data = $2 where key = $1', [key, data])

  expect(await run('import-pets', ['pets.csv'], {}, csv.replace('Eve,2026', 'Eve,2028'))).toBe(
    '1 records are in.\n2 were left: changed at the counter since. With --all they are replaced too.',
  )
  expect(await expiries()).toEqual(['2027-12-01', '2026-11-01', '2028-12-01'])
  expect(await run('import-pets', ['pets.csv'], { all: 'true' }, csv)).toBe('3 records are in.')
  expect(await expiries()).toEqual(['2026-12-01', '2026-12-01', '2026-12-01'])
})

it('[H1] sets the hours, and takes them away again', async () => {
  const openingOf = async () => {
    const office = await openOffice({ pool: database.pool, officeId: 'elm', services, visitUrl: () => '' })
    await office.stop()
    return office.state.opening
  }
  await run('set-hours', ['elm'], { hours: 'mon-thu 7:00-18:00, fri 8:00-12:00', closed: '2026-12-25' })
  expect(await openingOf()).toMatchObject({
    week: [{}, {}, {}, {}, [{ from: '08:00', until: '12:00' }], [], []],
    closedDays: ['2026-12-25'],
  })
  expect(await run('show-hours', ['elm'])).toBe(
    '--hours "mon-thu 7:00-18:00, fri 8:00-12:00" --closed 2026-12-25',
  )
  expect(await run('set-hours', ['elm'], { closed: '2026-12-25,2027-01-01' })).toBe(
    [
      'It was --hours "mon-thu 7:00-18:00, fri 8:00-12:00" --closed 2026-12-25',
      'It is --hours "mon-thu 7:00-18:00, fri 8:00-12:00" --closed 2026-12-25,2027-01-01',
    ].join('\n'),
  )
  await run('set-hours', ['elm'], { hours: 'always' })
  expect(await openingOf()).toEqual({ week: null, closedDays: ['2026-12-25', '2027-01-01'] })
  await run('set-hours', ['elm'], { closed: 'none' })
  expect(await openingOf()).toEqual({ week: null, closedDays: [] })
  await expect(run('set-hours', ['elm'])).rejects.toThrow('Say what to change: --hours or --closed')
})

describe('settings', () => {
  const set = (values: unknown, options: Record<string, string> = {}, service = 'yard-sale') =>
    run('set-service', ['elm', service], { file: 'f.json', ...options }, JSON.stringify(values))
  const shown = (service = 'yard-sale') => run('show-service', ['elm', service])
  const day = (later: number) => addDays(businessDay(Date.now(), hall.zone), later)

  it('[D7] of a service are changed by a file with some of them, and told before and after', async () => {
    const before = JSON.parse(await shown()) as Record<string, unknown>
    expect(before).toMatchObject({ feeCents: 500, charity: { offered: true } })
    expect(Object.keys(before).filter((name) => name === 'streets' || name.includes(':'))).toEqual([])
    expect(await set({ feeCents: 700, maxDays: 3, weekdays: [6, 7] })).toBe(
      `From ${day(0)} on:\n  feeCents: 500 ($5.00) -> 700 ($7.00)\n  weekdays: [5,6,7] -> [6,7]`,
    )
    expect(JSON.parse(await shown())).toEqual({ ...before, feeCents: 700, weekdays: [6, 7] })
    expect(await run('set-service', ['elm', 'yard-sale'], { file: 'f.json' }, await shown())).toBe(
      'It is so already: nothing is changed.',
    )
  })

  it('[D7] that are to come are shown, and end those of today', async () => {
    await set({ lateFeeCents: 2500 }, { from: day(30) }, 'pet-tag')
    expect(await set({ lateFeeCents: 2200, graceDays: 10 }, {}, 'pet-tag')).toBe(
      `From ${day(0)} on:\n  lateFeeCents: 2000 ($20.00) -> 2200 ($22.00), until ${day(30)}: 2500 ($25.00)\n  graceDays: 30 -> 10`,
    )
    const [inForce = '', toCome] = (await shown('pet-tag')).split(`\nFrom ${day(30)} on:\n`)
    expect(JSON.parse(inForce)).toMatchObject({ lateFeeCents: 2200, graceDays: 10 })
    expect(JSON.parse(toCome ?? '')).toEqual({ lateFeeCents: 2500 })
  })

  it('[D7] named for a later day are so then, whatever is set before it', async () => {
    const next = { monthEndDays: 7, maxQuantity: 5 }
    expect(await set(next, { from: day(60) }, 'bus-pass')).toBe(
      `From ${day(60)} on:\n  monthEndDays: 7, as it is; a change before that day ends then\n  maxQuantity: 10 -> 5`,
    )
    expect(await set(next, { from: day(60) }, 'bus-pass')).toBe('It is so already: nothing is changed.')
    expect(await set({ monthEndDays: 5 }, { from: day(50) }, 'bus-pass')).toContain(
      `monthEndDays: 7 -> 5, until ${day(60)}: 7`,
    )
    const toCome = (await shown('bus-pass')).split(`From ${day(60)} on:\n`)[1]
    expect(JSON.parse(toCome ?? '')).toEqual(next)
  })

  it.each([
    [{ color: 'red' }, {}, 'There is no setting color: the settings are feeCents, salesPerYear,'],
    [{ feeCents: '5' }, {}, 'feeCents should be a whole number from 0 to 100000000, like 500'],
    [{ charity: { offered: 1 } }, {}, 'charity.offered should be true or false, like true'],
    [{ weekdays: 6 }, {}, 'weekdays should be a list of at least 1, none of it twice, like [5,6,7]'],
    [{ fromHour: 7.5, untilHour: -1 }, {}, /fromHour should[^]*untilHour should/],
    [{ weekdays: [6, 9] }, {}, 'weekdays[1] should be a whole number from 1 to 7, like 5'],
    [{ weekdays: [6, 6] }, {}, 'weekdays should be a list of at least 1, none of it twice'],
    [{ salesPerYear: -1 }, {}, 'salesPerYear should be a whole number from 0 to 366, like 2'],
    [{ fromHour: 14 }, {}, 'fromHour should be a whole number from 0 to 13, like 7'],
    [{ fromHour: 13, untilHour: 12 }, {}, 'untilHour should be more than fromHour, which is 13'],
    [{ leadDays: 200 }, {}, 'aheadDays should be at least leadDays, which is 200'],
    [{ cityName: '' }, {}, 'cityName should be a text of 1 to 80 characters'],
    [{ charity: { ofered: true } }, {}, 'charity.ofered should be left out: there is no such part'],
    [{ streets: [] }, {}, 'streets is set by load-streets'],
    [{ 'translator:es': 'Ann' }, {}, 'translator:es is set by record-translator'],
    [[500], {}, '--file should be JSON'],
    [{ feeCents: 1 }, { from: 'May 1' }, '--from should be a day like'],
    [{ feeCents: 1 }, { from: '2020-01-01' }, 'which is today, or later'],
  ])('%j %o is told what is wrong', async (values, options, message) => {
    await expect(set(values, options)).rejects.toThrow(UsageError)
    await expect(set(values, options)).rejects.toThrow(message)
  })

  it.each([
    ['pet-tag', { startFrom: 'tomorrow' }, 'startFrom should be one of old-expiry, today'],
    [
      'pet-tag',
      { alteredFeesCents: [1, 2, 3, 4] },
      'alteredFeesCents should be a list of 1 to 3, like [2500,4',
    ],
    ['pet-tag', { backdateDays: 365 }, 'backdateDays should be a whole number from 0 to 364, like 90'],
    ['bus-pass', { nextMonthSaleDay: 32 }, 'nextMonthSaleDay should be a whole number from 1 to 31, like 20'],
    ['bus-pass', { proofClasses: ['pilot'] }, 'proofClasses[0] should be one of regular, senior, disabled,'],
    [
      'bus-pass',
      { free: [{ fareClass: 'youth', products: ['day'], from: '2026-13-01', until: '2027-06-30' }] },
      'free[0].from should be a day like 2027-01-01',
    ],
    [
      'bus-pass',
      { free: [{ fareClass: 'youth', products: ['day'], from: '2027-07-01', until: '2027-06-30' }] },
      'free[0].until should be at least from, which is "2027-07-01"',
    ],
    [
      'bus-pass',
      { fareCents: { day: { regulr: 1 }, monthly: {} } },
      'fareCents.day.regulr should be left out',
    ],
  ])('[D9] of %s, %j is told what is wrong', async (service, values, message) => {
    await expect(set(values, {}, service)).rejects.toThrow(UsageError)
    await expect(set(values, {}, service)).rejects.toThrow(message)
  })

  it('[D9] that would not go together on a later day are told', async () => {
    await set({ leadDays: 10 }, { from: day(40) })
    const told = `aheadDays should be at least leadDays, which is 10 on ${day(40)}`
    await expect(set({ aheadDays: 9 })).rejects.toThrow(told)
    await set({ aheadDays: 90 })
  })

  it('[D9] that were stored before a rule came stay in force, are shown, and hinder no others', async () => {
    const { pool } = database
    const before = new Map([['yard-sale', { ...yardSale, settingRules: {} }]])
    const office = await openOffice({ pool, officeId: 'elm', services: before, visitUrl: () => '' })
    const stored = { service: 'yard-sale', from: day(0), values: { weekdays: [6, 9] } }
    const change = { kind: 'change-service-settings', body: stored } as const
    expect(await office.submit(change, { type: 'system' }, randomUUID())).toMatchObject({ ok: true })
    await office.stop()
    expect(await set({ feeCents: 800 })).toBe(`From ${day(0)} on:\n  feeCents: 700 ($7.00) -> 800 ($8.00)`)
    expect(await shown()).toContain('In force, but weekdays[1] should be a whole number from 1 to 7')
    await set({ weekdays: [6, 7] })
    expect(await shown()).not.toContain('In force, but')
  })

  it('[D7] of the line are changed by a file with some of them', async () => {
    const setLine = (text: string) => run('set-line', ['elm'], { file: 'f.json' }, text)
    const before = JSON.parse(await run('show-line', ['elm'])) as object
    expect(await setLine('{"noShowMs": 120000}')).toBe('  noShowMs: 180000 -> 120000')
    expect(JSON.parse(await run('show-line', ['elm']))).toEqual({ ...before, noShowMs: 120_000 })
    expect(await setLine('{"noShowMs": 120000}')).toBe('It is so already: nothing is changed.')
    await expect(setLine('{"noShowMs": 5}')).rejects.toThrow('noShowMs should be milliseconds, 10000')
    await expect(setLine('{"holdMs": 5}')).rejects.toThrow('There is no setting holdMs')
    await expect(setLine('noShowMs: 5')).rejects.toThrow('--file should be JSON')
  })
})

it('[YS12] loads the streets of a city, and tells which lines it left out', async () => {
  const csv = 'street,from,to\nElm St,100,900\nMaple Ave,x,\n'
  expect(await run('load-streets', ['elm', 'streets.csv'], { city: 'Elm' }, csv)).toBe(
    'Line 3: not-a-number; left out.\n1 streets are in.',
  )
  const office = await openOffice({ pool: database.pool, officeId: 'elm', services, visitUrl: () => '' })
  await office.stop()
  expect(servicesView(office.state, services).streets).toEqual(['Elm St'])
  await expect(run('load-streets', ['elm', 'streets.csv'], {}, 'street\n')).rejects.toThrow('no street')
})

it('[L27] says what is destroyed by the city’s word, what goes all the same, and what stays', async () => {
  const leavings =
    'Papers to print go after 7 days all the same, and what was refused to strangers after 400; the city’s own records, such as a dog’s, stay.'
  const days = { resolution: 'R 12', intakes: '730', receipts: '2555' }
  expect(await run('set-retention', ['elm'], days)).toBe(
    `elm destroys forms, with answers, names and what was issued, after 730 days, payers after 2555, by R 12.\n${leavings}`,
  )
  expect(await run('keep-everything', ['elm'])).toBe(
    `elm keeps forms, what was issued and payers from now on.\n${leavings}`,
  )
  expect(await run('keep-everything', ['elm'])).toContain(
    'elm keeps forms, what was issued and payers already.',
  )
})

it('[D7] does not say that it has named a city where a later name is in force', async () => {
  const load = (city: string) => run('load-streets', ['elm', 'streets.csv'], { city }, 'street\nElm St\n')
  await run('set-service', ['elm', 'yard-sale'], { file: 'f.json' }, '{"cityName": "Elmwood"}')
  await expect(load('Elm')).rejects.toThrow('set-service made cityName "Elmwood" from')
  expect(await load('Elmwood')).toBe('1 streets are in.')
})

const clerkNamed = async (name: string): Promise<CommandActor & { type: 'clerk' }> => {
  const { rows } = await database.pool.query<{ id: string }>('select id from staff where name = $1', [name])
  return { type: 'clerk', id: rows[0]?.id ?? '', name, roles: ['clerk'] }
}

describe('change-window', () => {
  const open = () => openOffice({ pool: database.pool, officeId: 'ash', services, visitUrl: () => '' })
  const windows = async () => {
    const office = await open()
    await office.stop()
    return Object.fromEntries(Object.values(office.state.windows).map((window) => [window.label, window]))
  }

  beforeAll(async () => {
    await run('init-office', ['oak'], hall)
    await run('init-office', ['ash'], hall)
    await run('add-device', ['ash', 'agent-2'], { kind: 'agent', name: 'Agent' })
    for (const id of ['desk', 'back']) await run('add-printer', ['ash', id], { name: id, device: 'agent-2' })
    await run('add-window', ['ash', '1'], { printer: 'desk', lines: 'pet-tag,other' })
    await run('add-window', ['ash', '10'], { printer: 'none', lines: 'all' })
  })

  it('[D7] changes what is named, and leaves what is not', async () => {
    const { 1: one, 10: ten } = await windows()
    expect(ten).toMatchObject({ printerId: null, lines: null })

    expect(await run('change-window', ['ash', '1'], { printer: 'back' })).toBe(
      'Window 1 is changed: it is with printer back, calling from pet-tag, other.',
    )
    expect(await windows()).toEqual({ 1: { ...one, printerId: 'back' }, 10: ten })

    expect(await run('change-window', ['ash', ' 1 '], { lines: 'bus-pass, yard-sale,bus-pass' })).toBe(
      'Window 1 is changed: it is with printer back, calling from bus-pass, yard-sale.',
    )
    expect(await windows()).toEqual({
      1: { ...one, printerId: 'back', lines: ['bus-pass', 'yard-sale'] },
      10: ten,
    })

    expect(await run('change-window', ['ash', '1'], { label: '2' })).toContain(
      'Window 1 is window 2 now, with printer back, calling from bus-pass, yard-sale.',
    )
    await run('change-window', ['ash', '2'], { printer: 'none', lines: 'all' })
    expect(await windows()).toEqual({ 2: { ...one, label: '2', printerId: null, lines: null }, 10: ten })
  })

  it('[D7] changes a window where a clerk serves: they stay, with whoever is in front, and are named', async () => {
    await run('add-staff', ['ash', 'cleo'], { name: 'Cleo', roles: 'clerk' })
    const clerk = await clerkNamed('Cleo')
    const office = await open()
    const windowId = Object.values(office.state.windows).find(({ label }) => label === '10')?.id ?? ''
    const ticket = {
      channel: 'counter',
      language: 'en',
      line: 'other',
      intakes: [],
      printerId: null,
    } as const
    for (const command of [
      { kind: 'open-window', body: { windowId } },
      { kind: 'take-ticket', body: ticket },
      { kind: 'call-next', body: { windowId } },
    ] satisfies Command[])
      expect(await office.submit(command, clerk, randomUUID())).toMatchObject({ ok: true })
    await office.stop()

    const said = await run('change-window', ['ash', '10'], { label: '11', printer: 'desk', lines: 'other' })
    expect(said.split('\n')).toEqual([
      'Window 10 is window 11 now, with printer desk, calling from other.',
      'Cleo sits there now and goes on with whoever is in front: tell them.',
      expect.stringMatching(/^\S+ has been called to window 10: .* says 11\.$/),
      'Where it has a scanner or light, the settings of agent-2 should say "window:11" for it.',
    ])
    const after = await open()
    await after.stop()
    expect(after.state.windows[windowId]).toMatchObject({ label: '11', clerkId: clerk.id })
    expect(Object.values(after.state.visits)).toMatchObject([{ state: 'called', windowId }])
    await run('change-window', ['ash', '11'], { label: '10' })
  })
})

it.each([
  ['show-service', ['elm', 'passports'], {}, 'SERVICE is one of yard-sale, pet-tag, bus-pass'],
  ['set-service', ['elm', 'pet-tag'], {}, '--file is missing'],
  ['set-hours', ['elm'], { hours: 'mon 9-5' }, '--hours should be days and hours'],
  ['set-hours', ['elm'], { hours: 'mon 17:00-8:00' }, '--hours should be days and hours'],
  ['set-hours', ['elm'], { hours: 'mon 8:00-25:00' }, 'should be'],
  ['set-hours', ['elm'], { hours: 'always', closed: 'Christmas' }, '--closed should be days'],
  ['init-office', ['Elm Hall'], hall, 'lower-case'],
  ['init-office', ['oak'], { ...hall, zone: 'Mars/Olympus' }, '--zone should be a time zone'],
  ['init-office', ['elm'], hall, 'office-already-open'],
  ['init-office', ['oak'], {}, '--name is missing'],
  ['add-window', ['elm', '1'], {}, 'There is a window 1 already: choose another label'],
  ['add-window', ['elm', '2'], { lines: 'no-such' }, 'There is no service no-such'],
  ['add-window', ['elm', 'Window', '2'], {}, '2 is a word too many'],
  ['change-window', ['elm', '1'], {}, 'Say what to change: --label, --printer or --lines. Window 1 is with'],
  ['change-window', ['nowhere', '1'], {}, 'There is no office nowhere'],
  ['change-window', ['oak', '1'], { label: '2' }, 'There is no window 1: add-window first'],
  ['change-window', ['ash', '7'], { label: '8' }, 'There is no window 7: the windows are 2, 10'],
  ['change-window', ['ash', '2'], { label: '10' }, 'There is a window 10 already: choose another label'],
  ['change-window', ['ash', '2'], { label: 'a label too long' }, '--label should be a number or word'],
  ['change-window', ['ash', '2'], { label: '' }, '--label should be a number or word'],
  [
    'change-window',
    ['ash', '2'],
    { printer: 'lobby' },
    'no printer lobby: add-printer first, or take one of back, desk',
  ],
  ['change-window', ['oak', '1'], { printer: 'desk' }, 'add-window first'],
  ['change-window', ['ash', '2'], { printer: 'P 1' }, '--printer should be the ID of a printer'],
  [
    'change-window',
    ['ash', '2'],
    { lines: 'pet-tag,passports' },
    'no service passports: the services are yard-sale, pet-tag, bus-pass, other',
  ],
  ['change-window', ['ash', '2'], { lines: 'all,other' }, '"all" stands alone'],
  ['change-window', ['ash', '2'], { lines: 'Pet Tag' }, '--lines should be services with commas'],
  ['change-window', ['ash', '2'], { lines: ',' }, '--lines names no service'],
  ['change-window', ['ash', '2', 'bus-pass'], { lines: 'pet-tag,' }, 'bus-pass is a word too many'],
  ['add-printer', ['ash', 'none'], { name: 'P', device: 'agent-2' }, 'ID cannot be none'],
  ['add-window', ['nowhere', '1'], {}, 'There is no office nowhere'],
  ['remove-window', ['ash', '7'], {}, 'There is no window 7: the windows are 2, 10'],
  ['remove-printer', ['ash', 'gone'], {}, 'There is no printer gone'],
  ['import-pets', ['pets.csv'], {}, 'FILE.csv has no record'],
  ['change-office', ['elm'], { phone: '' }, '--phone should be'],
  ['change-staff', ['ann'], {}, 'Say what to change'],
  ['change-staff', ['nobody'], { name: 'N' }, 'Nobody signs in as nobody'],
  ['change-staff', ['ann'], { roles: 'mayor' }, '--roles should be some of clerk'],
  ['change-staff', ['ann'], { name: '' }, '--name should be a name'],
  ['change-device', ['kiosk-1'], { name: 'K' }, 'There is no device kiosk-1 in use'],
  ['change-device', ['wall'], {}, 'Say what to change'],
  ['change-device', ['wall'], { printer: 'lobby' }, 'wall is no kiosk'],
  ['add-staff', ['elm', 'ann'], { name: 'Ann', roles: 'clerk' }, 'already'],
  ['add-staff', ['elm', 'bob'], { name: 'Bob', roles: 'mayor' }, '--roles'],
  ['add-staff', ['elm', 'b b'], { name: 'Bob', roles: 'clerk' }, 'LOGIN should be letters'],
  ['add-staff', ['elm', 'bob'], { name: ' ', roles: 'clerk' }, '--name should be a name'],
  ['add-device', ['elm', 'bus'], { kind: 'bus', name: 'Bus' }, '--kind should be one of kiosk'],
  ['add-printer', ['elm', 'P 1'], { name: 'P', device: 'agent-1' }, 'ID should be the ID of a printer'],
  ['add-staff', ['elm', 'bob'], { name: 'Bob 4111 1111 1111 1111', roles: 'clerk' }, 'no card’s number'],
  [
    'add-printer',
    ['elm', 'p-2'],
    { name: '4111 1111 1111 1111', device: 'agent-1' },
    'number of a bank card',
  ],
  ['remove-staff', ['nobody'], {}, 'Nobody signs in'],
  ['restore-staff', ['ann'], {}, 'Nobody who was removed'],
  ['renew-token', ['nothing'], {}, 'no device'],
  [
    'set-retention',
    ['elm'],
    { resolution: '7', intakes: '365', receipts: '2555' },
    '--intakes should be days',
  ],
  ['set-retention', ['elm'], { intakes: '730', receipts: '2555' }, '--resolution is missing'],
  ['set-password', ['nobody'], {}, 'Nobody signs in'],
  ['revoke-device', ['nothing'], {}, 'no device'],
  ['add-device', ['elm', 'kiosk-1'], { kind: 'agent', name: 'Agent' }, 'another kind or office'],
  ['add-device', ['elm', 'k-2'], { kind: 'kiosk', name: 'K', printer: 'nope' }, 'There is no printer nope'],
  ['add-printer', ['elm', 'desk'], { name: 'Desk', device: 'kiosk-1' }, 'There is no agent kiosk-1'],
])('%s %o %o is told what is wrong', async (name, words, options, message) => {
  await expect(run(name, words, options)).rejects.toThrow(UsageError)
  await expect(run(name, words, options)).rejects.toThrow(message)
})

describe('what was set up wrong', () => {
  beforeAll(async () => {
    await run('init-office', ['yew'], hall)
    await run('add-device', ['yew', 'agent-5'], { kind: 'agent', name: 'Agent' })
    for (const id of ['lobby', 'loby']) await run('add-printer', ['yew', id], { name: id, device: 'agent-5' })
    await run('add-device', ['yew', 'kiosk-5'], { kind: 'kiosk', name: 'Kiosk', printer: 'loby' })
    await run('add-window', ['yew', '1'], { printer: 'loby' })
  })

  it('[D10] is changed: an office’s name, address and phone', async () => {
    expect(await run('change-office', ['yew'], { phone: '556', office: 'Annex' })).toBe(
      '  office: "City Hall" -> "Annex"\n  phone: "555" -> "556"',
    )
    expect(await run('change-office', ['yew'], { phone: '556' })).toContain('nothing is changed')
    const office = await openOffice({ pool: database.pool, officeId: 'yew', services, visitUrl: () => '' })
    await office.stop()
    expect(office.state.city).toEqual({ ...hall, office: 'Annex', phone: '556' })
  })

  it('[D10] is removed: a printer, once neither window nor kiosk prints there', async () => {
    await expect(run('remove-printer', ['yew', 'loby'])).rejects.toThrow(
      'Window 1 prints there: change-window it first\nThe kiosk kiosk-5 prints there: change-device it first',
    )
    await run('change-window', ['yew', '1'], { printer: 'lobby' })
    expect(await run('change-device', ['kiosk-5'], { printer: 'lobby', name: 'Hall' })).toBe(
      'The kiosk kiosk-5 is changed.',
    )
    expect(await run('remove-printer', ['yew', 'loby'])).toContain('The printer loby is removed.')
    expect(await run('list')).not.toContain('loby')
    await expect(run('change-device', ['kiosk-5'], { printer: 'loby' })).rejects.toThrow('no printer loby')
    expect(await run('add-printer', ['yew', 'loby'], { name: 'Back', device: 'agent-5' })).toContain('added')
    await run('add-device', ['yew', 'kiosk-6'], { kind: 'kiosk', name: 'Kiosk', printer: 'loby' })
    await run('revoke-device', ['kiosk-6'])
    await run('remove-printer', ['yew', 'loby'])
    expect(await run('add-device', ['yew', 'kiosk-6'], { kind: 'kiosk', name: 'Kiosk' })).toContain(
      'It has no printer',
    )
    await run('revoke-device', ['kiosk-6'])
  })

  it('[D10] is removed: a window, whose label another one may have', async () => {
    await run('add-window', ['yew', 'A'])
    await run('add-staff', ['yew', 'yan'], { name: 'Yan', roles: 'clerk' })
    const clerk = await clerkNamed('Yan')
    const office = await openOffice({ pool: database.pool, officeId: 'yew', services, visitUrl: () => '' })
    const windowId = Object.values(office.state.windows).find(({ label }) => label === 'A')?.id ?? ''
    const sit = (kind: 'open-window' | 'close-window') =>
      office.submit({ kind, body: { windowId } }, clerk, randomUUID())
    await sit('open-window')
    await expect(run('remove-window', ['yew', 'A'])).rejects.toThrow('Yan sits at window A')
    await sit('close-window')
    await office.stop()
    expect(await run('remove-window', ['yew', 'A'])).toBe('Window A is removed.')
    expect(await run('list')).not.toContain('yew: window A')
    expect(await run('add-window', ['yew', 'A'], { lines: 'other' })).toBe('Window A is added.')
    await run('remove-window', ['yew', 'A'])
    expect(await run('remove-window', ['yew', '1'])).toContain('No window calls from yard-sale')
    expect(await staffOf(database.pool, 'yew')).toMatchObject([{ name: 'Yan', roles: ['clerk'] }])
    await run('add-window', ['yew', 'B'])
    const again = await openOffice({ pool: database.pool, officeId: 'yew', services, visitUrl: () => '' })
    const [atB] = Object.keys(again.state.windows)
    await again.submit({ kind: 'open-window', body: { windowId: atB ?? '' } }, clerk, randomUUID())
    await again.stop()
    expect(await run('remove-staff', ['yan'])).toContain('They still sit at window B')
    expect(await staffOf(database.pool, 'yew')).toMatchObject([{ name: 'Yan', roles: [] }])
  })

  it('[C5] is revoked: an agent, which prints nothing any more and is given no printer', async () => {
    await run('add-device', ['yew', 'agent-6'], { kind: 'agent', name: 'Agent' })
    await run('add-printer', ['yew', 'back'], { name: 'Back', device: 'agent-6' })
    expect(await run('revoke-device', ['agent-6'])).toContain('Nothing is printed at back any more')
    await expect(run('add-printer', ['yew', 'back'], { name: 'Back', device: 'agent-6' })).rejects.toThrow(
      'There is no agent agent-6',
    )
    await run('add-printer', ['yew', 'back'], { name: 'Back', device: 'agent-5' })
  })

  it('is changed: a name and roles, for who stays signed in', async () => {
    const added = await run('add-staff', ['yew', 'zoe'], { name: 'Zo', roles: 'clerk' })
    const password = /only now: (\S+)/.exec(added)?.[1] ?? ''
    expect(await run('change-staff', ['zoe'], { name: 'Zoe' })).toBe('zoe is Zoe now: clerk.')
    expect(await run('change-staff', ['Zoe'], { roles: 'clerk,supervisor' })).toBe(
      'Zoe is Zoe now: clerk, supervisor.',
    )
    expect(await signIn(database.pool, { login: 'zoe', password, network: 'here' })).toMatchObject({
      value: { session: { staff: { name: 'Zoe', roles: ['clerk', 'supervisor'] } } },
    })
  })
})

it('says what a printer was that gets another name or agent', async () => {
  await run('init-office', ['fir'], hall)
  for (const id of ['agent-3', 'agent-4'])
    await run('add-device', ['fir', id], { kind: 'agent', name: 'Agent' })
  expect(await run('add-printer', ['fir', 'desk'], { name: 'Desk', device: 'agent-3' })).toBe(
    'The printer desk is added.',
  )
  expect(await run('add-printer', ['fir', 'desk'], { name: 'Back desk', device: 'agent-4' })).toBe(
    'The printer desk is changed: it was "Desk" of agent agent-3.',
  )
  expect(await run('list')).toContain('fir: printer desk at agent-4: offline')
})

it('[SP6] loads recordings and says which lines are wrong', async () => {
  const list = [
    'language,text,file',
    'tl,"Susunod",next.ogg',
    'tl,Bumalik,back.txt',
    'xx,Next,next.ogg',
    'tl,Tapos na,../../secret.ogg',
  ].join('\n')
  expect((await run('load-recordings', ['voices'], {}, list)).split('\n')).toEqual([
    'Line 3: back.txt is no WAV, MP3 or Ogg file of at most 2 MB; left out.',
    'Line 4: not "language,text,file"; left out.',
    'Line 5: not "language,text,file"; left out.',
    '1 recordings are in.',
  ])
  expect(await readRecording(database.pool, 'tl', 'Susunod')).toEqual({
    mediaType: 'audio/ogg',
    audio: Buffer.from('OggS voices/next.ogg'),
  })
})

it('[S9] records who reviewed the wording of the law, for every service that declares', async () => {
  await run('record-translator', ['oak', 'vi'], { name: 'Lan Pham' })
  await expect(run('record-translator', ['oak', 'fr'], { name: 'Ann' })).rejects.toThrow(/one of es/)
  const office = await openOffice({ pool: database.pool, officeId: 'oak', services, visitUrl: () => '' })
  const { translators } = servicesView(office.state, services)
  const settings = settingsOf(office.state, petTag)
  await office.stop()
  expect(translators).toMatchObject({ vi: 'Lan Pham', es: null })
  const answers = { purpose: 'replace', loss: 'lost', tag: '20417' }
  const slip = (language: 'vi' | 'es') =>
    JSON.stringify(
      petTag.declaration?.({
        answers,
        settings: settings as typeof petTag.defaults,
        language,
        city: { ...hall },
      }),
    )
  expect(slip('vi')).toContain('Bản dịch do Lan Pham duyệt.')
  expect(slip('es')).toContain('todavía no fue revisada')
  expect(slip('es')).toContain('penalty of perjury')
})

it('[C7] lists who was refused of late, alike ones once, and an ended token before all eyes', async () => {
  expect(await run('security-events')).toBe('Nobody was refused in the last 30 days.')
  const write = (kind: string, source: string, detail: object, at: string) =>
    database.pool.query('insert into security_event (kind, source, detail, at) values ($1, $2, $3, $4)', [
      kind,
      source,
      detail,
      at,
    ])
  const [first, second] = [new Date(Date.now() - 120_000), new Date(Date.now() - 60_000)]
  const token = { audience: 'kiosk', endedTokenOf: 'kiosk-1' }
  for (const at of [first, second]) await write('sign-in-refused', '10.0.0.9', {}, at.toISOString())
  await write('handshake-refused', '10.0.0.7', token, new Date().toISOString())
  await write('forbidden', '10.0.0.8', {}, '2020-01-01T00:00:00Z')

  const told = (await run('security-events', [], { days: '7' })).split('\n')
  expect(told).toEqual([
    expect.stringMatching(
      /^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}THE ENDED TOKEN OF kiosk-1: .*, from 10\.0\.0\.7 \(audience kiosk\)$/,
    ),
    `${second.toISOString().slice(0, 16).replace('T', ' ')} UTC  a wrong password or login, from 10.0.0.9, 2 times`,
  ])
  await expect(run('security-events', [], { days: 'all' })).rejects.toThrow(/--days should be/)

  for (let host = 0; host < 101; host++)
    await write('unauthenticated', `203.0.113.${host}`, {}, new Date(Date.now() + 60_000).toISOString())
  const noisy = (await run('security-events')).split('\n')
  expect(noisy[0]).toContain('THE ENDED TOKEN OF kiosk-1')
  expect(noisy.at(-1)).toContain('and more')
  expect(noisy).toHaveLength(102)
})

it('[C7] shows what a stranger sent without doing what it says', async () => {
  const audience = '\u001b[2K\u001b[8m\u202e\nroot'
  await database.pool.query(
    `insert into security_event (kind, source, detail, at) values ('forbidden', '10.0.0.9', $1, now() + interval '2 minutes')`,
    [{ audience }],
  )
  const told = await run('security-events')
  expect(told).toContain('(audience \\u{1b}[2K\\u{1b}[8m\\u{202e}\\u{a}root)')
  expect(told).not.toContain('\u001b')
})
