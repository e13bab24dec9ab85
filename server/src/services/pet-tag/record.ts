import { isAsLeft } from '../../domain/lookup.ts'
import type { CityRecord, Found, Lookup } from '../../domain/lookup.ts'
import type { Answers } from '../../domain/question.ts'
import type { Service } from '../../domain/service.ts'
import type { CivilDate } from '../../domain/time.ts'

export const serviceId = 'pet-tag'

/** `canceled`: of a tag that was taken back. No dog wears it, and it may be handed over. */
export type PetStatus = 'active' | 'deceased' | 'moved-away' | 'replaced' | 'canceled'

/** A dog's license record, as the city keeps it. Empty texts are unknown. */
export interface PetRecord {
  tag: string
  pet: string
  breed: string
  color: string
  sex: string
  altered: boolean
  /** its number, or "seen" where a clerk saw it and nobody entered the number */
  microchip: string
  ownerName: string
  address: string
  phone: string
  expires: CivilDate
  rabiesUntil: CivilDate
  /** the tag itself is for life: a renewal keeps its number */
  lifetime: boolean
  status: PetStatus
  /** the number of the tag that took this one's place */
  replacedBy: string
}

const statuses: readonly PetStatus[] = ['active', 'deceased', 'moved-away', 'replaced', 'canceled']

export const readRecord = ({ key, data }: CityRecord): PetRecord => {
  const text = (field: keyof PetRecord): string => {
    const value = data[field]
    return typeof value === 'string' ? value : ''
  }
  return {
    tag: key,
    pet: text('pet'),
    breed: text('breed'),
    color: text('color'),
    sex: text('sex'),
    altered: data['altered'] === true,
    microchip: text('microchip'),
    ownerName: text('ownerName'),
    address: text('address'),
    phone: text('phone'),
    expires: text('expires'),
    rabiesUntil: text('rabiesUntil'),
    lifetime: data['lifetime'] === true,
    status: statuses.find((status) => status === data['status']) ?? 'active',
    replacedBy: text('replacedBy'),
  }
}

/** What is known of a dog before anything is told. */
export const blankRecord: PetRecord = {
  tag: '',
  pet: '',
  breed: '',
  color: '',
  sex: '',
  altered: false,
  microchip: '',
  ownerName: '',
  address: '',
  phone: '',
  expires: '',
  rabiesUntil: '',
  lifetime: false,
  status: 'active',
  replacedBy: '',
}

export const writeRecord = (record: PetRecord): CityRecord => ({
  service: serviceId,
  key: record.tag,
  data: { ...record },
})

/** "020417" is the tag 20417. */
export const tagKey = (typed: string): string => typed.replace(/^0+(?=\d)/, '')

export const tagOf = (answers: Answers): string | null => {
  const tag = answers['tag']
  return typeof tag === 'string' && tag !== '' ? tagKey(tag) : null
}

const lookupOf = (key: string): Lookup => ({ kind: 'record', service: serviceId, key })

/** Ten yearly tags later the clerk looks the dog up: what is read for one command has an end. */
const longestTrail = 10

/** The numbers to read: the tag, and the tags that took its place one after the other. */
const trail = (tag: string, found: Found): string[] => {
  const numbers = [tag]
  for (;;) {
    const record = found.record(serviceId, numbers.at(-1) ?? '')
    const next = record ? readRecord(record).replacedBy : ''
    if (next === '' || numbers.includes(next) || numbers.length === longestTrail) return numbers
    numbers.push(next)
  }
}

/** The number that was told, and those after it up to the one that the dog wears. */
export const numbersOf = (answers: Answers, found: Found): string[] => {
  const tag = tagOf(answers)
  return tag === null ? [] : trail(tag, found)
}

interface Asked {
  answers: Answers
  found: Found
  handedNumbers?: readonly string[]
}

/** The records of the dog and of the tags that are to be handed over. */
export const recordLookups = ({ answers, found, handedNumbers = [] }: Asked): Lookup[] => {
  return [...numbersOf(answers, found), ...handedNumbers.map(tagKey)].map(lookupOf)
}

/** A tag's number is on one collar only: its dog may keep it, and no other gets it. */
export const refuseHanded = ({ answers, found, handedNumbers = [] }: Asked) => {
  if (!handedNumbers.every((number) => /^\d{1,7}$/.test(number) && Number(number) > 0))
    return 'numbers-missing'
  const own = numbersOf(answers, found)
  const isWorn = (number: string): boolean => {
    const record = found.record(serviceId, number)
    return record !== null && readRecord(record).status !== 'canceled'
  }
  const taken = handedNumbers.map(tagKey).some((number) => !own.includes(number) && isWorn(number))
  return taken ? 'number-in-use' : null
}

/** The record of the tag, or of the one that took its place; an old number still finds the dog. */
export const findRecord = (answers: Answers, found: Found): PetRecord | null => {
  const tag = tagOf(answers)
  if (tag === null) return null
  const last = found.record(serviceId, trail(tag, found).at(-1) ?? tag)
  const record = last && readRecord(last)
  return record && record.replacedBy === '' && record.status !== 'canceled' ? record : null
}

/** `was-`: of the dog's record; `stood-`: of one that stood under the number handed over, an older one of the same dog */
type Before = 'was-' | 'stood-'

const differing = (before: Before, was: PetRecord, is: PetRecord): Answers =>
  Object.fromEntries(
    (Object.keys(was) as (keyof PetRecord)[])
      .filter((field) => was[field] !== is[field])
      .map((field) => [`${before}${field}`, was[field]]),
  )

/** What an issuance is to change, as it was: kept with it, so that canceling it can put it back. */
export const fieldsBefore = (record: PetRecord | null, is: PetRecord): Answers =>
  differing('was-', record ?? { ...is, tag: '' }, is)

/** So is what the number handed over led to. One that was taken back is nobody's before and after. */
export const stoodBefore = (stood: PetRecord | null, is: PetRecord): Answers =>
  stood?.tag === is.tag && stood.status !== 'canceled' ? differing('stood-', stood, is) : {}

const readBefore = (before: Before, data: Answers): Partial<PetRecord> =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => name.startsWith(before))
      .map(([name, value]) => [name.slice(before.length), value]),
  )

/**
 * The dog has the tag again that it had, and its license the old end; a tag that came new is nobody's, and an older number of the
 * dog's own leads to it again.
 */
export const restores: NonNullable<Service['restores']> = {
  lookups: ({ subject, data }) =>
    [...new Set([subject, readBefore('was-', data).tag ?? ''])].filter((key) => key !== '').map(lookupOf),
  records(issuance, found) {
    const { subject, data } = issuance
    const record = found.record(serviceId, subject)
    const { tag = subject, ...before } = readBefore('was-', data)
    const stood = readBefore('stood-', data)
    if (!record || ![subject, tag].every((key) => key === '' || isAsLeft(issuance, key, found))) return []
    const is = readRecord(record)
    const was = { ...is, ...before, tag }
    const isOlder = Object.keys(stood).length > 0
    const taken: PetRecord = isOlder
      ? { ...is, ...stood }
      : { ...blankRecord, tag: subject, status: 'canceled' }
    return [...(tag === '' ? [] : [was]), ...(tag === subject ? [] : [taken])].map(writeRecord)
  },
}
