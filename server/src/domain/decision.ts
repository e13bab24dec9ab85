import type { CommandActor, CommandBodies, CommandKind, Reply } from './command.ts'
import type { FactBody } from './fact.ts'
import type { Filing } from './filing.ts'
import type { Found, Lookup } from './lookup.ts'
import type { RefusalCode } from './refusal.ts'
import { ok } from './result.ts'
import type { Result } from './result.ts'
import type { Service, ServiceId } from './service.ts'
import type { OfficeState } from './state.ts'
import type { Instant } from './time.ts'

/** What a command comes to: facts to append, what is filed beside them, and its answer. */
export interface Decision<Kind extends CommandKind = CommandKind> {
  facts: readonly FactBody[]
  filings: readonly Filing[]
  reply: Reply<Kind>
}

/** Everything a decision may look at beside the state. Ids are the same on every retry of a command. */
export interface DecisionContext {
  actor: CommandActor
  now: Instant
  services: ReadonlyMap<ServiceId, Service>
  found: Found
  /** `newId('visit')` gives the same id for the same command each time it is decided */
  newId: (name: string) => string
  /** where a phone follows a visit: printed as a QR on the ticket */
  visitUrl: (visitId: string) => string
}

/** How one kind of command is decided. Both functions are pure. */
export interface Decider<Kind extends CommandKind> {
  /** what to read first; asked again with what was found until it asks nothing new */
  lookups?(state: OfficeState, body: CommandBodies[Kind], context: DecisionContext): readonly Lookup[]
  decide(
    state: OfficeState,
    body: CommandBodies[Kind],
    context: DecisionContext,
  ): Result<Decision<Kind>, RefusalCode>
}

export type Deciders = { readonly [Kind in CommandKind]: Decider<Kind> }

/** Reads like a sentence at the end of a decider: these facts, this answer, this filed beside them. */
export const decided = <Answer>(
  facts: readonly FactBody[],
  reply: Answer,
  filings: readonly Filing[] = [],
): { ok: true; value: { facts: readonly FactBody[]; filings: readonly Filing[]; reply: Answer } } =>
  ok({ facts, filings, reply })
