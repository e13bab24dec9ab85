import type { CommandActor } from '../command.ts'
import type { DecisionContext } from '../decision.ts'
import type { FactBody } from '../fact.ts'
import type { Filing } from '../filing.ts'
import type { PrintedPaper } from '../lookup.ts'
import type { Slip } from '../slip.ts'
import type { OfficeState, Print, Till } from '../state.ts'
import type { Instant } from '../time.ts'
import { windowOf } from '../offices/window.ts'
import { paperExpiresMs } from './print.ts'

/** A kick that comes late opens a drawer that nobody stands at. */
const drawerExpiresMs = 15_000

/** Facts and filings of something printed; `jobId` is null when there is no printer, which stops nothing. */
export interface Printed<JobId extends string | null = string | null> {
  facts: readonly FactBody[]
  filings: readonly Filing[]
  jobId: JobId
}

export const nothingPrinted: Printed = { facts: [], filings: [], jobId: null }

/**
 * For a device its own, whatever it asks for; else the printer asked for or the one of the clerk's window. Null when the office
 * does not have it.
 */
export const printerFor = (state: OfficeState, actor: CommandActor, wanted: string | null): string | null => {
  const own =
    actor.type === 'device'
      ? actor.printerId
      : actor.type === 'clerk'
        ? (windowOf(state, actor.id)?.printerId ?? null)
        : null
  const id = actor.type === 'device' ? own : (wanted ?? own)
  return id !== null && state.printers[id] ? id : null
}

/** What waits too long must not come out with the next roll of paper. */
export const expiryOf = (state: OfficeState, kind: Slip['kind'], now: Instant): Instant =>
  now + (kind === 'ticket' ? state.lineSettings.ticketExpiresMs : paperExpiresMs)

export function printSlip(
  state: OfficeState,
  context: DecisionContext,
  printerId: string,
  of: Print['of'],
  slip: () => Slip,
): Printed<string>
export function printSlip(
  state: OfficeState,
  context: DecisionContext,
  printerId: string | null,
  of: Print['of'],
  slip: () => Slip,
): Printed
export function printSlip(
  state: OfficeState,
  context: DecisionContext,
  printerId: string | null,
  of: Print['of'],
  slip: () => Slip,
): Printed {
  if (printerId === null) return nothingPrinted
  const jobId = context.newId('job')
  const paper = slip()
  return {
    jobId,
    facts: [
      {
        kind: 'print-requested',
        body: {
          jobId,
          printerId,
          kind: paper.kind,
          of,
          copy: 0,
          originalId: jobId,
          businessDay: state.businessDay,
        },
      },
    ],
    filings: [
      {
        type: 'print-job',
        job: {
          jobId,
          printerId,
          work: { type: 'slip', slip: paper, copy: 0 },
          expiresAt: expiryOf(state, paper.kind, context.now),
        },
        originalJobId: jobId,
      },
    ],
  }
}

/** A copy of a paper, counted and marked as one, on any printer. */
export const reprintSlip = (
  state: OfficeState,
  { newId, now }: DecisionContext,
  { printerId, of, paper, slip }: { printerId: string; of: Print['of']; paper: PrintedPaper; slip: Slip },
): Printed<string> => {
  const jobId = newId('job')
  const copy = paper.copies + 1
  const { originalJobId: originalId } = paper
  return {
    jobId,
    facts: [
      {
        kind: 'print-requested',
        body: { jobId, printerId, kind: slip.kind, of, copy, originalId, businessDay: state.businessDay },
      },
    ],
    filings: [
      {
        type: 'print-job',
        job: {
          jobId,
          printerId,
          work: { type: 'slip', slip, copy },
          expiresAt: expiryOf(state, slip.kind, now),
        },
        originalJobId: originalId,
      },
    ],
  }
}

/** Opens the till's drawer by the printer it hangs on: a job of its own, in the books, never tried again by itself. */
export const kickDrawer = (
  state: OfficeState,
  context: DecisionContext,
  till: Till,
  reason: 'sale' | 'void' | 'no-sale' | 'count',
): Printed => {
  const printerId = state.windows[till.windowId]?.printerId ?? null
  if (printerId === null || !state.printers[printerId]) return nothingPrinted
  const jobId = context.newId('drawer')
  const tillId = till.id
  return {
    jobId,
    facts: [
      { kind: 'drawer-opened', body: { tillId, windowId: till.windowId, reason } },
      {
        kind: 'print-requested',
        body: {
          jobId,
          printerId,
          kind: 'drawer',
          of: { tillId },
          copy: 0,
          originalId: jobId,
          businessDay: state.businessDay,
        },
      },
    ],
    filings: [
      {
        type: 'print-job',
        job: { jobId, printerId, work: { type: 'drawer' }, expiresAt: context.now + drawerExpiresMs },
        originalJobId: jobId,
      },
    ],
  }
}
