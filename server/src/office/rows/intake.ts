import type { Intake } from '../../domain/state.ts'
import { rowMap } from './row-map.ts'

export const intakeRows = rowMap<Intake>('intake', {
  id: 'plain',
  service: 'plain',
  channel: 'plain',
  visitId: 'plain',
  businessDay: 'plain',
  state: 'plain',
  since: 'instant',
  reason: 'plain',
  rev: 'plain',
  marks: 'plain',
  owedCents: 'plain',
  quotedCents: 'plain',
  blocked: 'plain',
  needsDeclaration: 'plain',
  declarationAt: 'instant',
  needsOath: 'plain',
  oathAt: 'instant',
  receiptId: 'plain',
  issuanceId: 'plain',
})
