import type { Printer } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const printerRows = rowMap<Printer>('printer', {
  id: 'plain',
  name: 'plain',
  deviceId: 'plain',
  condition: 'plain',
  since: 'instant',
  drawerOpenSince: 'instant',
})
