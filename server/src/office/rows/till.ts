import type { Till } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const tillRows = rowMap<Till>('till', {
  id: 'text',
  clerkId: 'text',
  windowId: 'text',
  businessDay: 'date',
  state: 'text',
  openedAt: 'timestamptz',
  closedAt: 'timestamptz',
  floatCents: 'integer',
  expectedCents: 'integer',
  countedCents: 'integer',
})
