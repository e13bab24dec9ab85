import { ledgerLines } from '../domain/tills/ledger.ts'
import type { Batch } from './batch.ts'
import { format } from './format.ts'
import type { Filed } from './rows/filing-rows.ts'
import { filingWrites } from './rows/filing-rows.ts'
import type { Row } from './rows/row-map.ts'
import { stateWrites } from './rows/state-rows.ts'
import type { Columns, Write } from './rows/write.ts'
import { writeSql, writeValues } from './rows/write.ts'

/**
 * Everything hangs on this part: where the office is not as we know it, or a key is stored already, nothing is written. `$13` and
 * `$14` are the first two columns of the keys; each is looked up by itself (hence the limit), for the planner knows nothing of a
 * table that grows all day.
 */
const head = `
  update office set
    format = $4, seq = $5, hash = $6, at = $7, business_day = $8, receipt_counter = $9,
    ticket_counters = $10, issuance_counters = $11
  where id = $1 and seq = $2 and hash = $3 and fence = $12 and format <= $4
    and not exists (
      select from (select unnest($13::text[]) as actor, unnest($14::text[]) as key) n, lateral (
        select from command_key k where k.office = $1 and k.actor = n.actor and k.key = n.key limit 1
      ) known
    )
  returning id`

const factColumns = {
  office: 'text',
  seq: 'bigint',
  v: 'integer',
  at: 'timestamptz',
  actor: 'text',
  command_key: 'text',
  kind: 'text',
  body: 'json',
  hash: 'text',
} satisfies Columns
const keyColumns = {
  actor: 'text',
  key: 'text',
  office: 'text',
  body_hash: 'text',
  reply: 'json',
  seq: 'bigint',
  at: 'timestamptz',
} satisfies Columns
const ledgerColumns = {
  office: 'text',
  seq: 'bigint',
  line: 'integer',
  account: 'text',
  debit_cents: 'integer',
  credit_cents: 'integer',
} satisfies Columns

const factWrites = ({ accepted }: Batch): Write[] => {
  const facts: Row[] = []
  const lines: Row[] = []
  for (const { facts: appended } of accepted) {
    for (const fact of appended) {
      const { office, seq, v, at, actor, commandKey, kind, body, hash } = fact
      facts.push({ office, seq, v, at, actor, command_key: commandKey, kind, body, hash })
      for (const [line, { account, debitCents, creditCents }] of ledgerLines(fact).entries())
        lines.push({ office, seq, line, account, debit_cents: debitCents, credit_cents: creditCents })
    }
  }
  const writes: Write[] = []
  if (facts.length > 0) writes.push({ act: 'insert', table: 'fact', columns: factColumns, rows: facts })
  if (lines.length > 0)
    writes.push({ act: 'insert', table: 'ledger_line', columns: ledgerColumns, rows: lines })
  return writes
}

const keyWrite = ({ accepted, after }: Batch): Write => ({
  act: 'insert',
  table: 'command_key',
  columns: keyColumns,
  rows: accepted.map(({ waiting, reply, at }) => ({
    office: after.officeId,
    actor: waiting.actorName,
    key: waiting.key,
    body_hash: waiting.bodyHash,
    reply,
    seq: reply.seq,
    at,
  })),
})

const filed = ({ accepted, after }: Batch): Filed[] =>
  accepted.flatMap(({ waiting, at, filings }) =>
    filings.map((filing) => ({ office: after.officeId, at, actor: waiting.actorName, filing })),
  )

const headValues = ({ before, after }: Batch): unknown[] => [
  after.officeId,
  before.seq,
  before.hash,
  format,
  after.seq,
  after.hash,
  new Date(after.at).toISOString(),
  after.businessDay,
  after.receiptCounter,
  JSON.stringify(after.ticketCounters),
  JSON.stringify(after.issuanceCounters),
]

/** The text of a statement depends on which tables it writes and how, so that each kind is prepared once per connection. */
const texts = new Map<string, { name: string; text: string }>()

const statementFor = (writes: readonly Write[]): { name: string; text: string } => {
  const shape = writes.map(({ act, table }) => `${act} ${table}`).join(', ')
  const known = texts.get(shape)
  if (known) return known
  let first = 13
  const parts = writes.map((write, position) => {
    const part = `part_${position} as (${writeSql(write, first, 'head')})`
    first += Object.keys(write.columns).length
    return part
  })
  const made = {
    name: `store-${texts.size}`,
    text: `with head as (${head}), ${parts.join(', ')} select id from head`,
  }
  texts.set(shape, made)
  return made
}

export interface Statement {
  name: string
  text: string
  values: unknown[]
}

/** What a batch writes, table by table; the keys come first. */
export const batchWrites = (batch: Batch): Write[] => [
  keyWrite(batch),
  ...factWrites(batch),
  ...stateWrites(batch),
  ...filingWrites(filed(batch)),
]

/**
 * All that a batch stores, as one statement that only wants its fence yet: it can be written while another is being stored.
 * It answers one row when everything is stored, none when nothing is.
 */
export const storeStatement = (batch: Batch): ((fence: number) => Statement) => {
  const writes = batchWrites(batch)
  const statement = statementFor(writes)
  const head = headValues(batch)
  const rows = writes.flatMap(writeValues)
  return (fence) => ({ ...statement, values: [...head, fence, ...rows] })
}
