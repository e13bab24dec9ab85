import type { SearchHit } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import { parseAddress } from '../domain/answers/address.ts'
import type { CityRecord } from '../domain/lookup.ts'
import { nameKey } from '../domain/answers/name-key.ts'
import { parsePhone } from '../domain/answers/phone.ts'

/** What was typed, as each index spells it; null where it cannot be one of those. */
interface Terms {
  words: string
  number: string
  namePrefix: string | null
  phone: string | null
  addressKey: string | null
}

export const termsOf = (typed: string): Terms => {
  const name = nameKey(typed)
  const phone = parsePhone(typed)
  const address = parseAddress(typed)
  return {
    words: typed,
    number: typed.trim().toUpperCase(),
    namePrefix: name === '' ? null : `${name}%`,
    phone: phone.ok ? phone.value : null,
    addressKey: address.ok ? address.value.key : null,
  }
}

const perKind = 10

const recordQuery = `
  select service, key, data from city_record
  where key = $1 or to_tsvector('simple', data) @@ plainto_tsquery('simple', $2)
  order by key = $1 desc, key limit ${perKind}`

const issuanceQuery = `
  select id, service, kind, number, valid_until, state from issuance
  where office = $1 and (number = $2 or subject = $3 or subject = $2)
  order by issued_at desc limit ${perKind}`

const intakeQuery = `
  select file.intake_id, file.service, file.name, file.phone, intake.state, intake.business_day
  from intake_file file
  join intake on intake.office = file.office and intake.id = file.intake_id
  where file.office = $1 and (file.name_key like $2 or file.phone = $3 or file.address_key = $4)
  order by intake.since desc limit ${perKind}`

interface IssuanceHit {
  id: string
  service: string
  kind: string
  number: string
  valid_until: string
  state: string
}

interface IntakeHit {
  intake_id: string
  service: string
  name: string | null
  phone: string | null
  state: string
  business_day: string
}

const recordDetail = ({ data }: CityRecord): string =>
  Object.values(data)
    .filter((value) => typeof value === 'string')
    .slice(0, 6)
    .join(' · ')

/** Records, issuances and intakes by tag, permit, name, phone or address: at most ten of each. */
export const search = async (pool: Database, officeId: string, typed: string): Promise<SearchHit[]> => {
  const { words, number, namePrefix, phone, addressKey } = termsOf(typed)
  const [records, issuances, intakes] = await Promise.all([
    pool.query<CityRecord>(recordQuery, [number, words]),
    pool.query<IssuanceHit>(issuanceQuery, [officeId, number, addressKey]),
    pool.query<IntakeHit>(intakeQuery, [officeId, namePrefix, phone, addressKey]),
  ])
  return [
    ...records.rows.map((record): SearchHit => {
      const { key, service } = record
      return { kind: 'record', id: key, service, title: key, detail: recordDetail(record) }
    }),
    ...issuances.rows.map((row): SearchHit => ({
      kind: 'issuance',
      id: row.id,
      service: row.service,
      title: row.number,
      detail: `${row.kind} · ${row.state} · ${row.valid_until}`,
    })),
    ...intakes.rows.map((row): SearchHit => ({
      kind: 'intake',
      id: row.intake_id,
      service: row.service,
      title: row.name ?? row.phone ?? '',
      detail: `${row.state} · ${row.business_day}`,
    })),
  ]
}
