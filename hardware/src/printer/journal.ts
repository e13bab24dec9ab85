import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, type FileHandle } from 'node:fs/promises'
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
  /** Known at once, and outlives a power cut once this resolves. */
  record(entry: JournalEntry): Promise<void>
  /** Whether the disk took what it was last given. */
  isHealthy(): boolean
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
  append(text: string): Promise<void>
  isHealthy(): boolean
}

/** One write at a time, each durable when it is done; what comes meanwhile goes with the next one, together. */
const openDisk = (file: FileHandle): Disk => {
  let waiting = ''
  let next: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()
  let healthy = true

  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(waiting)
    waiting = ''
    next = null
    healthy = await file.write(bytes).then(
      ({ bytesWritten }) => bytesWritten === bytes.length,
      () => false,
    )
    if (!healthy) throw new Error('The journal cannot be written')
  }

  return {
    append: (text) => {
      waiting += text
      if (next === null) last = next = last.then(flush, flush)
      return next
    },
    isHealthy: () => healthy,
  }
}

/** Opens the journal, without what is reported and older than the server could still ask about. */
export const openJournal = async (path: string, now: () => number = Date.now): Promise<Journal> => {
  await mkdir(dirname(path), { recursive: true })
  const entries = await read(path)
  for (const [jobId, entry] of entries) if (entry.reported && entry.at < now() - keepMs) entries.delete(jobId)
  await writeDurably(path, Array.from(entries.values(), lineOf).join(''))
  const { O_APPEND, O_WRONLY, O_DSYNC } = constants
  const file = await open(path, O_APPEND | O_WRONLY | O_DSYNC)
  const disk = openDisk(file)
  return {
    get: (jobId) => entries.get(jobId),
    entries: () => [...entries.values()],
    record: (entry) => {
      entries.set(entry.jobId, entry)
      return disk.append(lineOf(entry))
    },
    isHealthy: () => disk.isHealthy(),
    close: async () => {
      await disk.append('').catch(() => {})
      await file.close()
    },
  }
}
