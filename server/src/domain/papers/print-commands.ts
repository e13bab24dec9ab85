import type { CommandActor } from '../command.ts'
import type { Deciders } from '../decision.ts'
import { decided } from '../decision.ts'
import { printMoves } from './print.ts'
import { reprintSlip } from './printing.ts'
import { printTicket } from './print-ticket.ts'
import { refuse } from '../result.ts'
import type { OfficeState } from '../state.ts'

/** Only the agent that owns a printer speaks for it; when it is gone, the system does. */
const owns = (actor: CommandActor, state: OfficeState, printerId: string): boolean =>
  actor.type === 'system' || (actor.type === 'device' && state.printers[printerId]?.deviceId === actor.id)

export const printDeciders: Pick<
  Deciders,
  'reprint' | 'print-ticket' | 'report-print' | 'report-printer' | 'report-drawer'
> = {
  'print-ticket': printTicket,
  reprint: {
    lookups: (_state, { jobId }) => [{ kind: 'print-job', jobId }],
    decide(state, { jobId: wanted, printerId }, context) {
      const paper = context.found.printJob(wanted)
      if (!paper) return refuse('not-found')
      const { slip } = paper
      if (!slip) return refuse('nothing-to-print')
      if (!state.printers[printerId]) return refuse('printer-unknown')
      const of = (state.prints[wanted] ?? state.prints[paper.originalJobId])?.of ?? {}
      const printed = reprintSlip(state, context, { printerId, of, paper, slip })
      return decided(printed.facts, { jobId: printed.jobId }, printed.filings)
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
