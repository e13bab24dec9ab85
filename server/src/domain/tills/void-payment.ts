import type { Decider } from '../decision.ts'
import { decided } from '../decision.ts'
import { kickDrawer, printSlip, printerFor } from '../papers/printing.ts'
import { voidPaper } from '../papers/receipt-paper.ts'
import { refuse } from '../result.ts'
import { cashOf, voidRefusal } from './till.ts'

/**
 * Takes a receipt back on its own day while its till is open and nothing was handed over for it: its money leaves the drawer and
 * the books, its intakes are approved and unpaid again. The receipt keeps its number.
 */
export const voidPayment: Decider<'void-payment'> = {
  lookups: (state, { receiptId }) => {
    const intakeId = state.receipts[receiptId]?.intakeIds[0]
    return [
      { kind: 'receipt', receiptId },
      ...(intakeId === undefined ? [] : [{ kind: 'intake-file', intakeId } as const]),
    ]
  },

  decide(state, { receiptId, reason }, context) {
    const receipt = state.receipts[receiptId]
    if (!receipt) return refuse('not-found')
    const refusal = voidRefusal(state, receipt)
    if (refusal !== null) return refuse(refusal)
    const till = state.tills[receipt.tillId]
    if (!till) return refuse('void-too-late')

    const { actor, found, now } = context
    const { tillId, totalCents, tenders, revenue, number } = receipt
    const drawer = cashOf(tenders) > 0 ? kickDrawer(state, context, till, 'void') : null
    const printerId = printerFor(state, actor, state.windows[till.windowId]?.printerId ?? null)
    const paper = printSlip(state, context, printerId, { receiptId }, () =>
      voidPaper({
        city: state.city,
        language: found.intakeFile(receipt.intakeIds[0] ?? '')?.language ?? 'en',
        number,
        at: now,
        payer: found.receipt(receiptId)?.payer ?? '',
        clerk: actor.type === 'clerk' ? actor.name : '',
        windowLabel: state.windows[till.windowId]?.label ?? '',
        tillId,
        totalCents,
        tenders,
        reason,
      }),
    )
    return decided(
      [
        { kind: 'payment-voided', body: { receiptId, tillId, reason, totalCents, tenders, revenue } },
        ...(drawer?.facts ?? []),
        ...paper.facts,
      ],
      { jobId: paper.jobId },
      [...(drawer?.filings ?? []), ...paper.filings],
    )
  },
}
