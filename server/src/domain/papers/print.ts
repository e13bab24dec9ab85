import type { Evolvers } from '../evolver.ts'
import type { PrintState } from '../slip.ts'
import type { Print } from '../state.ts'
import type { Instant } from '../time.ts'

/** What an agent may still say of a job in each state. Saying the same again changes nothing. */
export const printMoves: Readonly<Record<PrintState, readonly PrintState[]>> = {
  queued: ['printed', 'sent', 'failed', 'stalled', 'unknown', 'expired'],
  stalled: ['printed', 'sent', 'failed', 'unknown', 'expired'],
  failed: ['printed', 'sent', 'failed', 'stalled', 'unknown', 'expired'],
  unknown: ['printed'],
  sent: ['printed'],
  printed: [],
  expired: ['printed'],
}

/** Its end is not known yet, and an agent may still be at it. */
export const isUnderWay = ({ state }: Print): boolean => state === 'queued' || state === 'stalled'

const hourMs = 3_600_000

/** A paper that is a week late would come out for somebody who is gone. */
export const paperExpiresMs = 7 * 24 * hourMs

/**
 * When the system ends a job of which no agent has told the end: an hour after the last moment at which an agent may begin it. A
 * drawer and a ticket, whatever the setting, have an hour at most.
 */
export const overdueAt = ({ kind, at }: Print): Instant =>
  at + (kind === 'ticket' || kind === 'drawer' ? hourMs : paperExpiresMs) + hourMs

export const printEvolvers: Evolvers<
  | 'printer-added'
  | 'printer-removed'
  | 'printer-reported'
  | 'drawer-sensed'
  | 'print-requested'
  | 'print-reported'
> = {
  'printer-added': (draft, body, at) => {
    const known = draft.state.printers[body.printerId]
    draft.put('printers', body.printerId, {
      id: body.printerId,
      name: body.name,
      deviceId: body.deviceId,
      condition: known?.condition ?? 'offline',
      since: known?.since ?? at,
      drawerOpenSince: known?.drawerOpenSince ?? null,
    })
  },
  'printer-removed': (draft, { printerId }) => draft.retain('printers', ({ id }) => id !== printerId),
  'printer-reported': (draft, body, at) =>
    draft.change('printers', body.printerId, { condition: body.condition, since: at }),
  'drawer-sensed': (draft, body, at) =>
    draft.change('printers', body.printerId, { drawerOpenSince: body.open ? at : null }),
  'print-requested': (draft, { jobId, ...print }, at) =>
    draft.put('prints', jobId, { id: jobId, ...print, state: 'queued', at }),
  'print-reported': (draft, body) => draft.change('prints', body.jobId, { state: body.outcome }),
}
