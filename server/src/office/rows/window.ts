import type { Window } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const windowRows = rowMap<Window>('service_window', {
  id: 'plain',
  label: 'plain',
  printerId: 'plain',
  lines: 'plain',
  clerkId: 'plain',
})
