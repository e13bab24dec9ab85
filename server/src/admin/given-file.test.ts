import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { UsageError } from './admin-command.ts'
import { readTextGiven } from './given-file.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'given-'))
})

afterAll(() => rm(folder, { recursive: true }))

const file = async (bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, 'pets.csv')
  await writeFile(path, bytes)
  return path
}

it('[PT18] a file in UTF-8 is read letter by letter, with a byte order mark or without', async () => {
  expect(await readTextGiven(await file('José, Avenida Niño\n'))).toBe('José, Avenida Niño\n')
  expect(await readTextGiven(await file('\uFEFFtag,pet\n'))).toBe('tag,pet\n')
})

it.for([
  ['Windows-1252', Buffer.from('José, Avenida Niño\n', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFJosé\n', 'utf16le')],
] as const)('[PT18] a spreadsheet’s file in %s is refused as a whole, with what to do', async ([, bytes]) => {
  const reading = readTextGiven(await file(bytes))
  await expect(reading).rejects.toThrow(UsageError)
  await expect(reading).rejects.toThrow(/pets\.csv is not in UTF-8[^]*"CSV UTF-8"/)
})

it('says which file cannot be read', async () => {
  await expect(readTextGiven(join(folder, 'none.csv'))).rejects.toThrow(/none\.csv cannot be read: ENOENT/)
})
