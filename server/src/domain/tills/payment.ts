import { owedCentsOf } from '../intakes/assessing.ts'
import type { Tender } from '../command.ts'
import type { Decider } from '../decision.ts'
import { decided } from '../decision.ts'
import type { IntakeFile } from '../lookup.ts'
import { intakeMoves } from '../intakes/intake.ts'
import { kickDrawer, printerFor, printSlip } from '../papers/printing.ts'
import { receiptPaper } from '../papers/receipt-paper.ts'
import type { ReceiptLine } from '../papers/receipt-paper.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import { actorId } from '../visits/standing.ts'
import type { Intake, OfficeState, TenderKind } from '../state.ts'
import { cashOf } from './till.ts'
import { word } from '../words/wording.ts'

/** Sums by kind or account; what comes to nothing is left out. */
const sumBy = <Key extends string, Part extends { cents: number } & Record<Key, string>>(
  parts: readonly Part[],
  key: Key,
): Map<Part[Key], number> => {
  const sums = new Map<Part[Key], number>()
  for (const part of parts) sums.set(part[key], (sums.get(part[key]) ?? 0) + part.cents)
  for (const [each, cents] of sums) if (cents === 0) sums.delete(each)
  return sums
}

/** Change is given of cash alone; check and card are exact. Refusals: `tender-short`, `tender-over`. */
export const changeFor = (totalCents: number, tenders: readonly Tender[]): Result<number, RefusalCode> => {
  if (tenders.some(({ cents }) => !Number.isSafeInteger(cents) || cents <= 0)) return refuse('tender-short')
  const given = tenders.reduce((sum, tender) => sum + tender.cents, 0)
  const over = given - totalCents
  if (over < 0) return refuse('tender-short', { missingCents: -over })
  // change that eats up all the cash means that none of it was needed
  if (over > 0 && over >= cashOf(tenders)) return refuse('tender-over', { overCents: over })
  return ok(over)
}

/** What went into the drawer and to the bank: cash less change. */
const kept = (tenders: readonly Tender[], changeCents: number): { kind: TenderKind; cents: number }[] =>
  [...sumBy(tenders, 'kind')].map(([kind, cents]) => ({
    kind,
    cents: kind === 'cash' ? cents - changeCents : cents,
  }))

/** Refusals: `not-found`, `already-paid` with who took it and on which receipt, `wrong-state`. */
const payable = (state: OfficeState, intakeIds: readonly string[]): Result<Intake[], RefusalCode> => {
  const intakes: Intake[] = []
  for (const id of new Set(intakeIds)) {
    const intake = state.intakes[id]
    if (!intake) return refuse('not-found')
    if (intake.state === 'paid' || intake.state === 'issued') {
      const receipt = intake.receiptId === null ? undefined : state.receipts[intake.receiptId]
      return refuse('already-paid', receipt && { clerkId: receipt.clerkId, receipt: receipt.number })
    }
    if (!intakeMoves[intake.state].pay) return refuse('wrong-state', { state: intake.state })
    intakes.push(intake)
  }
  return intakes.length > 0 ? ok(intakes) : refuse('not-found')
}

/**
 * Takes what is owed for approved intakes, all of it at once, into the clerk's own open till. The amount that the clerk saw must
 * still be the one that is owed. Nothing owed still makes a receipt, without a tender.
 */
export const takePayment: Decider<'take-payment'> = {
  lookups: (_state, { intakeIds }) => intakeIds.map((intakeId) => ({ kind: 'intake-file', intakeId })),

  decide(state, body, context) {
    const { actor, found, services, now, newId } = context
    const { tillId, visitId, tenders, payer } = body
    const till = state.tills[tillId]
    if (!till) return refuse('not-found')
    if (till.state !== 'open' || till.businessDay !== state.businessDay) return refuse('till-not-open')
    if (till.clerkId !== actorId(actor)) return refuse('till-of-other-clerk')
    if (visitId !== null && !state.visits[visitId]) return refuse('not-found')
    const intakes = payable(state, body.intakeIds)
    if (!intakes.ok) return intakes

    const files: IntakeFile[] = []
    for (const { id } of intakes.value) {
      const file = found.intakeFile(id)
      if (!file) return refuse('not-found')
      files.push(file)
    }
    const totalCents = files.reduce((sum, { assessment }) => sum + owedCentsOf(assessment), 0)
    if (totalCents !== body.totalCents) return refuse('amount-changed', { owedCents: totalCents })
    const change = changeFor(totalCents, tenders)
    if (!change.ok) return change

    const changeCents = change.value
    const receiptId = newId('receipt')
    const number = state.receiptCounter + 1
    const netTenders = kept(tenders, changeCents)
    const fees = files.flatMap(({ assessment }) => assessment.fees)
    const language = files[0]?.language ?? 'en'
    const lines: ReceiptLine[] = files.flatMap(({ service, assessment }) => {
      const texts = services.get(service)?.texts ?? {}
      return assessment.fees.map((fee) => ({ text: word(texts, fee, language), cents: fee.cents }))
    })
    const { city, windows } = state
    const receipt = printSlip(state, context, printerFor(state, actor, body.printerId), { receiptId }, () =>
      receiptPaper({
        city,
        language,
        number,
        at: now,
        payer,
        clerk: actor.type === 'clerk' ? actor.name : '',
        windowLabel: windows[till.windowId]?.label ?? '',
        tillId,
        lines,
        totalCents,
        tenders,
        changeCents,
      }),
    )
    const drawer = cashOf(tenders) > 0 ? kickDrawer(state, context, till, 'sale') : null
    return decided(
      [
        {
          kind: 'payment-taken',
          body: {
            receiptId,
            number,
            tillId,
            clerkId: till.clerkId,
            windowId: till.windowId,
            visitId,
            intakeIds: intakes.value.map((intake) => intake.id),
            businessDay: state.businessDay,
            totalCents,
            tenders: netTenders,
            changeCents,
            revenue: [...sumBy(fees, 'account')].map(([account, cents]) => ({ account, cents })),
          },
        },
        ...(drawer?.facts ?? []),
        ...receipt.facts,
      ],
      { receiptId, number, changeCents, jobId: receipt.jobId },
      [
        { type: 'receipt-file', receiptId, payer, tenders, lines },
        ...(drawer?.filings ?? []),
        ...receipt.filings,
      ],
    )
  },
}
