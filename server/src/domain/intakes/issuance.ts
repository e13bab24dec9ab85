import { amendmentLookups, assessAmendment } from './amending.ts'
import { approvedBy, inputOf, intakeFiling, settingsOf } from './assessing.ts'
import { heldClaims, heldLookups, releaseCanceled, takeClaims } from './claims.ts'
import type { DecisionContext, Deciders } from '../decision.ts'
import { decided } from '../decision.ts'
import type { Filing } from '../filing.ts'
import { intakeFor, intakeStep } from './intake-standing.ts'
import { isWrittenSince } from '../lookup.ts'
import type { Found, Issuance, IntakeFile, Lookup } from '../lookup.ts'
import { nothingPrinted, printerFor, printSlip } from '../papers/printing.ts'
import type { Printed } from '../papers/printing.ts'
import type { Answers } from '../question.ts'
import { refuse } from '../result.ts'
import type { Issuing, Service } from '../service.ts'
import type { Intake, OfficeState } from '../state.ts'

interface Counter {
  name: string
  value: number
}

/** Permit numbers run per service and calendar year: `2026-0007`. */
const nextCounter = (state: OfficeState, service: Service): Counter => {
  const name = `${service.id}/${state.businessDay.slice(0, 4)}`
  return { name, value: (state.issuanceCounters[name] ?? 0) + 1 }
}

const assignedNumber = ({ value }: Counter, state: OfficeState): string =>
  `${state.businessDay.slice(0, 4)}-${String(value).padStart(4, '0')}`

const recordFilings = (
  records: Issuing['recordChanges'],
  writerOf: (key: string) => string | null,
): Filing[] =>
  records.map((record) => ({
    type: 'record',
    record: { ...record, data: { ...record.data, writtenBy: writerOf(record.key) } },
  }))

const before = 'written-before'

/** Who wrote each of these records until now: kept with the issuance, so that of two in a row both can be canceled. */
const writtenBefore = ({ recordChanges }: Issuing, found: Found): Answers => {
  const writers = recordChanges.flatMap(({ service, key }) => {
    const writtenBy = found.record(service, key)?.data['writtenBy']
    return typeof writtenBy === 'string' ? [`${writtenBy} ${key}`] : []
  })
  return writers.length === 0 ? {} : { [before]: writers }
}

const readWriter = ({ data }: Issuance, key: string): string | null => {
  const writers = data[before]
  const end = ` ${key}`
  const writer = Array.isArray(writers) && (writers as string[]).find((each) => each.endsWith(end))
  return writer ? writer.slice(0, -end.length) : null
}

const permitPrint = (
  state: OfficeState,
  context: DecisionContext,
  wanted: string | null,
  service: Service,
  { language, answers }: Pick<IntakeFile, 'language' | 'answers'>,
  issuance: Issuance,
): Printed => {
  const settings = settingsOf(state, service)
  const permit = service.permit?.({ answers, settings, language, city: state.city, issuance })
  return permit
    ? printSlip(
        state,
        context,
        printerFor(state, context.actor, wanted),
        { issuanceId: issuance.id },
        () => permit.slip,
      )
    : nothingPrinted
}

/** What is issued is what was approved: its day and its settings decide, though midnight has passed, or the city has set others. */
const handoverInput = (
  state: OfficeState,
  service: Service,
  { intakeId, answers, assessment }: IntakeFile,
  handedNumbers: readonly string[],
  context: DecisionContext,
) => {
  const then = { ...state, businessDay: assessment.day ?? state.businessDay }
  const input = inputOf(then, service, answers, context, intakeId)
  return { ...input, settings: { ...input.settings, ...assessment.settings }, handedNumbers }
}

const shownPapers = ({ assessment }: IntakeFile, { marks }: Intake): string[] =>
  assessment.checklist
    .filter((_, position) => marks[position] === 'seen' || marks[position] === 'copied')
    .map(({ code }) => code)

/** The issuance, the intake it came from and the claims that this holds. */
const issuanceLookups = (issuanceId: string, { found }: DecisionContext): Lookup[] => {
  const intakeId = found.issuance(issuanceId)?.intakeId ?? null
  return [{ kind: 'issuance', issuanceId }, ...(intakeId === null ? [] : heldLookups(intakeId, found))]
}

