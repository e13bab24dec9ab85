import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { AgentConfig } from './config.ts'
import type { PrintOutcome, PrinterCondition } from './contract.ts'
import { takeFolder } from './data-folder.ts'
import { encode } from './escpos/encode.ts'
import { readLogo } from './escpos/logo.ts'
import { profiles, type Profile, type ProfileName } from './escpos/profile.ts'
import { warmNumbers } from './escpos/draw-number.ts'
import { ticket } from './fixtures/slips.ts'
import type { HidPort } from './hid/hid-port.ts'
import { createHidStation } from './hid/hid-station.ts'
import { nodeHidPort } from './hid/node-hid-port.ts'
import { lightColors } from './hid/status-light.ts'
import type { Log } from './log.ts'
import { transportTo } from './printer/address.ts'
import { isArrivedJob } from './printer/arrived-job.ts'
import { journalIdIn } from './printer/journal-id.ts'
import { openJournal, type Journal } from './printer/journal.ts'
import { createLink } from './printer/link.ts'
import { createSpooler, type Spooler, type SpoolerReports } from './printer/spooler.ts'
import { createReporter } from './reporter.ts'
import { reportKey } from './report-key.ts'
import { connectToServer } from './server-connection.ts'

export interface Agent {
  /** Finishes the job under way, tells what it can, and lets go of every device. */
  stop(): Promise<void>
}

/** How patient it is, in milliseconds. */
export interface AgentTimes {
  /** between two questions to an idle printer, and for their answer */
  heartbeatMs: number
  answerMs: number
  /** for a healthy printer to confirm a job */
  confirmMs: number
  /** when stopping, for the job under way */
  patienceMs: number
}

const usualTimes: AgentTimes = { heartbeatMs: 5_000, answerMs: 1_500, confirmMs: 20_000, patienceMs: 3_000 }

/** What a crash interrupted: nobody knows whether it was printed, and nobody sends it again. */
const settleInterrupted = async (journal: Journal): Promise<void> => {
  const interrupted = journal.entries().filter(({ state }) => state === 'sending' || state === 'stalled')
  for (const entry of interrupted)
    await journal.record({ ...entry, state: 'unknown', at: Date.now(), reported: false })
}

const profileOf = async (name: ProfileName, logo: string | undefined, log: Log): Promise<Profile> => {
  if (logo === undefined) return profiles[name]
  try {
    return { ...profiles[name], logo: await readLogo(logo, profiles[name].dots) }
  } catch (error) {
    log('logo-not-read', { logo, reason: String(error) })
    return profiles[name]
  }
}

/**
 * The device agent: one outgoing connection to the server, one owner for each of its printers.
 * @throws FolderTakenError when another one runs with this data folder
 * @throws FolderUnusableError when there can be none
 */
