import type { Window } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const windowRows = rowMap<Window>('service_window', {
  id: 'text',
  label: 'text',
  printerId: 'text',
  lines: 'json',
  clerkId: 'text',
})
