import type { Decider } from '../decision.ts'
import { decided } from '../decision.ts'
import { refuse } from '../result.ts'
import { select } from '../select.ts'
import type { OfficeState, Print } from '../state.ts'
import { isOpenVisit } from '../visits/visit.ts'
import { visitsBefore, waitRange } from '../visits/wait.ts'
import { printerFor, printSlip, reprintSlip } from './printing.ts'
import { ticketPaper } from './ticket-paper.ts'

/** The tickets of a visit, whichever printers they went to, the original first. */
const ticketPrints = (state: OfficeState, visitId: string): Print[] =>
  select(state.prints, (print) => print.kind === 'ticket' && print.of.visitId === visitId).sort(
    (one, other) => one.copy - other.copy,
  )

/**
 * A visit's ticket at whatever printer works. A kiosk prints it only as long as no paper is known to have come out, for whoever
 * stands there may have read the number off the wall. With the original gone, or never made, it is worded anew, without what was
 * told of the person.
 * Refusals: `not-found`, `wrong-state`, `nothing-to-print` (there is paper already), `printer-unknown`.
 */
export const printTicket: Decider<'print-ticket'> = {
  lookups: (state, { visitId }) => {
    const [original] = ticketPrints(state, visitId)
    return original ? [{ kind: 'print-job', jobId: original.id }] : []
  },

  decide(state, { visitId, printerId: wanted }, context) {
    const { actor, found, services, now } = context
    const visit = state.visits[visitId]
    if (!visit) return refuse('not-found')
    if (!isOpenVisit(visit)) return refuse('wrong-state', { state: visit.state })
    const prints = ticketPrints(state, visitId)
    const isOut = prints.some((print) => print.state === 'printed' || print.state === 'sent')
    if (actor.type === 'device' && isOut) return refuse('nothing-to-print')
    const printerId = printerFor(state, actor, wanted)
    if (printerId === null) return refuse('printer-unknown')
    const onItsWay = prints.find((print) => print.state === 'queued' && print.printerId === printerId)
    if (onItsWay) return decided([], { jobId: onItsWay.id })

    const [original] = prints
    const paper = original ? found.printJob(original.id) : null
    const printed = paper?.slip
      ? reprintSlip(state, context, { printerId, of: { visitId }, paper, slip: paper.slip })
      : printSlip(state, context, printerId, { visitId }, () => {
          const before = visitsBefore(state, visitId)
          return ticketPaper({
            city: state.city,
            language: visit.language,
            number: visit.number,
            service: services.get(visit.line),
            intakes: [],
            before,
            wait: waitRange(state, before, now, visit),
            at: now,
            appointmentAt: visit.appointmentAt,
            url: context.visitUrl(visitId),
          })
        })
    return decided(printed.facts, { jobId: printed.jobId }, printed.filings)
  },
}
