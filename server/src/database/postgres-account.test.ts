import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choosePostgresAccount } from './postgres-account.ts'

let folder: string
let dataDir: string
let program: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'account-'))
  dataDir = join(folder, 'data')
  program = join(folder, 'program')
  mkdirSync(dataDir)
  copyFileSync('/bin/sh', program)
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...words: string[]) => {
  const { prefix, ids } = choosePostgresAccount(dataDir, program)
  const [command = '', ...rest] = [...prefix, ...words]
  return spawnSync(command, rest, { ...ids, cwd: '/', encoding: 'utf8' })
}

describe.runIf(process.getuid?.() === 0)('the account of PostgreSQL, when root starts it', () => {
  it.each([
    ['open', 0o755],
    ['closed', 0o700],
  ])('is not root, and owns its data in an %s folder', (_name, mode) => {
    chmodSync(folder, mode)
    expect(run(program, '-c', `id -u && touch ${dataDir}/mine`)).toMatchObject({
      status: 0,
      stdout: '65534\n',
    })
    expect(statSync(join(dataDir, 'mine')).uid).toBe(65534)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  })

  it('finds its programs in a closed folder by access(2) too', () => {
    const look = `require('node:fs').accessSync(process.argv[1])`
    expect(run(process.execPath, '-e', look, program)).toMatchObject({ status: 0 })
  })
})

describe.runIf(process.getuid?.() !== 0 && process.platform !== 'win32')(
  'the account of PostgreSQL, otherwise',
  () => {
    it('is our own', () => {
      expect(run(program, '-c', 'id -u').stdout).toBe(`${process.getuid?.()}\n`)
    })

    it('cannot take a folder of somebody else', () => {
      expect(() => choosePostgresAccount('/', program)).toThrow('/ belongs to another account (uid 0)')
    })
  },
)
