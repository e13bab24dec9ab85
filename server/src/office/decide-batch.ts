import type { CommandKind } from '../domain/command.ts'
import type { Decider, Deciders, DecisionContext } from '../domain/decision.ts'
import { Draft } from '../domain/draft.ts'
import { apply } from '../domain/evolve.ts'
import type { Fact, FactBody } from '../domain/fact.ts'
import type { Found, Lookup } from '../domain/lookup.ts'
import type { Service, ServiceId } from '../domain/service.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import type { Accepted, Batch, Refused, Waiting } from './batch.ts'
import { factHash } from './fact-hash.ts'
import { format } from './format.ts'
import { readNames, writtenNames } from './lookup-names.ts'

/** What decisions are made with, the same for every command of an office. */
export interface Rules {
  deciders: Deciders
  services: ReadonlyMap<ServiceId, Service>
  visitUrl: (visitId: string) => string
}

export interface BatchOptions {
  /** names that lookups may not have found as they will be: see lookup-names.ts */
  beingWritten?: ReadonlySet<string> | undefined
  /** A thing that no rule foresaw: answered `internal`, and told to the log by whoever runs the batch. */
  onDefect: (waiting: Waiting, cause: unknown) => void
}

const contextOf = (rules: Rules, waiting: Waiting, found: Found, now: Instant): DecisionContext => ({
  actor: waiting.actor,
  now,
  services: rules.services,
  found,
  newId: waiting.newId,
  visitUrl: rules.visitUrl,
})

const deciderOf = (rules: Rules, waiting: Waiting): Decider<CommandKind> =>
  rules.deciders[waiting.command.kind]

/** What the command would like to have read, by the state as it stands. */
export const lookupsOf = (
  rules: Rules,
  state: OfficeState,
  waiting: Waiting,
  found: Found,
  now: Instant,
): readonly Lookup[] =>
  deciderOf(rules, waiting).lookups?.(state, waiting.command.body, contextOf(rules, waiting, found, now)) ??
  []

/** Gives facts their numbers and hashes, and folds them in. */
const append = (draft: Draft, waiting: Waiting, bodies: readonly FactBody[], at: Instant): Fact[] =>
  bodies.map((body) => {
    const { officeId, seq, hash } = draft.state
    const place = {
      office: officeId,
      seq: seq + 1,
      v: format,
      at,
      actor: waiting.actorName,
      commandKey: waiting.key,
    }
    const fact: Fact = {
      ...body,
      ...place,
      hash: factHash(hash, { ...place, kind: body.kind }, JSON.stringify(body.body)),
    }
    apply(draft, fact)
    return fact
  })

/**
 * Decides in arrival order, each on the state as those before have left it. It ends early before a command that wants to read what
 * is being written, what one before it files, or what has not been read yet: those that are left go into the next batch. All have one `now`, so that only
 * the first can open a new day: what that drops is not written by others of the batch.
 */
export const decideBatch = (
  rules: Rules,
  before: OfficeState,
  waiting: readonly Waiting[],
  found: ReadonlyMap<Waiting, Found>,
  now: Instant,
  { beingWritten = new Set(), onDefect }: BatchOptions,
): Batch => {
  const draft = new Draft(before)
  const accepted: Accepted[] = []
  const refused: Refused[] = []
  const written = new Set(beingWritten)

  for (const each of waiting) {
    const read = found.get(each)
    if (!read) break
    const first = accepted.length === 0
    try {
      const lookups = lookupsOf(rules, draft.state, each, read, now)
      if (lookups.some((lookup) => !read.has(lookup))) {
        if (first) throw new Error('it never stops asking for lookups')
        break
      }
      if (written.size > 0 && readNames(lookups, read).some((name) => written.has(name))) break

      const at = Math.max(now, draft.state.at)
      const decision = deciderOf(rules, each).decide(
        draft.state,
        each.command.body,
        contextOf(rules, each, read, at),
      )
      if (!decision.ok) {
        refused.push({ waiting: each, result: decision })
        continue
      }
      const { facts: bodies, filings, reply } = decision.value
      const facts = append(draft, each, bodies, at)
      draft.keep()
      for (const name of filings.flatMap(writtenNames)) written.add(name)
      accepted.push({ waiting: each, at, facts, filings, reply: { ...reply, seq: draft.state.seq } })
    } catch (cause) {
      draft.rollback()
      onDefect(each, cause)
      refused.push({ waiting: each, result: { ok: false, code: 'internal' } })
    }
  }
  return { before, after: draft.state, touched: draft.touched, accepted, refused }
}
