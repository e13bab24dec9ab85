import type { Till } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const tillRows = rowMap<Till>('till', {
  id: 'plain',
  clerkId: 'plain',
  windowId: 'plain',
  businessDay: 'plain',
  state: 'plain',
  openedAt: 'instant',
  closedAt: 'instant',
  floatCents: 'plain',
  expectedCents: 'plain',
  countedCents: 'plain',
})
