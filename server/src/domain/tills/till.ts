import type { Draft } from '../draft.ts'
import type { Evolvers } from '../evolver.ts'
import { intakeMoves } from '../intakes/intake.ts'
import type { RefusalCode } from '../refusal.ts'
import type { OfficeState, Receipt, TenderKind, Till } from '../state.ts'
import { settleVisit } from '../visits/visit.ts'

export const cashOf = (tenders: readonly { kind: TenderKind; cents: number }[]): number =>
  tenders.reduce((sum, tender) => sum + (tender.kind === 'cash' ? tender.cents : 0), 0)

export const openTillWhere = (state: OfficeState, holds: (till: Till) => boolean): Till | undefined =>
  Object.values(state.tills).find((till) => till.state === 'open' && holds(till))

/** Why a receipt is not taken back at the counter any more. */
export const voidRefusal = (state: OfficeState, receipt: Receipt): RefusalCode | null => {
  if (receipt.voidedAt !== null) return 'receipt-voided'
  if (receipt.businessDay !== state.businessDay) return 'void-too-late'
  if (state.tills[receipt.tillId]?.state !== 'open') return 'void-too-late'
  for (const id of receipt.intakeIds) {
    const intake = state.intakes[id]
    if (intake?.state === 'issued') return 'handed-over'
    if (!intake || !intakeMoves[intake.state].void) return 'wrong-state'
  }
  return null
}

const moveCash = (draft: Draft, tillId: string, cents: number): void => {
  const till = draft.state.tills[tillId]
  if (till) draft.change('tills', tillId, { expectedCents: till.expectedCents + cents })
}

export const tillEvolvers: Evolvers<
  'till-opened' | 'payment-taken' | 'payment-voided' | 'drawer-opened' | 'till-closed'
> = {
  'till-opened': (draft, body, at) =>
    draft.put('tills', body.tillId, {
      id: body.tillId,
      clerkId: body.clerkId,
      windowId: body.windowId,
      businessDay: body.businessDay,
      state: 'open',
      openedAt: at,
      closedAt: null,
      floatCents: body.floatCents,
      expectedCents: body.floatCents,
      countedCents: null,
    }),
  'payment-taken': (draft, body, at) => {
    const { receiptId, ...receipt } = body
    draft.put('receipts', receiptId, { id: receiptId, ...receipt, at, voidedAt: null })
    draft.set({ receiptCounter: body.number })
    moveCash(draft, body.tillId, cashOf(body.tenders))
    for (const id of body.intakeIds) {
      settleVisit(draft, draft.state.intakes[id]?.visitId)
      draft.change('intakes', id, { state: 'paid', since: at, receiptId })
    }
    settleVisit(draft, body.visitId)
  },
  'payment-voided': (draft, body, at) => {
    const receipt = draft.state.receipts[body.receiptId]
    draft.change('receipts', body.receiptId, { voidedAt: at })
    moveCash(draft, body.tillId, -cashOf(body.tenders))
    for (const id of receipt?.intakeIds ?? []) {
      settleVisit(draft, draft.state.intakes[id]?.visitId)
      draft.change('intakes', id, { state: 'approved', since: at, receiptId: null })
    }
    settleVisit(draft, receipt?.visitId)
  },
  'drawer-opened': () => {},
  'till-closed': (draft, body, at) =>
    draft.change('tills', body.tillId, { state: 'closed', closedAt: at, countedCents: body.countedCents }),
}
