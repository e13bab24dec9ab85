import type { Queryable } from '../database/pool.ts'
import { follows, readFacts } from './fact-log.ts'

const page = 1_000

/**
 * Whether an office's log is whole: numbers without a gap from 1, each hash over all before it, and the office's head at its end.
 * `seq` is the last fact, or the first that is missing or not what was stored.
 */
export const verifyChain = async (
  database: Queryable,
  officeId: string,
): Promise<{ ok: boolean; seq: number }> => {
  const { rows } = await database.query<{ seq: number; hash: string }>(
    'select seq, hash from office where id = $1',
    [officeId],
  )
  const end = rows[0] ?? { seq: 0, hash: '' }
  let head = { seq: 0, hash: '' }
  for (;;) {
    const facts = await readFacts(database, officeId, head.seq + 1, page)
    for (const stored of facts) {
      if (!follows(head, stored)) return { ok: false, seq: head.seq + 1 }
      head = stored.fact
    }
    if (facts.length < page) break
  }
  if (head.seq < end.seq) return { ok: false, seq: head.seq + 1 }
  return head.seq > end.seq || head.hash === end.hash
    ? { ok: true, seq: head.seq }
    : { ok: false, seq: head.seq }
}
