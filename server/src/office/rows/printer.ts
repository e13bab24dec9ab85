import type { Printer } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const printerRows = rowMap<Printer>('printer', {
  id: 'text',
  name: 'text',
  deviceId: 'text',
  condition: 'text',
  since: 'timestamptz',
  drawerOpenSince: 'timestamptz',
})
