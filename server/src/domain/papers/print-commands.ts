import type { CommandActor } from '../command.ts'
import type { Deciders } from '../decision.ts'
import { decided } from '../decision.ts'
import { printMoves } from './print.ts'
import { expiryOf } from './printing.ts'
import { refuse } from '../result.ts'
import type { OfficeState } from '../state.ts'

/** Only the agent that owns a printer speaks for it; when it is gone, the system does. */
const owns = (actor: CommandActor, state: OfficeState, printerId: string): boolean =>
  actor.type === 'system' || (actor.type === 'device' && state.printers[printerId]?.deviceId === actor.id)

export const printDeciders: Pick<Deciders, 'reprint' | 'report-print' | 'report-printer' | 'report-drawer'> =
  {
    reprint: {
      lookups: (_state, { jobId }) => [{ kind: 'print-job', jobId }],
      decide(state, { jobId: wanted, printerId }, { found, newId, now }) {
        const paper = found.printJob(wanted)
        if (!paper) return refuse('not-found')
        const { slip, originalJobId: originalId } = paper
        if (!slip) return refuse('nothing-to-print')
        if (!state.printers[printerId]) return refuse('printer-unknown')
        const jobId = newId('job')
        const copy = paper.copies + 1
        const of = (state.prints[wanted] ?? state.prints[originalId])?.of ?? {}
        const { businessDay } = state
        return decided(
          [
            {
              kind: 'print-requested',
              body: { jobId, printerId, kind: slip.kind, of, copy, originalId, businessDay },
            },
          ],
          { jobId },
          [
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
        )
      },
    },
    'report-print': {
      decide(state, { jobId, outcome }, { actor }) {
        const print = state.prints[jobId]
        if (!print) return refuse('not-found')
        if (!owns(actor, state, print.printerId)) return refuse('not-allowed')
        if (print.state === outcome) return decided([], {})
        if (!printMoves[print.state].includes(outcome)) return refuse('wrong-state', { state: print.state })
        return decided([{ kind: 'print-reported', body: { jobId, outcome } }], {})
      },
    },
    'report-printer': {
      decide(state, { printerId, condition }, { actor }) {
        const printer = state.printers[printerId]
        if (!printer) return refuse('printer-unknown')
        if (!owns(actor, state, printerId)) return refuse('not-allowed')
        if (printer.condition === condition) return decided([], {})
        const { condition: from, since } = printer
        return decided([{ kind: 'printer-reported', body: { printerId, condition, from, since } }], {})
      },
    },
    'report-drawer': {
      decide(state, { printerId, open }, { actor }) {
        const printer = state.printers[printerId]
        if (!printer) return refuse('printer-unknown')
        if (!owns(actor, state, printerId)) return refuse('not-allowed')
        const { drawerOpenSince: since } = printer
        if (open === (since !== null)) return decided([], {})
        return decided([{ kind: 'drawer-sensed', body: { printerId, open, since } }], {})
      },
    },
  }