export const startAgent = async (
  config: AgentConfig,
  log: Log,
  connect: typeof connectToServer = connectToServer,
  hid: HidPort = nodeHidPort(),
  times: AgentTimes = usualTimes,
): Promise<Agent> => {
  const letGo = await takeFolder(config.dataDir)
  const journalPath = join(config.dataDir, 'print-journal.jsonl')
  const journalId = await journalIdIn(config.dataDir, journalPath)
  const journal = await openJournal(journalPath)
  const reporter = createReporter({ ...config, log })
  await settleInterrupted(journal)

  const conditions = new Map<string, PrinterCondition>()
  const failed = (error: unknown): void => log('report-failed', { reason: String(error) })
  const tellOutcome = async (jobId: string, outcome: PrintOutcome): Promise<void> => {
    log('job', { jobId, outcome })
    const report = { kind: 'report-print', subject: jobId, key: reportKey('job', jobId, outcome) } as const
    const answer = await reporter.send({ ...report, body: { jobId, outcome } })
    const entry = journal.get(jobId)
    if (answer !== 'untold' && entry !== undefined && entry.state === outcome && !entry.reported)
      await journal.record({ ...entry, reported: true })
  }
  // Two agents that tell of the same printers would contradict each other without end.
  let speaks = true
  const tellCondition = async (printerId: string, condition: PrinterCondition): Promise<void> => {
    log('printer', { printerId, condition })
    conditions.set(printerId, condition)
    if (!speaks) return
    const report = { kind: 'report-printer', subject: printerId, key: randomUUID() } as const
    await reporter.send({ ...report, body: { printerId, condition } })
  }
  const tellDrawer = async (printerId: string, open: boolean): Promise<void> => {
    log('drawer', { printerId, open })
    const report = { kind: 'report-drawer', subject: `drawer:${printerId}`, key: randomUUID() } as const
    await reporter.send({ ...report, body: { printerId, open } })
  }
  const reports: SpoolerReports = {
    outcome: (jobId, outcome) => void tellOutcome(jobId, outcome).catch(failed),
    condition: (printerId, condition) => void tellCondition(printerId, condition).catch(failed),
    unprintable: (jobId, cause) => log('unprintable', { jobId, reason: String(cause) }),
  }

  for (const { jobId, state, reported } of journal.entries())
    if (!reported && state !== 'queued' && state !== 'sending') reports.outcome(jobId, state)

  // A slip's expiry is by the server's clock; a kiosk's own may be minutes off, and is set while it runs.
  let startedAt = performance.timeOrigin
  const now = (): number => startedAt + performance.now()
  const spoolers = new Map<string, Spooler>()
  for (const printer of config.printers) {
    const { id, transport, drawerOpenIs: openIs } = printer
    log('printer-configured', { printerId: id, profile: printer.profile })
    const profile = await profileOf(printer.profile, config.logo, log)
    warmNumbers(profile.dots)
    encode(ticket, profile, { copy: 0, jobToken: 'AAAA' })
    const changed = (open: boolean): void => void tellDrawer(id, open).catch(failed)
    const link = createLink(
      transportTo(transport),
      profile,
      times,
      openIs === undefined ? null : { openIs, changed },
    )
    const { confirmMs } = times
    spoolers.set(id, createSpooler({ printerId: id, profile, link, journal, reports, now, confirmMs }))
  }
  for (const spooler of spoolers.values()) spooler.start()

  const takeJob = (message: unknown): void => {
    if (!isArrivedJob(message)) return log('job-not-understood')
    const { jobId, printerId } = message
    const spooler = spoolers.get(printerId)
    if (spooler !== undefined) return spooler.accept(message)
    log('printer-not-here', { printerId, configured: [...spoolers.keys()].join(' ') })
    const state = journal.get(jobId)?.state
    reports.outcome(
      jobId,
      state === undefined || state === 'queued' || state === 'sending' ? 'failed' : state,
    )
  }

  const server = connect(
    { ...config, journal: journalId, log },
    {
      job: takeJob,
      speaks: (now) => (speaks = now),
      clock: (now) => (startedAt = now - performance.now()),
      known: (printerIds) => {
        for (const printerId of spoolers.keys())
          if (!printerIds.includes(printerId))
            log('printer-unknown', { printerId, known: printerIds.join(' ') })
      },
      believed: (printerId, believed) => {
        const condition = conditions.get(printerId)
        if (condition !== undefined && condition !== believed) reports.condition(printerId, condition)
      },
      lights: (lights) => {
        for (const [label, light] of Object.entries(lights))
          station.light(`window:${label}`, lightColors[light])
      },
    },
  )
  const station = createHidStation({
    port: hid,
    devices: config.devices ?? [],
    listener: {
      scanned: (at, text) => server.used({ kind: 'scan', at, text }),
      pressed: (at, action) => server.used({ kind: 'key', at, action }),
    },
    log,
  })
  station.start()

  return {
    stop: async () => {
      server.close()
      await station.stop()
      await Promise.all(Array.from(spoolers.values(), (spooler) => spooler.stop(times.patienceMs)))
      reporter.stop()
      await journal.close()
      await letGo()
      log('stopped')
    },
  }
}
