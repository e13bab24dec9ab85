import { Draft } from './draft.ts'
import type { Evolver, Evolvers } from './evolver.ts'
import type { Fact, FactBody, FactKind } from './fact.ts'
import { intakeEvolvers } from './intakes/intake.ts'
import { officeEvolvers } from './offices/office.ts'
import { printEvolvers } from './papers/print.ts'
import type { OfficeState } from './state.ts'
import { tillEvolvers } from './tills/till.ts'
import type { Instant } from './time.ts'
import { visitEvolvers } from './visits/visit.ts'
import { windowEvolvers } from './offices/window.ts'

const evolvers: Evolvers = {
  ...officeEvolvers,
  ...windowEvolvers,
  ...visitEvolvers,
  ...intakeEvolvers,
  ...tillEvolvers,
  ...printEvolvers,
}

/** Writes one fact that has no number yet: what a batch decides on before it is stored. */
export const applyBody = (draft: Draft, fact: FactBody, at: Instant): void => {
  const evolver = evolvers[fact.kind] as Evolver<FactKind>
  evolver(draft, fact.body, at)
  draft.set({ at })
}

/** Writes one stored fact. */
export const apply = (draft: Draft, fact: Fact): void => {
  applyBody(draft, fact, fact.at)
  draft.set({ seq: fact.seq, hash: fact.hash })
}

/** The state after these facts. The state before is not touched. */
export const fold = (state: OfficeState, facts: readonly Fact[]): OfficeState => {
  const draft = new Draft(state)
  for (const fact of facts) apply(draft, fact)
  return draft.state
}

/** The only thing that changes state: at commit, when catching up, when rebuilding and, of the facts a room sees, on its screens. */
export const evolve = (state: OfficeState, fact: Fact): OfficeState => fold(state, [fact])
