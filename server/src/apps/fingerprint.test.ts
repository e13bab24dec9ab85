import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.ts'

const home = mkdtempSync(join(tmpdir(), 'lobbyline-fingerprint-'))
const root = join(home, 'here')
const of = (folder = root): string => fingerprint(folder, { folders: ['kiosk'], files: ['lock.json'] })

const write = (path: string, content: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  write('kiosk/src/a.ts', 'a')
  write('kiosk/src/deep/b.ts', 'b')
  write('lock.json', '{}')
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

it('is the same for the same files elsewhere', () => {
  cpSync(root, join(home, 'there'), { recursive: true })
  expect(of(join(home, 'there'))).toBe(of())
})

it.each<[string, () => void]>([
  ['a file changes', () => write('kiosk/src/deep/b.ts', 'c')],
  ['a file is added', () => write('kiosk/src/c.ts', '')],
  ['a file has another name', () => renameSync(join(root, 'kiosk/src/a.ts'), join(root, 'kiosk/src/z.ts'))],
  ['what is installed changes', () => write('lock.json', '{ }')],
  [
    'text moves from one file to the next',
    () => {
      write('kiosk/src/a.ts', '')
      write('kiosk/src/deep/b.ts', 'ab')
    },
  ],
])('differs when %s', (_, change) => {
  const before = of()
  change()
  expect(of()).not.toBe(before)
})

it.each(['kiosk/node_modules/x/y.js', 'kiosk/build/index.html', 'kiosk/.svelte-kit/z.js', 'console/a.ts'])(
  'does not count %s',
  (path) => {
    const before = of()
    write(path, 'made')
    expect(of()).toBe(before)
  },
)
