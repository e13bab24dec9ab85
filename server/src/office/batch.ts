import type { Command, CommandActor } from '../domain/command.ts'
import type { Draft } from '../domain/draft.ts'
import type { Fact } from '../domain/fact.ts'
import type { Filing } from '../domain/filing.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'
import type { SubmitResult } from './office.ts'

/** A command that waits in the line for its answer. */
export interface Waiting {
  readonly command: Command
  readonly actor: CommandActor
  /** as facts name it */
  readonly actorName: string
  readonly key: string
  readonly bodyHash: string
  readonly newId: (name: string) => string
  /** real time after which it is answered `outcome-unknown` */
  readonly giveUpAt: number
  settled: boolean
  settle(result: SubmitResult): void
}

/** A command that came to something, with its place in the log. */
export interface Accepted {
  waiting: Waiting
  at: Instant
  facts: readonly Fact[]
  filings: readonly Filing[]
  /** `seq` among it; stored as it is answered */
  reply: { seq: number }
}

export interface Refused {
  waiting: Waiting
  result: SubmitResult & { ok: false }
}

/** What a row of waiting commands comes to when they are decided one after the other. */
export interface Batch {
  before: OfficeState
  after: OfficeState
  /** where they may differ */
  touched: Draft['touched']
  accepted: readonly Accepted[]
  /** true only if `accepted` is stored: some of it may have been decided on what they did */
  refused: readonly Refused[]
}
