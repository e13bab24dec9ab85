import { assess, assessLookups, intakeFiling, termsOf } from '../intakes/assessing.ts'
import type { Assessed } from '../intakes/assessing.ts'
import type { IntakeDraft } from '../command.ts'
import type { Decider, DecisionContext } from '../decision.ts'
import { decided } from '../decision.ts'
import type { FactBody } from '../fact.ts'
import type { Filing } from '../filing.ts'
import type { Language } from '../language.ts'
import { printerFor, printSlip } from '../papers/printing.ts'
import { refuse } from '../result.ts'
import type { Channel, OfficeState } from '../state.ts'
import { businessDay } from '../time.ts'
import { arrivalOf, nextTicket, prefixOf } from './ticket-number.ts'
import { ticketPaper } from '../papers/ticket-paper.ts'
import { newcomerBefore, newcomerTo, waitRange } from './wait.ts'

/** A new intake as it is told by a fact and as it is filed. */
export const submission = (
  state: OfficeState,
  assessed: Assessed,
  intake: {
    intakeId: string
    visitId: string | null
    channel: Channel
    language: Language
    draft: IntakeDraft
  },
): { fact: FactBody; filing: Filing } => {
  const { intakeId, visitId, channel, language, draft } = intake
  const { service, answers, assessment } = assessed
  return {
    fact: {
      kind: 'intake-submitted',
      body: {
        intakeId,
        service: service.id,
        channel,
        visitId,
        businessDay: state.businessDay,
        quotedCents: draft.quotedCents,
        terms: termsOf(assessment),
      },
    },
    filing: intakeFiling(service, {
      intakeId,
      service: service.id,
      language,
      rev: 1,
      answers,
      assessment,
      evidence: {},
      note: null,
    }),
  }
}

/**
 * A place in line, with what the person has told. Nothing but answers that cannot be is refused: who would be turned away may
 * still talk to a clerk, and without a printer the number is on the screen.
 */
export const takeTicket: Decider<'take-ticket'> = {
  lookups: (state, { intakes }, context) =>
    intakes.flatMap((draft) => assessLookups(state, draft.service, draft.answers, context)),

  decide(state, body, context: DecisionContext) {
    const { actor, services, newId } = context
    const { channel, language, line } = body
    if (actor.type === 'device' && channel !== 'kiosk') return refuse('not-allowed')
    const appointmentAt = body.appointmentAt ?? null
    if (appointmentAt !== null && businessDay(appointmentAt, state.city.zone) !== state.businessDay)
      return refuse('not-allowed')
    if (line !== 'other' && !services.has(line)) return refuse('unknown-service', { service: line })

    const visitId = newId('visit')
    const submitted: Assessed[] = []
    const facts: FactBody[] = []
    const filings: Filing[] = []
    const intakeIds: string[] = []
    for (const [position, draft] of body.intakes.entries()) {
      const assessed = assess(state, draft.service, draft.answers, context)
      if (!assessed.ok) return assessed
      const intakeId = newId(`intake-${position}`)
      const { fact, filing } = submission(state, assessed.value, {
        intakeId,
        visitId,
        channel,
        language,
        draft,
      })
      submitted.push(assessed.value)
      intakeIds.push(intakeId)
      facts.push(fact)
      filings.push(filing)
    }

    const prefix = prefixOf(body.intakes[0]?.service ?? line, services)
    const { number, counter } = nextTicket(state, prefix)
    const created: FactBody = {
      kind: 'visit-created',
      body: {
        visitId,
        number,
        prefix,
        counter,
        line,
        channel,
        language,
        businessDay: state.businessDay,
        arrival: arrivalOf(state, prefix, counter),
        ...(appointmentAt === null ? {} : { appointmentAt }),
      },
    }
    const before = newcomerBefore(state, line)
    const isHere = channel === 'kiosk' || channel === 'counter'
    const printerId = isHere || body.printerId !== null ? printerFor(state, actor, body.printerId) : null
    const printed = printSlip(state, context, printerId, { visitId }, () =>
      ticketPaper({
        city: state.city,
        language,
        number,
        service: services.get(line),
        intakes: submitted,
        before,
        wait: waitRange(state, before, context.now, newcomerTo(line)),
        at: context.now,
        appointmentAt,
        url: context.visitUrl(visitId),
      }),
    )
    return decided(
      [created, ...facts, ...printed.facts],
      { visitId, number, jobId: printed.jobId, intakeIds },
      [...filings, ...printed.filings],
    )
  },
}
