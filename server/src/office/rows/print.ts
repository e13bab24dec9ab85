import type { Print } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const printRows = rowMap<Print>('print', {
  id: 'text',
  printerId: 'text',
  kind: 'text',
  of: 'json',
  copy: 'integer',
  originalId: 'text',
  state: 'text',
  at: 'timestamptz',
  businessDay: 'date',
})
