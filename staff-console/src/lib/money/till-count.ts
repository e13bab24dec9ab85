import type { OfficeState, TenderKind } from '@lobbyline/server/contract'

/** What a till took, by kind of tender; voided receipts do not count. */
export const takenByKind = (state: OfficeState, tillId: string): Record<TenderKind, number> => {
  const taken = { cash: 0, check: 0, card: 0 }
  for (const receipt of Object.values(state.receipts)) {
    if (receipt.tillId !== tillId || receipt.voidedAt !== null) continue
    for (const tender of receipt.tenders) taken[tender.kind] += tender.cents
  }
  return taken
}
