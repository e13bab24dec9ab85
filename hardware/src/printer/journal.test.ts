import { appendFile, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal, type JournalEntry } from './journal.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lobbyline-journal-'))
  path = join(folder, 'deep', 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const openFiles = async (): Promise<string[]> =>
  Promise.all(
    (await readdir('/proc/self/fd')).map((file) => readlink(`/proc/self/fd/${file}`).catch(() => 'closed')),
  )
const day = 24 * 60 * 60 * 1000
const anEntry = (entry: Partial<JournalEntry> = {}): JournalEntry => ({
  jobId: 'job-1',
  printerId: 'p1',
  state: 'sending',
  at: 1_000,
  reported: false,
  ...entry,
})

test('what was recorded is there after opening again, the latest state of each job', async () => {
  const journal = await openJournal(path)
  await journal.record(anEntry())
  await journal.record(anEntry({ jobId: 'job-2' }))
  await journal.record(anEntry({ state: 'printed' }))
  await journal.close()
  const again = await openJournal(path)
  expect(again.entries().map(({ jobId, state }) => [jobId, state])).toEqual([
    ['job-1', 'printed'],
    ['job-2', 'sending'],
  ])
  await again.close()
})

test('records given at once keep their order', async () => {
  const journal = await openJournal(path)
  const times = Array.from({ length: 300 }, (_, at) => at)
  await Promise.all(times.map((at) => journal.record(anEntry({ at }))))
  await journal.close()
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  expect(lines.map((line) => (JSON.parse(line) as JournalEntry).at)).toEqual(times)
})

test.each(['{"jobId":"job-2","sta', 'null\n', '\u0000\u0000', '{"jobId":7,"state":"sent"}\n'])(
  'a torn or foreign last line %j costs nothing else',
  async (torn) => {
    const journal = await openJournal(path)
    await journal.record(anEntry({ state: 'printed' }))
    await journal.close()
    await appendFile(path, torn)
    const again = await openJournal(path)
    expect(again.entries()).toEqual([anEntry({ state: 'printed' })])
    await again.record(anEntry({ jobId: 'job-3' }))
    await again.close()
    const third = await openJournal(path)
    expect(third.get('job-3')?.state).toBe('sending')
    await third.close()
  },
)

test('forgets what is old and reported, never what the server does not know', async () => {
  const journal = await openJournal(path, { now: () => 0 })
  await journal.record(anEntry({ jobId: 'old', state: 'printed', at: 0, reported: true }))
  await journal.record(anEntry({ jobId: 'untold', state: 'printed', at: 0 }))
  await journal.record(anEntry({ jobId: 'recent', state: 'printed', at: 5 * day, reported: true }))
  await journal.close()
  const again = await openJournal(path, { now: () => 9 * day })
  expect(again.entries().map(({ jobId }) => jobId)).toEqual(['untold', 'recent'])
  await again.close()
})

test('is written anew when it has grown, and loses nothing by it', async () => {
  const journal = await openJournal(path, { rewriteAfter: 10 })
  for (let at = 0; at < 25; at++) await journal.record(anEntry({ at, state: 'printed' }))
  await Promise.all(['a', 'b', 'c'].map((jobId) => journal.record(anEntry({ jobId }))))
  await journal.close()
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  expect(lines.length).toBeLessThan(14)
  const again = await openJournal(path)
  expect(again.entries().map(({ jobId, at }) => [jobId, at])).toEqual([
    ['job-1', 24],
    ['a', 1_000],
    ['b', 1_000],
    ['c', 1_000],
  ])
  await again.close()
})

test('a disk with no room to write it anew takes what still fits, and it is written anew once there is', async () => {
  const journal = await openJournal(path, { rewriteAfter: 5 })
  await symlink('/dev/full', `${path}.new`)
  for (let at = 0; at < 12; at++) await journal.record(anEntry({ at }))
  expect(journal.isHealthy()).toBe(true)
  expect(await openFiles()).not.toContain('/dev/full')
  const lines = async (): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').filter(Boolean)
  expect(await lines()).toHaveLength(12)
  await rm(`${path}.new`)
  for (let at = 12; at < 18; at++) await journal.record(anEntry({ at }))
  expect((await lines()).length).toBeLessThan(7)
  await journal.close()
  const again = await openJournal(path)
  expect(again.entries()).toEqual([anEntry({ at: 17 })])
  await again.close()
})

test('a disk that takes nothing refuses the record, and is trusted again once it takes one', async () => {
  const journal = await openJournal(path, { rewriteAfter: 1 })
  await journal.record(anEntry())
  await rm(folder, { recursive: true })
  await expect(journal.record(anEntry({ state: 'printed' }))).rejects.toThrow('cannot be written')
  expect(journal.isHealthy()).toBe(false)
  await mkdir(join(folder, 'deep'), { recursive: true })
  await journal.record(anEntry({ state: 'printed' }))
  expect(journal.isHealthy()).toBe(true)
  await journal.close()
  expect(await readFile(path, 'utf8')).toContain('"printed"')
})
