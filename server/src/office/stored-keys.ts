import type { Queryable } from '../database/pool.ts'
import type { Waiting } from './batch.ts'
import type { SubmitResult } from './office.ts'

/** Where the office stands, and which of these commands it has answered already. */
export interface Standing {
  seq: number
  hash: string
  fence: number
  format: number
  answered: ReadonlyMap<Waiting, SubmitResult>
}

const sql = `
  select o.seq, o.hash, o.fence, o.format, k.actor, k.key, k.body_hash, k.reply
  from office o left join (
    json_to_recordset($2::json) as n(actor text, key text) cross join lateral (
      select * from command_key c where c.office = $1 and c.actor = n.actor and c.key = n.key limit 1
    ) k
  ) on true
  where o.id = $1`

interface StandingRow {
  seq: number
  hash: string
  fence: number
  format: number
  actor: string | null
  key: string | null
  body_hash: string | null
  reply: { seq: number }
}

const nameOf = (actor: string, key: string): string => JSON.stringify([actor, key])

/** One look, so that head and keys are of the same moment. A stored key answers its command; with another body it is refused. */
export const readStanding = async (
  database: Queryable,
  officeId: string,
  waiting: readonly Waiting[],
): Promise<Standing> => {
  const { rows } = await database.query<StandingRow>({
    name: 'read-standing',
    text: sql,
    values: [officeId, JSON.stringify(waiting.map(({ actorName, key }) => ({ actor: actorName, key })))],
  })
  const [first] = rows
  if (!first) throw new Error(`the office ${officeId} is not in the database`)
  const stored = new Map<string, StandingRow>()
  for (const row of rows)
    if (row.actor !== null && row.key !== null) stored.set(nameOf(row.actor, row.key), row)
  const answered = new Map<Waiting, SubmitResult>()
  for (const each of waiting) {
    const row = stored.get(nameOf(each.actorName, each.key))
    if (!row) continue
    answered.set(
      each,
      row.body_hash === each.bodyHash ? { ok: true, reply: row.reply } : { ok: false, code: 'key-reused' },
    )
  }
  const { seq, hash, fence, format } = first
  return { seq, hash, fence, format, answered }
}
