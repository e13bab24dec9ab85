import type { PrintOutcome, PrinterCondition } from '../contract.ts'
import type { Profile } from '../escpos/profile.ts'
import { createEncoder, type ArrivedJob } from './arrived-job.ts'
import { jobTokens } from './job-tokens.ts'
import type { Journal, JournalEntry, JournalState } from './journal.ts'
import type { Link } from './link.ts'
import { losePatience } from './patience.ts'
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
  accept(job: ArrivedJob): void
  start(): void
  /** Waits for the job under way, as long as `patienceMs`; the journal then calls it unknown. */
  stop(patienceMs: number): Promise<void>
}

const longestTimerMs = 24 * 60 * 60 * 1000

type Ending = Extract<PrintOutcome, 'printed' | 'sent' | 'unknown'>

/**
 * Of a job under way: only its opening may have left; all of it is given away; all of it is out of our hands; its outcome is known,
 * and what the printer says from then on is not about it.
 */
type Stage = 'opening' | 'leaving' | 'left' | 'over'

interface Sending {
  job: ArrivedJob
  token: string
  stage: Stage
  /** how many bytes of it there are, once that is known */
  length: number
  end: (outcome: Ending) => void
}

export const createSpooler = (options: SpoolerOptions): Spooler => {
  const { printerId, profile, link, journal, reports, now = Date.now, confirmMs = 20_000 } = options
  const nextToken = jobTokens()
  const encodeJob = createEncoder(profile)
  const queue: ArrivedJob[] = []
  const expiries = new Map<string, NodeJS.Timeout>()
  /** jobs under way: what they come to is told once the disk holds it, and not before */
  const unsettled = new Set<string>()
  let sending: Sending | null = null
  let endPatience = (): void => {}
  let working: Promise<void> | null = null
  let wokenAgain = false
  let stopping = false
  /** whether it answers `GS r`, once that is known */
  let answersInTurn: boolean | null = null
  // An earlier run may have left a part of a job in the printer, and after a power cut not even its journal knows.
  let leftovers = true
  let clearing: Promise<void> | null = null

  const entryOf = (jobId: string, state: JournalState): JournalEntry => ({
    jobId,
    printerId,
    state,
    at: now(),
    reported: false,
  })

  const record = (jobId: string, state: JournalState): Promise<void> =>
    journal.record(entryOf(jobId, state)).catch((error: unknown) => reports.unprintable(jobId, error))

  const finish = async (jobId: string, outcome: PrintOutcome): Promise<void> => {
    clearTimeout(expiries.get(jobId))
    expiries.delete(jobId)
    unsettled.add(jobId)
    await record(jobId, outcome)
    unsettled.delete(jobId)
    reports.outcome(jobId, outcome)
  }

  const isExpired = ({ expiresAt }: ArrivedJob): boolean => expiresAt !== null && expiresAt <= now()

  /** By its own timer, for the job before it may be stuck. */
  const watchExpiry = (job: ArrivedJob): void => {
    if (job.expiresAt === null) return
    const expire = (): void => {
      const place = queue.indexOf(job)
      if (place === -1) return
      if (!isExpired(job)) return watchExpiry(job)
      queue.splice(place, 1)
      void finish(job.jobId, 'expired')
    }
    const leftMs = Math.min(longestTimerMs, Math.max(0, job.expiresAt - now()))
    expiries.set(job.jobId, setTimeout(expire, leftMs))
  }

  /** Nothing more will be heard of the job under way. */
  const abandon = (): void => {
    if (sending === null) return
    leftovers = true
    if (sending.stage === 'opening') sending = null
    else sending.end('unknown')
  }

  const canConfirm = (): boolean =>
    profile.confirmation.processId || (profile.confirmation.gsr && !link.isMute() && answersInTurn !== false)

  const isUnderWay = (one: Sending): boolean => sending === one && one.stage !== 'over'

  /** One that is well and has never answered `GS r` does not know it: its jobs are sent, and no more is known. */
  const confirmationIsLate = async (): Promise<void> => {
    if (sending === null || profile.confirmation.processId) return abandon()
    const mine = sending
    const condition = await link.ask()
    if (!isUnderWay(mine) || !canPrint(condition)) return
    if (mine.stage !== 'left') return link.reconnect()
    if (answersInTurn === true) return abandon()
    answersInTurn = false
    mine.end('sent')
  }

  const waitForConfirmation = (): void => {
    endPatience()
    const patienceMs = confirmMs + link.transmitMs(sending?.length ?? 0)
    endPatience = losePatience(patienceMs, () => void confirmationIsLate())
  }

  const allHasLeft = (mine: Sending): void => {
    if (!isUnderWay(mine)) return
    mine.stage = 'left'
    if (canConfirm()) return
    if (link.isMute()) mine.end('sent')
    else void confirmationIsLate()
  }

  /** Else the next job would be read as the rest of the one that was interrupted. */
  const clearLeftovers = (): Promise<void> => {
    const clear = async (): Promise<void> => {
      if (leftovers) leftovers = profile.confirmation.processId && !(await link.clear())
    }
    return (clearing ??= clear().finally(() => (clearing = null)))
  }

  /**
   * All but the opening waits until the disk holds that it is being sent: so an agent killed, or cut off from power,
   * at any moment never sends a job twice. What it may send again is no more than a line without a cut.
   */
  const transmit = async (job: ArrivedJob): Promise<Ending | 'interrupted'> => {
    const { promise: ended, resolve } = Promise.withResolvers<Ending>()
    const end = (outcome: Ending): void => {
      mine.stage = 'over'
      resolve(outcome)
    }
    const mine: Sending = { job, token: nextToken(), stage: 'opening', length: 0, end }
    const { opening, rest } = encodeJob(job, mine.token)
    const opensAtOnce = journal.isHealthy()
    sending = mine
    link.setBusy(true)
    if (opensAtOnce) link.write(opening)
    const noted = journal.record(entryOf(job.jobId, 'sending'))
    const [bytes] = await Promise.all([Promise.resolve().then(rest), noted])
    if (sending !== mine) return 'interrupted'
    mine.stage = 'leaving'
    mine.length = opening.length + bytes.length
    link.write(opensAtOnce ? bytes : Buffer.concat([opening, bytes]), () => allHasLeft(mine))
    if (canPrint(link.condition())) waitForConfirmation()
    return ended
  }

  const send = async (job: ArrivedJob): Promise<void> => {
    unsettled.add(job.jobId)
    const outcome = await transmit(job).catch((error: unknown) => {
      reports.unprintable(job.jobId, error)
      return 'failed' as const
    })
    endPatience()
    if (sending !== null && outcome === 'failed') leftovers = true
    sending = null
    link.setBusy(false)
    if (outcome === 'interrupted') {
      unsettled.delete(job.jobId)
      if (!stopping) {
        queue.unshift(job)
        watchExpiry(job)
      }
      return record(job.jobId, 'queued')
    }
    void clearLeftovers()
    if (!stopping || outcome !== 'unknown') await finish(job.jobId, outcome)
  }

  const work = async (): Promise<void> => {
    while (!stopping && queue.length > 0) {
      const condition = link.isFresh() ? link.condition() : await link.ask()
      if (!canPrint(condition)) return
      if (leftovers) {
        await clearLeftovers()
        if (leftovers && !link.isOpen()) return
        continue
      }
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
    if (sending === null || sending.stage === 'over') return wake()
    // One that says nothing by itself is asked when it can go on.
    link.setBusy(canPrint(condition) || profile.confirmation.asb)
    if (canPrint(condition)) return sending.stage === 'opening' ? undefined : waitForConfirmation()
    if (!link.isOpen()) return
    endPatience()
    const { jobId } = sending.job
    void record(jobId, 'stalled').then(() => reports.outcome(jobId, 'stalled'))
  }

  return {
    accept: (job) => {
      if (unsettled.has(job.jobId) || queue.some(({ jobId }) => jobId === job.jobId)) return
      const known = journal.get(job.jobId)
      if (known !== undefined && known.state !== 'queued') {
        if (known.state !== 'sending') reports.outcome(job.jobId, known.state)
        return
      }
      queue.push(job)
      wake()
      if (queue.includes(job)) watchExpiry(job)
    },
    start: () => {
      link.open({
        opened: () => void clearLeftovers(),
        lost: abandon,
        condition: onCondition,
        confirmed: (token) => {
          if (sending?.token === token) sending.end('printed')
        },
        reached: () => {
          answersInTurn = true
          if (!profile.confirmation.processId && sending?.stage !== 'opening') sending?.end('sent')
        },
      })
    },
    stop: async (patienceMs) => {
      stopping = true
      queue.length = 0
      for (const timer of expiries.values()) clearTimeout(timer)
      const giveUp = setTimeout(abandon, patienceMs)
      await working
      clearTimeout(giveUp)
      link.close()
    },
  }
}
