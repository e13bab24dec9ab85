import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../database/pool.ts'
import { ledgerLines, type LedgerLine } from '../domain/tills/ledger.ts'
import { readFacts } from './fact-log.ts'

const page = 1_000

const readLines = async (
  database: Queryable,
  officeId: string,
  from: number,
  until: number,
): Promise<ReadonlyMap<number, LedgerLine[]>> => {
  const { rows } = await database.query<LedgerLine & { seq: number }>(
    `select seq, account, debit_cents as "debitCents", credit_cents as "creditCents"
    from ledger_line where office = $1 and seq between $2 and $3 order by seq, line`,
    [officeId, from, until],
  )
  const bySeq = Map.groupBy(rows, ({ seq }) => seq)
  return new Map([...bySeq].map(([seq, lines]) => [seq, lines.map(({ seq: _, ...line }) => line)]))
}

/** Whether each fact has in the books what it should have there, and nothing else. @returns the first that has not, or null */
export const verifyLedger = async (database: Queryable, officeId: string): Promise<number | null> => {
  for (let from = 1; ;) {
    const facts = (await readFacts(database, officeId, from, page)).map(({ fact }) => fact)
    const last = facts.at(-1)
    if (!last) return null
    const stored = await readLines(database, officeId, from, last.seq)
    const wrong = facts.find((fact) => !isDeepStrictEqual(stored.get(fact.seq) ?? [], ledgerLines(fact)))
    if (wrong) return wrong.seq
    from = last.seq + 1
  }
}
