import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

it('makes a folder with those above it, and leaves alone what is there', () => {
  const root = mkdtempSync(join(tmpdir(), 'lobbyline-folder-'))
  makeFolder(join(root, 'a/b/c'))
  makeFolder(join(root, 'a/b/c'))
  makeFolder(root)
  expect(existsSync(join(root, 'a/b/c'))).toBe(true)
  rmSync(root, { recursive: true })
})

it.skipIf(process.platform !== 'linux')('ends where nothing can be made', () => {
  expect(() => makeFolder('/proc/lobbyline/postgres')).toThrow('ENOENT')
})
