import type { AssessInput, OnFile, Value } from '../../domain/service.ts'
import { formatPhone } from '../../domain/answers/phone.ts'
import { findRecord } from './record.ts'
import type { PetTagSettings } from './settings.ts'

/** The record as the clerk compares it with the person and the dog at the window. */
export const onFile = ({ answers, found }: AssessInput<PetTagSettings>): OnFile[] => {
  const record = findRecord(answers, found)
  if (!record) return []
  const line = (label: string, value: Value, shares?: OnFile['shares']): OnFile[] =>
    value === '' ? [] : [{ label, value, ...(shares ? { shares } : {}) }]
  const date = (value: string): Value => (value === '' ? '' : { date: value })
  return [
    ...line('file-owner', record.ownerName, 'name'),
    ...line('file-address', record.address, 'address'),
    ...line('file-phone', formatPhone(record.phone), 'phone'),
    ...line('file-dog', [record.pet, record.breed, record.color, record.sex].filter(Boolean).join(', ')),
    ...line('file-expires', date(record.expires)),
    ...line('file-rabies', date(record.rabiesUntil)),
  ]
}