export const issuanceDeciders: Pick<Deciders, 'issue-intake' | 'cancel-issuance' | 'amend-issuance'> = {
  'issue-intake': {
    lookups(state, { intakeId, handedNumbers }, context) {
      const file = context.found.intakeFile(intakeId)
      const service = file && context.services.get(file.service)
      return [
        { kind: 'intake-file', intakeId },
        ...(service ? service.lookups(handoverInput(state, service, file, handedNumbers, context)) : []),
      ]
    },
    decide(state, { intakeId, handedNumbers, printerId }, context) {
      const intake = intakeFor(state, intakeId, 'issue')
      if (!intake.ok) {
        return state.intakes[intakeId]?.state === 'approved' ? refuse('not-paid') : intake
      }
      const file = context.found.intakeFile(intakeId)
      const service = context.services.get(intake.value.service)
      if (!file || !service) return refuse('not-found')
      const { count, number: numbering } = file.assessment.handover
      const input = handoverInput(state, service, file, handedNumbers, context)
      if (numbering === 'entered') {
        if (handedNumbers.length !== count) return refuse('numbers-missing', { count })
        if (new Set(handedNumbers).size !== handedNumbers.length) return refuse('number-in-use')
        const wrong = service.refuseHanded?.(input) ?? null
        if (wrong !== null) return refuse(wrong, { count })
      }
      if (service.isAsApproved?.({ ...input, approved: file.assessment }) === false)
        return refuse('changed-since-approval')
      const issuing = service.issue({ ...input, shown: shownPapers(file, intake.value) })
      const counter = issuing.number === null ? nextCounter(state, service) : null
      const issuance: Issuance = {
        id: context.newId('issuance'),
        service: service.id,
        intakeId,
        kind: issuing.kind,
        number: issuing.number ?? (counter ? assignedNumber(counter, state) : ''),
        subject: issuing.subject,
        validFrom: issuing.validFrom,
        validUntil: issuing.validUntil,
        issuedAt: context.now,
        state: 'valid',
        data: { ...issuing.data, ...writtenBefore(issuing, context.found) },
      }
      const { id: issuanceId, kind, number } = issuance
      const printed = permitPrint(state, context, printerId, service, file, issuance)
      return decided(
        [
          {
            kind: 'intake-issued',
            body: { ...intakeStep(intake.value), issuanceId, kind, number, counter },
          },
          ...printed.facts,
        ],
        { issuanceId, number, jobId: printed.jobId },
        [
          { type: 'issuance', issuance },
          ...recordFilings(issuing.recordChanges, () => intakeId),
          ...printed.filings,
        ],
      )
    },
  },

  'cancel-issuance': {
    lookups(_state, { issuanceId }, context) {
      const issuance = context.found.issuance(issuanceId)
      const service = issuance && context.services.get(issuance.service)
      return [
        ...issuanceLookups(issuanceId, context),
        ...(issuance ? (service?.restores?.lookups(issuance) ?? []) : []),
      ]
    },
    decide(state, { issuanceId, again }, context) {
      const { found, services, now } = context
      const issuance = found.issuance(issuanceId)
      const service = issuance && services.get(issuance.service)
      if (!issuance || !service) return refuse('not-found')
      if (issuance.state === 'canceled') return refuse('issuance-canceled')
      const issued = again ? intakeFor(state, issuance.intakeId ?? '', 'take-back') : null
      if (issued?.ok === false) return issued
      // Handed over anew it would be written into a record that is not as it was approved for.
      if (issued && isWrittenSince(issuance, service.restores?.lookups(issuance) ?? [], found))
        return refuse('written-since')
      const settings = settingsOf(state, service)
      const { releasesClaims } = service.cancellation?.({
        issuance,
        settings,
        now,
        zone: state.city.zone,
      }) ?? { releasesClaims: false }
      const { intakeId } = issuance
      const file = intakeId === null || issued ? null : found.intakeFile(intakeId)
      const released = file ? releaseCanceled(file.assessment, file.intakeId, found, releasesClaims) : []
      const body = issued
        ? { issuanceId, releasesClaims: false, again: intakeStep(issued.value) }
        : { issuanceId, releasesClaims }
      return decided([{ kind: 'issuance-canceled', body }], {}, [
        { type: 'issuance', issuance: { ...issuance, state: 'canceled' } },
        ...released,
        ...recordFilings(service.restores?.records(issuance, found) ?? [], (key) =>
          readWriter(issuance, key),
        ),
      ])
    },
  },

  'amend-issuance': {
    lookups(state, { issuanceId, answers }, context) {
      const issuance = context.found.issuance(issuanceId)
      return [
        ...issuanceLookups(issuanceId, context),
        ...(issuance ? amendmentLookups(state, issuance, answers, context) : []),
      ]
    },
    decide(state, { issuanceId, answers: raw, printerId }, context) {
      const { found } = context
      const issuance = found.issuance(issuanceId)
      if (!issuance) return refuse('not-found')
      if (issuance.state === 'canceled') return refuse('issuance-canceled')
      const assessed = assessAmendment(state, issuance, raw, context)
      if (!assessed.ok) return assessed
      const { service, answers, input, assessment } = assessed.value
      if (!service.amend) return refuse('amendment-refused')
      const amended = service.amend({ ...input, issuance })
      if (!amended.ok) return refuse('amendment-refused', { problem: amended.problem.code })

      const { issuing } = amended
      const { subject, validFrom, validUntil } = issuing
      const data = { ...issuing.data, ...writtenBefore(issuing, found) }
      const is: Issuance = { ...issuance, subject, validFrom, validUntil, data }
      const filings: Filing[] = [
        { type: 'issuance', issuance: is },
        ...recordFilings(issuing.recordChanges, () => issuance.intakeId),
      ]
      const file = issuance.intakeId === null ? null : found.intakeFile(issuance.intakeId)
      if (file) {
        const { intakeId } = file
        const taken = takeClaims(assessment, intakeId, found)
        if (!taken.ok) return taken
        const kept = heldClaims(assessment, intakeId, found)
        const given = heldClaims(file.assessment, intakeId, found).filter((claim) => !kept.includes(claim))
        filings.push(
          ...given.map((claim): Filing => ({ type: 'claim-released', claim })),
          ...taken.value,
          { type: 'correction', intakeId, rev: file.rev, was: file.answers },
          intakeFiling(service, { ...file, answers, assessment: approvedBy(assessed.value) }),
        )
      }
      const language = file?.language ?? 'en'
      const printed = permitPrint(state, context, printerId, service, { language, answers }, is)
      return decided(
        [{ kind: 'issuance-amended', body: { issuanceId } }, ...printed.facts],
        { jobId: printed.jobId },
        [...filings, ...printed.filings],
      )
    },
  },
}
