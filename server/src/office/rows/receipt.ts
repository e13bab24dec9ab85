import type { Receipt } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const receiptRows = rowMap<Receipt>('receipt', {
  id: 'plain',
  number: 'plain',
  tillId: 'plain',
  clerkId: 'plain',
  windowId: 'plain',
  visitId: 'plain',
  intakeIds: 'plain',
  businessDay: 'plain',
  at: 'instant',
  totalCents: 'plain',
  tenders: 'plain',
  changeCents: 'plain',
  revenue: 'plain',
  voidedAt: 'instant',
})
