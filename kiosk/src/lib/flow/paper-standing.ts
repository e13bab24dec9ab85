import type { Print, Printer } from '@lobbyline/server/contract'

/** Nobody waits longer than this for a printer that says nothing. */
export const printPatienceMs = 8_000

/**
 * What to tell about the paper. `printed` only when the printer said so; `sent` when it cannot say; `write-down` when no paper is
 * sure to come.
 */
export type PaperStanding = 'printing' | 'printed' | 'sent' | 'write-down'

const troubled: ReadonlySet<Printer['condition']> = new Set(['paper-out', 'cover-open', 'error', 'offline'])

export const paperStanding = (
  job: { jobId: string | null; print: Print | undefined; printer: Printer | undefined; isLive: boolean },
  waitedMs: number,
): PaperStanding => {
  const { jobId, print, printer, isLive } = job
  if (jobId === null) return 'write-down'
  if (print?.state === 'printed') return 'printed'
  if (print?.state === 'sent') return 'sent'
  if (print && print.state !== 'queued') return 'write-down'
  if (waitedMs >= printPatienceMs) return 'write-down'
  if (isLive && print && printer && troubled.has(printer.condition)) return 'write-down'
  return 'printing'
}
