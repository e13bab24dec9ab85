import { intakeMoves, type OfficeState, type Receipt } from '@lobbyline/server/contract'

export type ReceiptStanding = 'voidable' | 'voided' | 'handed-over' | 'till-closed'

/** Whether a supervisor may still take a receipt back, and if not, why. */
export const receiptStanding = (state: OfficeState, receipt: Receipt): ReceiptStanding => {
  if (receipt.voidedAt !== null) return 'voided'
  if (receipt.intakeIds.some((id) => !intakeMoves[state.intakes[id]?.state ?? 'issued'].void))
    return 'handed-over'
  return state.tills[receipt.tillId]?.state === 'open' ? 'voidable' : 'till-closed'
}
