import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { birthOf } from './running-process.ts'

export type FolderLock = { release(): void }

export class FolderInUseError extends Error {
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by the running process ${pid}: stop that one first, or choose another folder`)
    this.name = 'FolderInUseError'
    this.pid = pid
  }
}

/**
 * Claims a folder for this process; throws FolderInUseError while a living process holds it. A lock left by a process
 * that was killed is taken over.
 */
export const lockFolder = (folder: string): FolderLock => {
  const lock = join(folder, 'lock')
  const claim = join(folder, `lock.${process.pid}`)
  const content = `${process.pid}\n${birthOf(process.pid) ?? ''}\n`
  writeFileSync(claim, content, { mode: 0o644 })
  try {
    while (!linked(claim, lock)) {
      const held = contentOf(lock)
      if (held !== undefined) removeStale(folder, lock, held)
    }
  } finally {
    rmSync(claim, { force: true })
  }
  return {
    release: () => {
      if (contentOf(lock) === content) rmSync(lock, { force: true })
    },
  }
}

/** A link appears with its content in one step, so nobody ever reads a half-written lock. */
const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const removeStale = (folder: string, lock: string, held: string): void => {
  refuseIfAlive(folder, held)
  const aside = `${lock}.stale.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return // another process took the stale lock away first
  }
  const taken = contentOf(aside) ?? ''
  // Between the look and the rename another process may have put its own, living lock there: give it back.
  if (taken !== held) linked(aside, lock)
  rmSync(aside, { force: true })
  if (taken !== held) refuseIfAlive(folder, taken)
}

const refuseIfAlive = (folder: string, content: string): void => {
  const [pid = '', birth = ''] = content.split('\n')
  if (birth !== '' && birthOf(Number(pid)) === birth) throw new FolderInUseError(folder, Number(pid))
}

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
