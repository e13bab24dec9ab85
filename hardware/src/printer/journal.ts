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

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

const writeDurably = async (path: string, text: string): Promise<void> => {
  await using file = await open(`${path}.new`, 'w')
  await file.writeFile(text)
  await file.sync()
  await rename(`${path}.new`, path)
  await using folder = await open(dirname(path), 'r')
  await folder.sync()
}

/** Opens the journal, without what is reported and older than the server could still ask about. */
export const openJournal = async (
  path: string,
  { now = Date.now, rewriteAfter = 20_000 }: { now?: () => number; rewriteAfter?: number } = {},
): Promise<Journal> => {
  await mkdir(dirname(path), { recursive: true })
  const entries = await read(path)

  const rewrite = async (): Promise<FileHandle> => {
    for (const [jobId, { reported, at }] of entries)
      if (reported && at < now() - keepMs) entries.delete(jobId)
    await writeDurably(path, Array.from(entries.values(), lineOf).join(''))
    const { O_APPEND, O_WRONLY, O_DSYNC } = constants
    return open(path, O_APPEND | O_WRONLY | O_DSYNC)
  }

  let file = await rewrite()
  let added = 0
  let healthy = true
  let waiting: string[] = []
  let next: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()

  const append = async (lines: readonly string[]): Promise<void> => {
    const bytes = Buffer.from(lines.join(''))
    const { bytesWritten } = await file.write(bytes)
    if (bytesWritten < bytes.length) throw new Error('The disk is full')
    added += lines.length
  }

  /**
   * What came meanwhile is among the entries, too. A disk without room for it may still take a line: then it is tried again when as
   * many have been added again.
   * @returns whether it was written
   */
  const startAnew = async (): Promise<boolean> => {
    const old = file
    try {
      file = await rewrite()
    } catch (error) {
      // After any other failure nobody knows whether what is appended is still found under this name.
      if (!isFull(error)) throw error
      added = 0
      return false
    }
    added = 0
    await old.close()
    return true
  }

  /** One write at a time, each durable when it is done; what comes meanwhile goes with the next one, together. */
  const flush = async (): Promise<void> => {
    const lines = waiting
    waiting = []
    next = null
    try {
      const hasGrown = added + lines.length > rewriteAfter
      if (!hasGrown || !(await startAnew())) await append(lines)
      healthy = true
    } catch (cause) {
      healthy = false
      throw new Error('The journal cannot be written', { cause })
    }
  }

  const flushSoon = (): Promise<void> => {
    if (next === null) last = next = last.then(flush, flush)
    return next
  }

  return {
    get: (jobId) => entries.get(jobId),
    entries: () => [...entries.values()],
    record: (entry) => {
      entries.set(entry.jobId, entry)
      waiting.push(lineOf(entry))
      return flushSoon()
    },
    isHealthy: () => healthy,
    close: async () => {
      await flushSoon().catch(() => {})
      await file.close()
    },
  }
}
