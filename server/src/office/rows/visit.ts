import type { Visit } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const visitRows = rowMap<Visit>('visit', {
  id: 'plain',
  number: 'plain',
  businessDay: 'plain',
  line: 'plain',
  channel: 'plain',
  language: 'plain',
  state: 'plain',
  since: 'instant',
  createdAt: 'instant',
  placeAt: 'instant',
  windowId: 'plain',
  clerkId: 'plain',
  calls: 'plain',
  servedMs: 'plain',
  due: 'instant',
  reason: 'plain',
  undo: 'plain',
})
