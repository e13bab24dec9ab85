import type { CityRecord } from '../../domain/lookup.ts'
import type { Answers } from '../../domain/question.ts'
import type { AssessInput, Issuing } from '../../domain/service.ts'
import type { CivilDate } from '../../domain/time.ts'
import {
  blankRecord,
  fieldsBefore,
  readRecord,
  serviceId,
  stoodBefore,
  tagKey,
  writeRecord,
} from './record.ts'
import type { PetRecord } from './record.ts'
import { readRequest } from './request.ts'
import type { Request } from './request.ts'
import type { PetTagSettings } from './settings.ts'

const text = (answers: Answers, id: string): string => {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

const newRecord = (answers: Answers): PetRecord => ({
  ...blankRecord,
  pet: text(answers, 'pet-name'),
  ownerName: text(answers, 'name'),
  address: text(answers, 'address'),
  phone: text(answers, 'phone'),
})

/** Under another number the dog's record moves, and the old one points to it. */
const moved = (was: PetRecord | null, is: PetRecord): CityRecord[] =>
  was === null || was.tag === is.tag
    ? [writeRecord(is)]
    : [writeRecord(is), writeRecord({ ...was, status: 'replaced', replacedBy: is.tag })]

interface Handed {
  tag: string
  /** the record under that number, which another one of the dog's may have been */
  stood: PetRecord | null
  shown: readonly string[]
}

const tagIssuing = (
  record: PetRecord | null,
  is: PetRecord,
  { stood }: Handed,
  from: CivilDate,
  data: Answers,
): Issuing => ({
  kind: 'tag',
  number: is.tag,
  subject: is.tag,
  validFrom: from,
  validUntil: is.expires,
  data: {
    pet: is.pet,
    ...data,
    ...fieldsBefore(record, is),
    ...(is.tag === record?.tag ? {} : stoodBefore(stood, is)),
  },
  recordChanges: moved(record, is),
})

const renewal = ({ record, answers, chosen, rabies, altered, start }: Request, handed: Handed): Issuing => {
  const { tag, shown } = handed
  const was = record ?? newRecord(answers)
  const is: PetRecord = {
    ...was,
    tag: record?.lifetime ? record.tag : tag,
    altered: altered === true && (was.altered || shown.includes('alteration-proof')),
    microchip: was.microchip || (shown.includes('microchip') ? 'seen' : ''),
    rabiesUntil:
      rabies.onFile || shown.includes('rabies-certificate') ? (rabies.until ?? '') : was.rabiesUntil,
    expires: chosen?.until ?? start, // it is chosen: see `isAsApproved`
    status: 'active',
    replacedBy: '',
  }
  return tagIssuing(record, is, handed, start, { term: text(answers, 'term') })
}

const replacement = ({ record, answers }: Request, handed: Handed, today: CivilDate): Issuing => {
  const was = record ?? newRecord(answers)
  const is: PetRecord = {
    ...was,
    tag: handed.tag,
    expires: was.expires || today,
    status: 'active',
    replacedBy: '',
  }
  return tagIssuing(record, is, handed, today, { replaces: was.tag })
}

const changed = (record: PetRecord, answers: Answers): PetRecord => {
  switch (answers['change']) {
    case 'died':
      return { ...record, status: 'deceased' }
    case 'moved-away':
      return { ...record, status: 'moved-away' }
    case 'new-address':
      return { ...record, address: text(answers, 'new-address') || record.address }
    case 'new-owner':
      return {
        ...record,
        ownerName: text(answers, 'owner-name'),
        phone: text(answers, 'owner-phone'),
        address: text(answers, 'owner-address') || record.address,
      }
    default:
      return record
  }
}

const change = ({ record, answers }: Request, today: CivilDate): Issuing => {
  const is = record && changed(record, answers)
  return {
    kind: 'none',
    number: null,
    subject: record?.tag ?? '',
    validFrom: today,
    validUntil: today,
    data: {
      pet: record?.pet ?? text(answers, 'pet-name'),
      change: text(answers, 'change'),
      ...(is && fieldsBefore(record, is)),
    },
    recordChanges: is ? [writeRecord(is)] : [],
  }
}

export const issue = (input: AssessInput<PetTagSettings> & { handedNumbers: readonly string[] }): Issuing => {
  const request = readRequest(input)
  const tag = tagKey(input.handedNumbers[0] ?? '')
  const under = input.found.record(serviceId, tag)
  const handed: Handed = { tag, stood: under && readRecord(under), shown: input.shown ?? [] }
  if (request.purpose === 'change') return change(request, input.today)
  return request.purpose === 'replace' ? replacement(request, handed, input.today) : renewal(request, handed)
}
