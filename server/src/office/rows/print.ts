import type { Print } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const printRows = rowMap<Print>('print', {
  id: 'plain',
  printerId: 'plain',
  kind: 'plain',
  of: 'plain',
  copy: 'plain',
  originalId: 'plain',
  state: 'plain',
  at: 'instant',
  businessDay: 'plain',
})
