import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSynthesizer } from './synthesizer.ts'

let folder: string

/** Stands for espeak-ng: a header, then its arguments and what came through the pipe. */
const program = (fails = false): string => `#!/bin/sh
[ "$1" = --version ] && exit 0
printf 'RIFF----WAVEfmt ----------------------------'
echo "$@"
cat
exit ${fails ? 1 : 0}
`

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  await chmod(path, 0o755)
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synthesizer-'))
})

afterAll(() => rm(folder, { recursive: true }))

const order = { voice: 'es-419', wordsPerMinute: 150, text: '-w /etc/passwd; ¿Qué necesita?' }

test('[SP1] a text goes through the pipe and is nobody’s argument', async () => {
  const synthesizer = await findSynthesizer(await written('speaks', program()))
  const wav = await synthesizer?.speak(order)
  expect(wav?.subarray(44).toString()).toBe(`-v es-419 -s 150 --stdin --stdout\n${order.text}\n`)
  expect(wav?.readUInt32LE(40)).toBe((wav?.length ?? 0) - 44)
})

test('[SP4] a program that is missing or fails says nothing', async () => {
  expect(await findSynthesizer(join(folder, 'none'))).toBeNull()
  const failing = await findSynthesizer(await written('fails', program(true)))
  expect(await failing?.speak(order)).toBeNull()
})
