import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FolderInUseError, lockFolder, type FolderLock } from '../database/folder-lock.ts'
import type { StopInOrder } from '../stop-in-order.ts'
import { appNames, builtApps, projectFolder } from './app-folders.ts'
import { fingerprint } from './fingerprint.ts'

export interface BuildOptions {
  /** what runs is in it for as long as it runs */
  running: StopInOrder
  say: (text: string) => void
  /** also when nothing has changed since the last build */
  always?: boolean
}

export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError'
}

const ours = join(projectFolder, 'node_modules/.cache/lobbyline')
const stamp = join(ours, 'built-from')
const vite = join(projectFolder, 'node_modules/vite/bin/vite.js')
const waitMs = 200

/** What the pages are made of, and when they were made: null while one of them is missing. */
const builtFrom = (): string | null => {
  const sources = fingerprint(projectFolder, {
    folders: [...appNames, 'server/src/contract', 'server/src/domain'],
    files: ['package-lock.json'],
  })
  try {
    const made = builtApps.map(({ root }) => statSync(join(root, 'index.html')).mtimeMs)
    return [sources, ...made].join('\n')
  } catch {
    return null
  }
}

const stamped = (): string | null => {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return null
  }
}

const isUpToDate = (): boolean => {
  const now = builtFrom()
  return now !== null && now === stamped()
}

/** Two builds of one folder would get into each other's way: the second waits for the first. */
const lockBuild = async (): Promise<FolderLock> => {
  mkdirSync(ours, { recursive: true })
  for (;;) {
    try {
      return lockFolder(ours)
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error
      await sleep(waitMs)
    }
  }
}

/** @throws BuildFailedError with everything that it said */
const build = async (app: string, started: (child: ChildProcess) => void): Promise<void> => {
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(projectFolder, app),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started(child)
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  if (code !== 0) throw new BuildFailedError(`The app in ${app}/ could not be built:\n\n${words.trim()}`)
}

/**
 * Builds both apps, unless nothing that they are made of has changed. What a build says is shown only when it fails. A server
 * that runs already is not touched: it has its pages in memory.
 */
export const buildApps = async ({ running, say, always = false }: BuildOptions): Promise<void> => {
  const lock = await lockBuild()
  try {
    if (!always && isUpToDate()) return
    const startedAt = performance.now()
    say('\n  Building the two apps … ')
    const children: ChildProcess[] = []
    running.add('the build', async () => {
      for (const child of children) child.kill('SIGTERM')
    })
    const builds = appNames.map((app) => build(app, (child) => children.push(child)))
    try {
      await Promise.all(builds)
    } finally {
      await Promise.allSettled(builds)
    }
    say(`${Math.round((performance.now() - startedAt) / 1_000)} s\n`)
    writeFileSync(stamp, builtFrom() ?? '')
  } finally {
    lock.release()
  }
}
