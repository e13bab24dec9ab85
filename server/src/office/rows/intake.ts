import type { Intake } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const intakeRows = rowMap<Intake>('intake', {
  id: 'text',
  service: 'text',
  channel: 'text',
  visitId: 'text',
  businessDay: 'date',
  state: 'text',
  since: 'timestamptz',
  reason: 'text',
  rev: 'integer',
  marks: 'json',
  owedCents: 'integer',
  quotedCents: 'integer',
  blocked: 'boolean',
  needsDeclaration: 'boolean',
  declarationAt: 'timestamptz',
  needsOath: 'boolean',
  oathAt: 'timestamptz',
  receiptId: 'text',
  issuanceId: 'text',
})
