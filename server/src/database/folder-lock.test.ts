import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUseError, lockFolder } from './folder-lock.ts'
import { birthOf } from './running-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lockedBy = (pid: number, birth: string | undefined) =>
  writeFileSync(join(folder, 'lock'), `${pid}\n${birth}\n`)

describe('lockFolder', () => {
  it('refuses a folder that a living process holds, naming its pid', async () => {
    const holder = spawn('sleep', ['60'])
    await once(holder, 'spawn')
    lockedBy(holder.pid!, birthOf(holder.pid!))
    try {
      expect(() => lockFolder(folder)).toThrow(FolderInUseError)
      expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}:`)
    } finally {
      holder.kill()
    }
  })

  it('takes over from a process that was killed', async () => {
    const holder = spawn('sleep', ['60'])
    await once(holder, 'spawn')
    lockedBy(holder.pid!, birthOf(holder.pid!))
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    lockFolder(folder)
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
  })

  it('takes over when the number belongs to another process by now', () => {
    lockedBy(process.pid, 'an earlier birth')
    expect(() => lockFolder(folder)).not.toThrow()
  })

  it('holds against this very process, until released', () => {
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(FolderInUseError)
    lock.release()
    expect(readdirSync(folder)).toEqual([])
    expect(() => lockFolder(folder)).not.toThrow()
  })

  it('releases only its own', () => {
    const lock = lockFolder(folder)
    lockedBy(1, 'another')
    lock.release()
    expect(readdirSync(folder)).toEqual(['lock'])
  })
})
