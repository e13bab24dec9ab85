import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { journalIdIn } from './journal-id.ts'

let folder: string
let journal: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lobbyline-journal-id-'))
  journal = join(folder, 'print-journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

test('a journal keeps its id', async () => {
  const id = await journalIdIn(folder, journal)
  await writeFile(journal, '')
  expect(await journalIdIn(folder, journal)).toBe(id)
})

test('a journal that was lost is another one', async () => {
  const id = await journalIdIn(folder, journal)
  expect(await journalIdIn(folder, journal)).not.toBe(id)
})

test.each(['copied-from\n', 'torn', ''])(
  'a journal of another machine, or an id that is none: %j',
  async (rest) => {
    await writeFile(journal, '')
    await writeFile(join(folder, 'journal-id'), `c0ffee\n${rest}`)
    const id = await journalIdIn(folder, journal)
    expect(id).not.toBe('c0ffee')
    expect(await journalIdIn(folder, journal)).toBe(id)
  },
)

describe('on a machine with network hardware', () => {
  const board = '3c:ec:ef:12:34:56'
  const dongle = '00:e0:4c:68:00:01'
  const other = '3c:ec:ef:65:43:21'

  interface Interface {
    name: string
    address: string
    /** a bridge, a tunnel, the loopback: nothing that is plugged in */
    virtual?: boolean
  }

  /** As Linux lists them: a folder each, and in it a `device` where there is one. */
  const aMachine = async (...interfaces: readonly Interface[]): Promise<string> => {
    const listed = await mkdtemp(join(folder, 'net-'))
    for (const { name, address, virtual = false } of interfaces) {
      await mkdir(join(listed, name, ...(virtual ? [] : ['device'])), { recursive: true })
      await writeFile(join(listed, name, 'address'), `${address}\n`)
    }
    return listed
  }
  /** Plugged in one after the other. */
  const withHardware = (...addresses: readonly string[]): Promise<string> =>
    aMachine(...addresses.map((address, at) => ({ name: `eth${at}`, address })))

  const idOn = (interfaces: string): Promise<string> => journalIdIn(folder, journal, interfaces)
  const isKept = async (from: string, to: string): Promise<boolean> => {
    await rm(journal, { force: true })
    const id = await idOn(from)
    await writeFile(journal, '')
    expect(await idOn(from)).toBe(id)
    return (await idOn(to)) === id
  }

  test.each<[string, readonly string[], readonly string[]]>([
    ['in another order', [board, dongle], [dongle, board]],
    ['and one more', [board], [board, dongle]],
    ['and one less', [board, dongle], [board]],
    ['and a modem without an address', [board], [board, '00:00:00:00:00:00']],
    ['and one made up anew', [board, '8e:01:02:03:04:05'], [board, 'da:06:07:08:09:0a']],
    ['made up by its host', ['52:54:00:12:34:56'], ['52:54:00:12:34:56']],
    ['without any', [], []],
  ])('the same addresses %s are the same machine', async (_, before, now) => {
    expect(await isKept(await withHardware(...before), await withHardware(...now))).toBe(true)
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['another address', [board], [other]],
    ['another address, and a plug that moved along', [board, dongle], [other, dongle]],
    ['another address from its host', ['52:54:00:12:34:56'], ['52:54:00:65:43:21']],
    ['no address', [board], []],
    ['an address where there was none', [], [board]],
    ['a modem without an address as the copied one has', [board, '00:00:00:00:00:00'], ['00:00:00:00:00:00']],
  ])('a copied disk that finds %s is another journal, and stays that one', async (_, before, now) => {
    const copy = await withHardware(...now)
    expect(await isKept(await withHardware(...before), copy)).toBe(false)
    expect(await idOn(copy)).toBe(await idOn(copy))
  })

  test('bridges and tunnels, there or not, tell nothing of the machine', async () => {
    const docker = { name: 'docker0', address: '02:42:ac:11:00:02', virtual: true }
    const tunnel = { name: 'tun0', address: '00:16:3e:00:00:01', virtual: true }
    const own = { name: 'eth0', address: board }
    expect(await isKept(await aMachine(own), await aMachine(docker, own, tunnel))).toBe(true)
    expect(await isKept(await aMachine(tunnel, own), await aMachine(tunnel))).toBe(false)
    expect(await isKept(await aMachine(), await aMachine(docker))).toBe(true)
  })

  test('a system that lists no hardware is known by its name', async () => {
    const nothing = join(folder, 'not-there')
    expect(await isKept(nothing, nothing)).toBe(true)
  })

  test('a machine of another name with the same addresses is another one', async () => {
    const machine = await withHardware(board)
    await writeFile(journal, '')
    await writeFile(join(folder, 'journal-id'), `c0ffee\nanother-${hostname()} ${board}\n`)
    expect(await idOn(machine)).not.toBe('c0ffee')
    await writeFile(join(folder, 'journal-id'), `c0ffee\n${hostname()} ${board}\n`)
    expect(await idOn(machine)).toBe('c0ffee')
  })

  test('plugs that come one for the other do not lead from one machine to another', async () => {
    const id = await idOn(await withHardware(board))
    await writeFile(journal, '')
    expect(await idOn(await withHardware(board, dongle))).toBe(id)
    expect(await idOn(await withHardware(dongle))).not.toBe(id)
  })
})
