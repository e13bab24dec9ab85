import type { PrintJob, PrintOutcome, PrinterCondition } from '../contract.ts'
import { encode, encodeDrawerKick } from '../escpos/encode.ts'
import type { Profile } from '../escpos/profile.ts'
import { jobTokens } from './job-tokens.ts'
import type { Journal, JournalState } from './journal.ts'
import type { Link } from './link.ts'
import { canPrint } from './printer-status.ts'

export interface SpoolerReports {
  outcome(jobId: string, outcome: PrintOutcome): void
  condition(printerId: string, condition: PrinterCondition): void
  /** Why a job failed before its first byte. */
  unprintable(jobId: string, cause: unknown): void
}

export interface SpoolerOptions {
  printerId: string
  profile: Profile
  link: Link
  journal: Journal
  reports: SpoolerReports
  now?: () => number
  /** whether an earlier job may have left a part of itself in the printer */
  leftovers?: boolean
  /** how long a healthy printer may take from the last byte to its confirmation */
  confirmMs?: number
}

/**
 * The one writer of one printer: takes its jobs in order, sends each at most once, and believes nothing but
 * the printer's own word. `queued -> sending -> printed | sent | unknown`, `stalled` on the way; a job that
 * never got a byte ends as `expired` or `failed`.
 */
export interface Spooler {
  /** A job id seen before is not printed again: its outcome is told again. */
  accept(job: PrintJob): void
  start(): void
  /** Waits for the job under way, as long as `patienceMs`; the journal then calls it unknown. */
  stop(patienceMs: number): Promise<void>
}

// DLE DC4 fn 8: throws away what an interrupted job left in the printer, else the next job would be read as its rest.
const clearBuffer = Buffer.from([0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08])

type Ending = Extract<PrintOutcome, 'printed' | 'sent' | 'unknown'>

interface Sending {
  job: PrintJob
  token: string
  end: (outcome: Ending) => void
}

export const createSpooler = (options: SpoolerOptions): Spooler => {
  const { printerId, profile, link, journal, reports, now = Date.now, confirmMs = 20_000 } = options
  const nextToken = jobTokens()
  const queue: PrintJob[] = []
  const expiries = new Map<string, NodeJS.Timeout>()
  let sending: Sending | null = null
  let patience: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null
  let wokenAgain = false
  let stopping = false
  let leftovers = options.leftovers ?? false

  /** Whether it is on disk. */
  const record = async (jobId: string, state: JournalState): Promise<boolean> => {
    try {
      await journal.record({ jobId, printerId, state, at: now(), reported: false })
      return true
    } catch (error) {
      reports.unprintable(jobId, error)
      return false
    }
  }

  const finish = async (jobId: string, outcome: PrintOutcome): Promise<void> => {
    clearTimeout(expiries.get(jobId))
    expiries.delete(jobId)
    await record(jobId, outcome)
    reports.outcome(jobId, outcome)
  }

  const isExpired = ({ expiresAt }: PrintJob): boolean => expiresAt !== null && expiresAt <= now()

  const bytesOf = (job: PrintJob, jobToken: string): Buffer | null => {
    try {
      return job.work.type === 'drawer'
        ? encodeDrawerKick(profile, { jobToken })
        : encode(job.work.slip, profile, { copy: job.work.copy, jobToken })
    } catch (error) {
      reports.unprintable(job.jobId, error)
      return null
    }
  }

  const waitForConfirmation = (): void => {
    clearTimeout(patience)
    patience = setTimeout(() => sending?.end('unknown'), confirmMs)
  }

  const clearLeftovers = (): void => {
    if (!leftovers || !link.isOpen()) return
    if (profile.confirmation.processId) link.write(clearBuffer)
    leftovers = false
  }

  const transmit = (job: PrintJob, token: string, bytes: Buffer): Promise<Ending> => {
    const { promise, resolve } = Promise.withResolvers<Ending>()
    sending = { job, token, end: resolve }
    link.setBusy(true)
    link.write(bytes)
    if (profile.confirmation.processId || profile.confirmation.gsr) waitForConfirmation()
    else resolve('sent')
    return promise
  }

  /** The journal says `sending` before the first byte leaves: after a crash nothing is ever sent twice. */
  const send = async (job: PrintJob): Promise<void> => {
    const token = nextToken()
    const noted = record(job.jobId, 'sending')
    const bytes = bytesOf(job, token)
    if (!(await noted) || bytes === null) return finish(job.jobId, 'failed')
    if (!link.isOpen()) {
      await record(job.jobId, 'queued')
      queue.unshift(job)
      return
    }
    const outcome = await transmit(job, token, bytes)
    clearTimeout(patience)
    sending = null
    link.setBusy(false)
    if (outcome === 'unknown') {
      leftovers = true
      clearLeftovers()
    }
    if (!stopping || outcome !== 'unknown') await finish(job.jobId, outcome)
  }

  /** By its own timer, for the job before it may be stuck. */
  const expire = (job: PrintJob): void => {
    const place = queue.indexOf(job)
    if (place === -1) return
    queue.splice(place, 1)
    void finish(job.jobId, 'expired')
  }

  const work = async (): Promise<void> => {
    while (!stopping && queue.length > 0) {
      const condition = link.isFresh() ? link.condition() : await link.ask()
      if (!canPrint(condition)) return
      const job = queue.shift()
      if (job === undefined) return
      if (isExpired(job)) await finish(job.jobId, 'expired')
      else await send(job)
    }
  }

  const wake = (): void => {
    wokenAgain = working !== null
    if (wokenAgain || stopping) return
    working = work().finally(() => {
      working = null
      if (wokenAgain) wake()
    })
  }

  const onCondition = (condition: PrinterCondition): void => {
    if (stopping && sending === null) return
    reports.condition(printerId, condition)
    if (sending === null) return wake()
    if (canPrint(condition)) return waitForConfirmation()
    if (!link.isOpen()) return
    clearTimeout(patience)
    const { jobId } = sending.job
    void record(jobId, 'stalled').then(() => reports.outcome(jobId, 'stalled'))
  }

  return {
    accept: (job) => {
      const known = journal.get(job.jobId)
      if (known !== undefined && known.state !== 'queued') {
        if (known.state !== 'sending') reports.outcome(job.jobId, known.state)
        return
      }
      if (sending?.job.jobId === job.jobId || queue.some(({ jobId }) => jobId === job.jobId)) return
      queue.push(job)
      if (job.expiresAt !== null)
        expiries.set(
          job.jobId,
          setTimeout(() => expire(job), Math.max(0, job.expiresAt - now())),
        )
      wake()
    },
    start: () => {
      link.open({
        opened: clearLeftovers,
        lost: () => sending?.end('unknown'),
        condition: onCondition,
        confirmed: (token) => {
          if (sending?.token === token) sending.end('printed')
        },
        reached: () => {
          if (!profile.confirmation.processId) sending?.end('sent')
        },
      })
    },
    stop: async (patienceMs) => {
      stopping = true
      queue.length = 0
      for (const timer of expiries.values()) clearTimeout(timer)
      const giveUp = setTimeout(() => sending?.end('unknown'), patienceMs)
      await working
      clearTimeout(giveUp)
      link.close()
    },
  }
}
