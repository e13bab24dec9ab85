import type { Queryable } from '../database/pool.ts'
import type { Fact } from '../domain/fact.ts'
import { readFacts } from './fact-log.ts'
import type { LiveOffice } from './live-office.ts'

/** A screen that missed more than this is faster with a snapshot. */
const most = 2_000

/**
 * The facts after a cursor up to the live state; facts that come while these are read belong to them, so that the listeners'
 * next batch is the one after. Null when the cursor is of another history, of the future, or too long ago.
 */
export const factsSince = async (
  database: Queryable,
  live: Pick<LiveOffice, 'state'>,
  cursor: { seq: number; hash: string },
): Promise<readonly Fact[] | null> => {
  const facts: Fact[] = []
  let head = cursor
  while (head.seq < live.state.seq) {
    const { officeId, seq } = live.state
    if (seq - cursor.seq > most) return null
    const from = Math.max(head.seq, 1)
    const stored = (await readFacts(database, officeId, from, seq - from + 1)).map(({ fact }) => fact)
    const known = head.seq === 0 ? { seq: 0, hash: '' } : stored.shift()
    if (known?.seq !== head.seq || known.hash !== head.hash) return null
    facts.push(...stored)
    const last = stored.at(-1)
    if (!last) return null
    head = last
  }
  return head.seq === live.state.seq && head.hash === live.state.hash ? facts : null
}
