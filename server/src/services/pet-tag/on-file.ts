import type { CityRecord } from '../../domain/lookup.ts'
import type { AssessInput, OnFile, Value } from '../../domain/service.ts'
import { formatPhone } from '../../domain/answers/phone.ts'
import { findRecord, readRecord, type PetRecord } from './record.ts'
import type { PetTagSettings } from './settings.ts'

const line = (label: string, value: Value, shares?: OnFile['shares']): OnFile[] =>
  value === '' ? [] : [{ label, value, ...(shares ? { shares } : {}) }]

const date = (value: string): Value => (value === '' ? '' : { date: value })

const linesOf = (record: PetRecord): OnFile[] => [
  ...line('file-owner', record.ownerName, 'name'),
  ...line('file-address', record.address, 'address'),
  ...line('file-phone', formatPhone(record.phone), 'phone'),
  ...line('file-dog', [record.pet, record.breed, record.color, record.sex].filter(Boolean).join(', ')),
  ...line('file-expires', date(record.expires)),
  ...line('file-rabies', date(record.rabiesUntil)),
]

/** The record as the clerk compares it with the person and the dog at the window. */
export const onFile = ({ answers, found }: AssessInput<PetTagSettings>): OnFile[] => {
  const record = findRecord(answers, found)
  return record ? linesOf(record) : []
}

/** Any record that a search finds: also the tag of a dog that wears it no more. */
export const recordLines = (found: CityRecord): OnFile[] => {
  const record = readRecord(found)
  const { status, microchip } = record
  return [
    ...linesOf(record),
    ...line('file-microchip', /\d/.test(microchip) ? microchip : ''),
    ...line('file-replaced', record.replacedBy),
    ...(status === 'active' || status === 'replaced'
      ? []
      : line('file-closed', { text: `closed-${status}` })),
  ]
}
