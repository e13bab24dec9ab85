import { closeSync, fdatasync, openSync, writeSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { PrintOutcome } from '../contract.ts'

/** `queued` after `sending` says that it was taken back before its first byte. */
export type JournalState = 'queued' | 'sending' | PrintOutcome

export interface JournalEntry {
  jobId: string
  printerId: string
  state: JournalState
  /** epoch milliseconds */
  at: number
  /** whether the server has taken note of this state */
  reported: boolean
}

/**
 * What this agent did with each job, on disk. A later line of a job replaces the earlier ones, and a line torn
 * by a crash or a full disk is passed over.
 */
export interface Journal {
  get(jobId: string): JournalEntry | undefined
  entries(): JournalEntry[]
  /** Outlives this process, killed in any way, once it returns. Throws when it is not written. */
  write(entry: JournalEntry): void
  /** All that was written before the call outlives a power cut once this resolves. */
  sync(): Promise<void>
  /** Both. */
  record(entry: JournalEntry): Promise<void>
  close(): Promise<void>
}

const keepMs = 8 * 24 * 60 * 60 * 1000

const isEntry = (value: unknown): value is JournalEntry =>
  typeof value === 'object' &&
  value !== null &&
  'jobId' in value &&
  typeof value.jobId === 'string' &&
  'state' in value &&
  typeof value.state === 'string'

const parse = (line: string): JournalEntry | null => {
  try {
    const value: unknown = JSON.parse(line)
    return isEntry(value) ? value : null
  } catch {
    return null
  }
}

const read = async (path: string): Promise<Map<string, JournalEntry>> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const entries = new Map<string, JournalEntry>()
  for (const entry of text.split('\n').map(parse)) if (entry !== null) entries.set(entry.jobId, entry)
  return entries
}

// A break on both sides: a line is whole whatever a full disk or a power cut left before or after it.
const lineOf = (entry: JournalEntry): string => `\n${JSON.stringify(entry)}\n`

const writeDurably = async (path: string, text: string): Promise<void> => {
  const file = await open(`${path}.new`, 'w')
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}

interface Disk {
  write(text: string): void
  sync(): Promise<void>
}

/** A file that is only ever added to. One `fdatasync` at a time: who asks meanwhile is served by the next, together. */
const openDisk = (file: number): Disk => {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  // After one failure the system may take lost pages for written ones: no later success can be believed.
  let failure: Error | null = null

  const flush = (): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    running = promise
    next = null
    fdatasync(file, (error) => {
      running = null
      failure ??= error
      if (failure === null) resolve()
      else reject(failure)
    })
    return promise
  }

  return {
    write: (text) => {
      if (failure !== null) throw failure
      const bytes = Buffer.from(text)
      if (writeSync(file, bytes) < bytes.length) throw new Error('The disk is full')
    },
    sync: () => {
      if (next !== null) return next
      if (running === null) return flush()
      return (next = running.then(flush, flush))
    },
  }
}

/** Opens the journal, without what is reported and older than the server could still ask about. */
export const openJournal = async (path: string, now: () => number = Date.now): Promise<Journal> => {
  await mkdir(dirname(path), { recursive: true })
  const entries = await read(path)
  for (const [jobId, entry] of entries) if (entry.reported && entry.at < now() - keepMs) entries.delete(jobId)
  await writeDurably(path, Array.from(entries.values(), lineOf).join(''))
  const file = openSync(path, 'a')
  const disk = openDisk(file)
  const write = (entry: JournalEntry): void => {
    disk.write(lineOf(entry))
    entries.set(entry.jobId, entry)
  }
  return {
    get: (jobId) => entries.get(jobId),
    entries: () => [...entries.values()],
    write,
    sync: () => disk.sync(),
    record: async (entry) => {
      write(entry)
      await disk.sync()
    },
    close: async () => {
      await disk.sync().catch(() => {})
      closeSync(file)
    },
  }
}
