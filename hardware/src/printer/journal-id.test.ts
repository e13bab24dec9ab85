import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
