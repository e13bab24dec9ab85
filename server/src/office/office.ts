import type { Command, CommandActor, CommandKind } from '../domain/command.ts'
import type { Fact } from '../domain/fact.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import type { PrintJob } from '../domain/slip.ts'
import type { OfficeState } from '../domain/state.ts'
import type { CommandReply } from '../contract/routes.ts'

/**
 * `outcome-unknown`: the database could not tell whether it was stored; the same command with the same key is the way to know.
 * `internal`: a defect, logged with its cause.
 */
export type SubmitResult<Kind extends CommandKind = CommandKind> =
  | { ok: true; reply: CommandReply<Kind> }
  | {
      ok: false
      code: RefusalCode | 'outcome-unknown' | 'internal'
      details?: Readonly<Record<string, string | number>>
    }

/** What the office has just folded in, from this node's commands or another's. */
export interface FactsBatch {
  after: number
  upTo: number
  hash: string
  facts: readonly Fact[]
  /** the papers of the batch's `print-requested` facts, for the agents */
  jobs: readonly PrintJob[]
}

/** One office's line on this node: the only way in for commands, the only source of facts for screens. */
export interface Office {
  readonly id: string
  /** the live state at the head that this node knows; never mutated, replaced at each fact */
  readonly state: OfficeState
  /** @param key the client's idempotency key, scoped here by office and actor */
  submit<Kind extends CommandKind>(
    command: Command & { kind: Kind },
    actor: CommandActor,
    key: string,
  ): Promise<SubmitResult<Kind>>
  /** Called in order, each fact once. @returns what ends it */
  onFacts(listener: (batch: FactsBatch) => void): () => void
  /** The log no longer extends our head (failover, restore): every screen needs a new snapshot. @returns what ends it */
  onReset(listener: () => void): () => void
  /** The facts after a cursor, or null when it is unknown, of another history or too long ago: then a snapshot is needed. */
  factsSince(cursor: { seq: number; hash: string }): Promise<readonly Fact[] | null>
  /** Resolves when the state is at `seq` or later; rejects after `timeoutMs`. */
  waitFor(seq: number, timeoutMs?: number): Promise<void>
  /** Jobs of an agent's printers that wait to be printed, oldest first. */
  queuedJobs(printerIds: readonly string[]): Promise<readonly PrintJob[]>
  stop(): Promise<void>
}
