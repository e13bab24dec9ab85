import type { Visit } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const visitRows = rowMap<Visit>('visit', {
  id: 'text',
  number: 'text',
  businessDay: 'date',
  line: 'text',
  channel: 'text',
  language: 'text',
  state: 'text',
  since: 'timestamptz',
  createdAt: 'timestamptz',
  arrival: 'integer',
  placeAt: 'timestamptz',
  appointmentAt: 'timestamptz',
  windowId: 'text',
  clerkId: 'text',
  calls: 'integer',
  servedMs: 'bigint',
  due: 'timestamptz',
  reason: 'text',
  undo: 'json',
})
