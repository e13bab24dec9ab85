import type { Queryable } from '../database/pool.ts'
import { fold } from '../domain/evolve.ts'
import type { Fact } from '../domain/fact.ts'
import type { PrintJob } from '../domain/slip.ts'
import type { OfficeState } from '../domain/state.ts'
import { follows, readFacts, readJobs, requestedJobs } from './fact-log.ts'
import { format } from './format.ts'

const page = 1_000

/**
 * What the log holds after a state.
 * - `rewritten`: it does not extend our head, so that what we know is no history of this office any more (a failover, a restore)
 * - `newer`: it holds facts that only a newer version understands
 */
export type News =
  | { kind: 'facts'; state: OfficeState; facts: readonly Fact[]; jobs: readonly PrintJob[]; more: boolean }
  | { kind: 'rewritten' }
  | { kind: 'newer' }

/** Reads on from our head, by number and hash; our head itself is read again, to see that it still is what it was. */
export const readNews = async (database: Queryable, state: OfficeState): Promise<News> => {
  const stored = await readFacts(database, state.officeId, Math.max(state.seq, 1), page)
  if (state.seq > 0) {
    const ours = stored.shift()
    if (ours?.fact.seq !== state.seq || ours.fact.hash !== state.hash) return { kind: 'rewritten' }
  }
  let head: { seq: number; hash: string } = state
  for (const each of stored) {
    if (!follows(head, each)) return { kind: 'rewritten' }
    if (each.fact.v > format) return { kind: 'newer' }
    head = each.fact
  }
  const facts = stored.map(({ fact }) => fact)
  return {
    kind: 'facts',
    state: facts.length > 0 ? fold(state, facts) : state,
    facts,
    jobs: await readJobs(database, state.officeId, requestedJobs(facts)),
    more: facts.length >= page - 1,
  }
}
