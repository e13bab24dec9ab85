import type { SearchHit } from '../contract/views.ts'
import { parseAddress } from '../domain/answers/address.ts'
import { nameKey } from '../domain/answers/name-key.ts'
import { parsePhone } from '../domain/answers/phone.ts'
import { receiptNumberIn } from '../domain/papers/city-head.ts'
import type { CityRecord, Issuance } from '../domain/lookup.ts'
import type { IntakeState, VisitState } from '../domain/state.ts'
import type { Counter } from './assess-view.ts'

/** What was typed, as each index spells it; null where it cannot be one of those. */
export interface Terms {
  number: string
  /** "020417" is the tag 20417, and may be a card of its own */
  numbers: readonly string[]
  /** every word may be the beginning of one; a number is told in full */
  words: string | null
  phone: string | null
  address: { key: string; display: string } | null
}

export const termsOf = (typed: string): Terms => {
  const number = typed.replace(/\s/g, '').toUpperCase()
  const bare = number.replace(/^0+(?=\d+$)/, '')
  const name = nameKey(bare === number ? typed : bare)
  const phone = parsePhone(typed)
  const address = parseAddress(typed)
  return {
    number,
    numbers: [...new Set([number, bare])],
    words:
      name === ''
        ? null
        : name
            .split(' ')
            .map((word) => (/^\d/.test(word) ? `'${word}'` : `'${word}':*`))
            .join(' & '),
    phone: phone.ok ? phone.value : null,
    address: address.ok ? { key: address.value.key, display: address.value.display } : null,
  }
}

const perKind = 10

/** Without accents and apostrophes, as the index of the records' words is. */
const folded = (text: string) => `regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f''’]', '', 'g')`

const recordWords = `to_tsvector('simple', ${folded(`(data::jsonb - 'writtenBy')::text`)}::jsonb)`

/** Each arm of a query is a probe of one index, so that none reads a whole table, whatever the planner knows of it. */
export const searchSql = {
  records: `
    with hit as (
      select service, key, 1 as place from city_record where key = any($1::text[])
      union all
      (select service, key, 2 from city_record
        where ${recordWords} @@ (plainto_tsquery('simple', ${folded('$3')}) || plainto_tsquery('simple', $4)
          || plainto_tsquery('simple', $5))
        limit ${perKind})
      union all
      (select service, key, 3 from city_record where ${recordWords} @@ to_tsquery('simple', $2) limit ${perKind})
    )
    select service, key, data
    from (select service, key, min(place) as place from hit group by service, key) found
    join city_record using (service, key)
    order by place, key limit ${perKind}`,
  files: `
    select intake_id from intake_file where office = $1 and phone = $3
    union
    select intake_id from intake_file where office = $1 and address_key = $4
    union
    (select intake_id from intake_file
      where office = $1 and address_key >= $4 || ' #' and address_key < $4 || ' $'
      limit 25)
    union
    select intake_id from intake_file where office = $1 and to_tsvector('simple', words) @@ to_tsquery('simple', $2)
    limit 50`,
  issuances: `
    with hit as (
      select id from issuance where office = $1 and number = any($2::text[])
      union
      select id from issuance where office = $1 and subject = any($2::text[])
      union
      select id from issuance where office = $1 and intake_id = any($3::text[])
    )
    select id, issuance.service, kind, number, valid_from, valid_until, state, file.name
    from hit join issuance using (id) left join intake_file file on file.intake_id = issuance.intake_id
    order by issued_at desc limit ${perKind}`,
  intakes: `
    select intake.id, intake.service, file.name, file.phone, intake.state, intake.business_day,
      visit.id as visit_id, visit.number
    from unnest($2::text[]) wanted
    join intake on intake.office = $1 and intake.id = wanted
    join intake_file file on file.intake_id = intake.id
    left join visit on visit.office = $1 and visit.id = intake.visit_id
    order by intake.since desc limit ${perKind}`,
  visits: `
    select id, number, business_day, line, state from visit
    where office = $1 and (business_day = $2 or live) and number = $3
    order by business_day desc`,
  receipts: `
    select json_array_elements_text(intake_ids) as intake_id from receipt where office = $1 and number = $2`,
}

interface IssuanceRow {
  id: string
  service: string
  kind: Issuance['kind']
  number: string
  valid_from: string
  valid_until: string
  state: Issuance['state']
  name: string | null
}

interface IntakeRow {
  id: string
  service: string
  name: string | null
  phone: string | null
  state: IntakeState
  business_day: string
  visit_id: string | null
  number: string | null
}

interface VisitRow {
  id: string
  number: string
  business_day: string
  line: string
  state: VisitState
}

/**
 * Tickets of today and of live visits, and records, issuances and forms by tag, permit, receipt, name, phone or address: at most ten of
 * each. What hangs on a record that is found is found with it: the license of a dog by its owner's name, a form by each card that it
 * sold. A house is found with its units.
 */
export const search = async (typed: string, { pool, state, services }: Counter): Promise<SearchHit[]> => {
  const { officeId, businessDay } = state
  const { number, numbers: told, words, phone, address } = termsOf(typed)
  const [records, files, visits, receipts] = await Promise.all([
    pool.query<CityRecord>(searchSql.records, [told, words, typed, phone ?? '', address?.display ?? '']),
    pool.query<{ intake_id: string }>(searchSql.files, [officeId, words, phone, address?.key ?? null]),
    pool.query<VisitRow>(searchSql.visits, [officeId, businessDay, number]),
    pool.query<{ intake_id: string }>(searchSql.receipts, [officeId, receiptNumberIn(typed)]),
  ])
  const writers = records.rows.flatMap(({ data: { writtenBy } }) =>
    typeof writtenBy === 'string' ? [writtenBy] : [],
  )
  const filed = [...receipts.rows, ...files.rows].map((row) => row.intake_id)
  const intakeIds = [...new Set([...filed, ...writers])]
  const numbers = [...told, ...(address ? [address.key] : []), ...records.rows.map(({ key }) => key)]
  const [issuances, intakes] = await Promise.all([
    pool.query<IssuanceRow>(searchSql.issuances, [officeId, numbers, intakeIds]),
    pool.query<IntakeRow>(searchSql.intakes, [officeId, intakeIds]),
  ])
  return [
    ...visits.rows.map((row): SearchHit => ({
      kind: 'visit',
      visitId: row.id,
      number: row.number,
      businessDay: row.business_day,
      line: row.line,
      state: row.state,
    })),
    ...issuances.rows.map((row): SearchHit => ({
      kind: 'issuance',
      issuanceId: row.id,
      service: row.service,
      thing: row.kind,
      number: row.number,
      name: row.name,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      state: row.state,
    })),
    ...intakes.rows.map((row): SearchHit => ({
      kind: 'intake',
      intakeId: row.id,
      service: row.service,
      name: row.name,
      phone: row.phone,
      state: row.state,
      businessDay: row.business_day,
      visit: row.visit_id !== null && row.number !== null ? { id: row.visit_id, number: row.number } : null,
    })),
    ...records.rows.map((record): SearchHit => ({
      kind: 'record',
      service: record.service,
      key: record.key,
      lines: services.get(record.service)?.recordLines?.(record) ?? [],
    })),
  ]
}
