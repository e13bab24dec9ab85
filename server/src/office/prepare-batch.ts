import type { Queryable } from '../database/pool.ts'
import { Found, lookupKey } from '../domain/lookup.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import type { Batch, Waiting } from './batch.ts'
import { loggable } from './database-error.ts'
import type { Rules } from './decide-batch.ts'
import { decideBatch, lookupsOf } from './decide-batch.ts'
import type { OfficeLog } from './log.ts'
import { maxRounds, putAnswer, readAnswers } from './lookup-reader.ts'
import type { Statement } from './store-statement.ts'
import { storeStatement } from './store-statement.ts'

export interface Preparation {
  rules: Rules
  state: OfficeState
  waiting: readonly Waiting[]
  now: Instant
  /** where lookups are read */
  connection: Queryable
  /** names of what is being stored meanwhile, so that lookups may or may not have found it */
  beingWritten?: ReadonlySet<string> | undefined
  log: OfficeLog
}

type Part = Pick<Preparation, 'rules' | 'state' | 'now'>

const unread = ({ rules, state, now }: Part, waiting: Waiting, read: Found) => {
  try {
    return lookupsOf(rules, state, waiting, read, now).filter((lookup) => !read.has(lookup))
  } catch {
    return [] // it throws again when it is decided, and is told of there
  }
}

/** Reads what the commands ask for, all of them in one query a round, until none asks for more. */
const lookUp = async (preparation: Preparation): Promise<Map<Waiting, Found>> => {
  const found = new Map(preparation.waiting.map((each) => [each, new Found()]))
  for (let round = 0; round < maxRounds; round++) {
    const asked = [...found].map(([each, read]) => ({ read, lookups: unread(preparation, each, read) }))
    const wanted = asked.flatMap(({ lookups }) => lookups)
    if (wanted.length === 0) break
    const once = new Map(wanted.map((lookup) => [lookupKey(lookup), lookup]))
    const { connection, state } = preparation
    const answers = await readAnswers(connection, state.officeId, [...once.values()])
    for (const { read, lookups } of asked) for (const lookup of lookups) putAnswer(read, lookup, answers)
  }
  return found
}

/** A batch that only has to be stored yet. */
export interface PreparedBatch {
  batch: Batch
  /** null when nothing came of it */
  statement: ((fence: number) => Statement) | null
}

/** Everything about a batch but its storing. It holds only as long as the office is at `state` when it is stored. */
export const prepareBatch = async (preparation: Preparation): Promise<PreparedBatch> => {
  const { rules, state, waiting, now, beingWritten, log } = preparation
  const batch = decideBatch(rules, state, waiting, await lookUp(preparation), now, {
    beingWritten,
    onDefect: (each, cause) =>
      log.error({ ...loggable(cause), command: each.command.kind }, 'a command could not be decided'),
  })
  return { batch, statement: batch.accepted.length > 0 ? storeStatement(batch) : null }
}
