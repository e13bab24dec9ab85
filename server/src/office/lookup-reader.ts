import type { Queryable } from '../database/pool.ts'
import { lookupKey } from '../domain/lookup.ts'
import type {
  Claim,
  CityRecord,
  Found,
  IntakeFile,
  Issuance,
  Lookup,
  PrintedPaper,
  ReceiptFile,
  StaffName,
} from '../domain/lookup.ts'

type Kind = Lookup['kind']
type Asked = readonly Lookup[]

/**
 * How one kind of lookup is read: its answers as the domain's own JSON, each under the key of its lookup. Each is a probe of an
 * index, never a join that a planner without statistics could make a scan of.
 */
interface Part {
  /** `$1` is the office, `$n` what is asked */
  sql: (n: string) => string
  value: (asked: Asked) => unknown
}

const ids =
  (field: string) =>
  (asked: Asked): unknown =>
    asked.map((lookup) => (lookup as unknown as Record<string, string>)[field])

const issuance = `json_build_object(
  'id', id, 'service', issuance.service, 'intakeId', intake_id, 'kind', kind, 'number', number, 'subject', issuance.subject,
  'validFrom', valid_from, 'validUntil', valid_until, 'issuedAt', (extract(epoch from issued_at) * 1000)::bigint,
  'state', state, 'data', data)`

const parts: Readonly<Record<Kind, Part>> = {
  'intake-file': {
    sql: (n) => `select 'intake-file:' || intake_id, json_build_object(
        'intakeId', intake_id, 'service', service, 'language', language, 'rev', rev,
        'answers', answers, 'assessment', assessment, 'evidence', evidence, 'note', note)
      from intake_file where office = $1 and intake_id = any(${n}::text[])`,
    value: ids('intakeId'),
  },
  record: {
    sql: (n) => `select 'record:' || service || ':' || key, (
        select json_build_object('service', r.service, 'key', r.key, 'data', r.data)
        from city_record r where r.service = asked.service and r.key = asked.key)
      from json_to_recordset(${n}::json) as asked(service text, key text)`,
    value: JSON.stringify,
  },
  issuances: {
    sql: (n) => `select 'issuances:' || service || ':' || subject, (
        select json_agg(${issuance} order by issued_at, id)
        from issuance where issuance.service = asked.service and issuance.subject = asked.subject)
      from json_to_recordset(${n}::json) as asked(service text, subject text)`,
    value: JSON.stringify,
  },
  issuance: {
    sql: (n) =>
      `select 'issuance:' || id, ${issuance} from issuance where office = $1 and id = any(${n}::text[])`,
    value: ids('issuanceId'),
  },
  claims: {
    sql: (n) => `select 'claims:' || scope || ':' || subject, (
        select json_agg(json_build_object(
          'scope', c.scope, 'subject', c.subject, 'slot', c.slot, 'intakeId', c.intake_id) order by c.slot)
        from claim c where c.scope = asked.scope and c.subject = asked.subject)
      from json_to_recordset(${n}::json) as asked(scope text, subject text)`,
    value: JSON.stringify,
  },
  'print-job': {
    sql: (n) => `select 'print-job:' || job_id, json_build_object(
        'jobId', job_id, 'printerId', printer_id, 'copy', copy, 'slip', document -> 'slip',
        'originalJobId', original_job_id,
        'copies', (select max(c.copy) from print_job c where c.original_job_id = p.original_job_id))
      from print_job p where office = $1 and job_id = any(${n}::text[])`,
    value: ids('jobId'),
  },
  receipt: {
    sql: (n) => `select 'receipt:' || receipt_id, json_build_object('receiptId', receipt_id, 'payer', payer)
      from receipt_file where office = $1 and receipt_id = any(${n}::text[])`,
    value: ids('receiptId'),
  },
  staff: {
    sql: (n) => `select 'staff:' || id, json_build_object('staffId', id, 'name', name)
      from staff where office = $1 and id = any(${n}::text[])`,
    value: ids('staffId'),
  },
}

/** What each of these lookups finds, by its key, in one query; what is not there has no entry. */
export const readAnswers = async (
  database: Queryable,
  officeId: string,
  lookups: Asked,
): Promise<ReadonlyMap<string, unknown>> => {
  const byKind = Map.groupBy(lookups, ({ kind }) => kind)
  const kinds = [...byKind.keys()].sort()
  const selects = kinds.map((kind, position) => parts[kind].sql(`$${position + 2}`))
  const { rows } = await database.query<{ key: string; answer: unknown }>({
    name: `read ${kinds.join(' ')}`,
    text: `select null::text as key, null::json as answer where $1::text is null union all ${selects.join(' union all ')}`,
    values: [officeId, ...kinds.map((kind) => parts[kind].value(byKind.get(kind) ?? []))],
  })
  return new Map(rows.map(({ key, answer }) => [key, answer]))
}

/** Writes an answer where a decision looks for it. */
export const putAnswer = (found: Found, lookup: Lookup, answers: ReadonlyMap<string, unknown>): void => {
  const answer = answers.get(lookupKey(lookup))
  switch (lookup.kind) {
    case 'intake-file':
      found.with(lookup, (answer ?? null) as IntakeFile | null)
      return
    case 'record':
      found.with(lookup, (answer ?? null) as CityRecord | null)
      return
    case 'issuances':
      found.with(lookup, (answer ?? []) as Issuance[])
      return
    case 'issuance':
      found.with(lookup, (answer ?? null) as Issuance | null)
      return
    case 'claims':
      found.with(lookup, (answer ?? []) as Claim[])
      return
    case 'print-job':
      found.with(lookup, (answer ?? null) as PrintedPaper | null)
      return
    case 'receipt':
      found.with(lookup, (answer ?? null) as ReceiptFile | null)
      return
    case 'staff':
      found.with(lookup, (answer ?? null) as StaffName | null)
      return
  }
}

/** Reads lookups into `found`, for whoever assesses outside the line: asks until nothing new is asked. */
export const readLookups = async (
  database: Queryable,
  officeId: string,
  found: Found,
  lookups: () => readonly Lookup[],
): Promise<void> => {
  for (let round = 0; round < maxRounds; round++) {
    const wanted = lookups().filter((lookup) => !found.has(lookup))
    if (wanted.length === 0) return
    const answers = await readAnswers(database, officeId, wanted)
    for (const lookup of wanted) putAnswer(found, lookup, answers)
  }
}

/** A service that asks on and on has a defect: it gets no more answers, and its decision tells. */
export const maxRounds = 12
