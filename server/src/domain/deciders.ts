import type { CommandKind } from './command.ts'
import type { Decider, Deciders, DecisionContext } from './decision.ts'
import { Draft } from './draft.ts'
import { applyBody } from './evolve.ts'
import type { FactBody } from './fact.ts'
import { answersDeciders } from './intakes/intake-answers.ts'
import { issuanceDeciders } from './intakes/issuance.ts'
import { isOpenOffice } from './offices/office.ts'
import { forbidden } from './permission.ts'
import { printDeciders } from './papers/print-commands.ts'
import { refuse } from './result.ts'
import { reviewDeciders } from './intakes/review.ts'
import { setUpDeciders } from './offices/setup.ts'
import type { OfficeState } from './state.ts'
import { takeTicket } from './visits/take-ticket.ts'
import { tillDeciders } from './tills/till-commands.ts'
import { businessDay } from './time.ts'
import { visitDeciders } from './visits/visit-commands.ts'
import { windowDeciders } from './offices/window-commands.ts'

const bare: Deciders = {
  'take-ticket': takeTicket,
  ...visitDeciders,
  ...windowDeciders,
  ...answersDeciders,
  ...reviewDeciders,
  ...issuanceDeciders,
  ...tillDeciders,
  ...printDeciders,
  ...setUpDeciders,
}

/** Time never runs backwards in an office, whatever the clock of a node says. */
const inTime = (state: OfficeState, context: DecisionContext): DecisionContext =>
  context.now >= state.at ? context : { ...context, now: state.at }

/** The state of the day that `now` falls on, and the fact that opens it when it is not open yet. */
const onItsDay = (state: OfficeState, now: number): { today: OfficeState; opening: FactBody[] } => {
  const day = businessDay(now, state.city.zone)
  if (day <= state.businessDay) return { today: state, opening: [] }
  const opening: FactBody = { kind: 'day-opened', body: { businessDay: day } }
  const draft = new Draft(state)
  applyBody(draft, opening, now)
  return { today: draft.state, opening: [opening] }
}

/** What holds for every command: who may give it, that the office is there, and that its business day is open. */
const guarded = <Kind extends CommandKind>(kind: Kind, decider: Decider<Kind>): Decider<Kind> => ({
  lookups(state, body, context) {
    if (!decider.lookups || forbidden(kind, context.actor)) return []
    const timely = inTime(state, context)
    return decider.lookups(onItsDay(state, timely.now).today, body, timely)
  },
  decide(state, body, context) {
    const why = forbidden(kind, context.actor)
    if (why) return refuse(why)
    if (isOpenOffice(state) === (kind === 'open-office')) {
      return refuse(kind === 'open-office' ? 'office-already-open' : 'office-not-open')
    }
    const timely = inTime(state, context)
    if (kind === 'open-office') return decider.decide(state, body, timely)
    const { today, opening } = onItsDay(state, timely.now)
    const result = decider.decide(today, body, timely)
    if (!result.ok || opening.length === 0) return result
    return { ok: true, value: { ...result.value, facts: [...opening, ...result.value.facts] } }
  },
})

/**
 * How every command is decided. Pure: the same state, body and context give the same facts. The facts of a command happen at
 * `max(now, state.at)`.
 */
export const deciders = Object.fromEntries(
  (Object.keys(bare) as CommandKind[]).map((kind) => [
    kind,
    guarded(kind, bare[kind] as Decider<CommandKind>),
  ]),
) as unknown as Deciders
