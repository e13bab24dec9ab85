import type { Draft } from './draft.ts'
import type { FactBodies, FactKind } from './fact.ts'
import type { Instant } from './time.ts'

/** Writes what one kind of fact changes. A subject that is not here is left alone: a room sees only some kinds of facts. */
export type Evolver<Kind extends FactKind> = (draft: Draft, body: FactBodies[Kind], at: Instant) => void

export type Evolvers<Kind extends FactKind = FactKind> = { readonly [Each in Kind]: Evolver<Each> }
