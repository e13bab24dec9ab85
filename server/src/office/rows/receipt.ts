import type { Receipt } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const receiptRows = rowMap<Receipt>('receipt', {
  id: 'text',
  number: 'integer',
  tillId: 'text',
  clerkId: 'text',
  windowId: 'text',
  visitId: 'text',
  intakeIds: 'json',
  businessDay: 'date',
  at: 'timestamptz',
  totalCents: 'integer',
  tenders: 'json',
  changeCents: 'integer',
  revenue: 'json',
  voidedAt: 'timestamptz',
})
