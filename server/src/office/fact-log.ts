import type { Queryable } from '../database/pool.ts'
import type { Fact } from '../domain/fact.ts'
import type { PrintJob } from '../domain/slip.ts'
import { factHash } from './fact-hash.ts'

interface FactRow {
  office: string
  seq: number
  v: number
  at: number
  actor: string
  command_key: string
  kind: Fact['kind']
  body: string
  hash: string
}

/** A stored fact with the bytes of its body, which its hash covers. */
export interface StoredFact {
  fact: Fact
  bodyText: string
}

/** Stored facts from a number on, in order. */
export const readFacts = async (
  database: Queryable,
  officeId: string,
  from: number,
  limit: number,
): Promise<StoredFact[]> => {
  const { rows } = await database.query<FactRow>({
    name: 'read-facts',
    text: `select office, seq, v, at, actor, command_key, kind, body::text as body, hash
      from fact where office = $1 and seq >= $2 order by seq limit $3`,
    values: [officeId, from, limit],
  })
  return rows.map(({ command_key: commandKey, body, ...rest }) => ({
    fact: { ...rest, commandKey, body: JSON.parse(body) as never } as Fact,
    bodyText: body,
  }))
}

/** True when the fact is the next one after this head, unchanged. */
export const follows = (head: { seq: number; hash: string }, { fact, bodyText }: StoredFact): boolean =>
  fact.seq === head.seq + 1 && fact.hash === factHash(head.hash, fact, bodyText)

/** The papers of `print-requested` facts; those that are purged are missing. */
export const readJobs = async (
  database: Queryable,
  officeId: string,
  jobIds: readonly string[],
): Promise<PrintJob[]> => {
  if (jobIds.length === 0) return []
  const { rows } = await database.query<{
    job_id: string
    printer_id: string
    document: PrintJob['work']
    expires_at: number | null
  }>({
    name: 'read-jobs',
    text: `select job_id, printer_id, document, expires_at from print_job
      where office = $1 and job_id = any($2::text[]) order by array_position($2::text[], job_id)`,
    values: [officeId, jobIds],
  })
  return rows.map((row) => ({
    jobId: row.job_id,
    printerId: row.printer_id,
    work: row.document,
    expiresAt: row.expires_at,
  }))
}

export const requestedJobs = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) => (fact.kind === 'print-requested' ? [fact.body.jobId] : []))
