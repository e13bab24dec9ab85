import { Draft } from '../src/domain/draft.ts'
import { apply, fold } from '../src/domain/evolve.ts'
import type { Fact } from '../src/domain/fact.ts'
import { isFinalIntake, isInTray } from '../src/domain/intakes/intake.ts'
import { drawerAccount, ledgerLines } from '../src/domain/tills/ledger.ts'
import { emptyOffice, isOpenOffice } from '../src/domain/offices/office.ts'
import type { OfficeState, Visit } from '../src/domain/state.ts'
import type { CivilDate } from '../src/domain/time.ts'
import { ticketNumber } from '../src/domain/visits/ticket-number.ts'
import { carriedNumbers, waitingPlaces } from '../src/domain/visits/visit-tally.ts'
import { isAtWindow, isOpenVisit } from '../src/domain/visits/visit.ts'

const sum = (parts: readonly { cents: number }[]): number =>
  parts.reduce((total, part) => total + part.cents, 0)
const cash = (parts: readonly { kind: string; cents: number }[]): number =>
  sum(parts.filter((part) => part.kind === 'cash'))

const repeated = <Each>(all: readonly Each[]): Each[] => all.filter((each, at) => all.indexOf(each) !== at)

/** A row of numbers without a gap: 1, 2, 3 … */
const gap = (numbers: readonly number[]): boolean => numbers.some((number, at) => number !== at + 1)

/** Key order apart, since it says nothing. */
const same = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const mine = Object.entries(one)
  return (
    mine.length === Object.keys(other).length &&
    mine.every(([field, value]) => same(value, (other as Record<string, unknown>)[field]))
  )
}

/** How many wait where, in a text that can be compared. */
const counted = (places: readonly { line: string; windowId: string | null; count: number }[]): string => {
  const sums = new Map<string, number>()
  for (const { line, windowId, count } of places) {
    const place = `${line} at ${windowId}`
    sums.set(place, (sums.get(place) ?? 0) + count)
  }
  return [...sums]
    .filter(([, count]) => count !== 0)
    .map(([place, count]) => `${place}: ${count}`)
    .sort()
    .join(', ')
}

const waiting = (visits: readonly Visit[], day: CivilDate) =>
  visits
    .filter(({ state, businessDay }) => state === 'waiting' && businessDay === day)
    .map((visit) => ({ ...visit, count: 1 }))

const openIntakes = (state: OfficeState, visitId: string): number =>
  Object.values(state.intakes).filter(
    (intake) => intake.visitId === visitId && !isFinalIntake(intake) && !isInTray(intake),
  ).length

/** What a fact says of the state before it. */
const brokenBefore = (state: OfficeState, fact: Fact): string[] => {
  const broken: string[] = []
  const claim = (holds: boolean, what: string): void => {
    if (!holds) broken.push(`${fact.seq} ${fact.kind}: ${what}`)
  }
  claim(fact.seq === state.seq + 1, 'its number does not follow')
  claim(fact.at >= state.at, 'D2 time runs backwards')
  claim(ledgerBalance(fact) === 0, 'M1 the entry does not balance')
  const { body } = fact
  if ('from' in body && 'since' in body) {
    const subject =
      'visitId' in body
        ? state.visits[body.visitId]
        : 'intakeId' in body
          ? state.intakes[body.intakeId]
          : undefined
    if (subject) {
      claim(subject.state === body.from, `it says it leaves ${body.from}, not ${subject.state}`)
      claim(subject.since === body.since, 'its since is not the one of the state it leaves')
    }
  }
  switch (fact.kind) {
    case 'visit-created':
      claim(
        fact.body.number === ticketNumber(fact.body.prefix, fact.body.counter),
        'N1 the number is not its counter',
      )
      claim(fact.body.counter > (state.ticketCounters[fact.body.prefix] ?? 0), 'N1 the counter does not rise')
      break
    case 'visit-completed':
      claim(openIntakes(state, fact.body.visitId) === 0, 'V9 an intake is still open')
      break
    case 'payment-taken':
      claim(sum(fact.body.tenders) === fact.body.totalCents, 'M2 the tenders are not the total')
      claim(sum(fact.body.revenue) === fact.body.totalCents, 'M2 the revenue is not the total')
      claim(state.tills[fact.body.tillId]?.state === 'open', 'M3 the till is not open')
      claim(fact.body.number === state.receiptCounter + 1, 'M4 the receipt number does not follow')
      for (const id of fact.body.intakeIds)
        claim(state.intakes[id]?.state === 'approved', 'M5 an intake is not approved')
      break
    case 'payment-voided':
      claim(state.receipts[fact.body.receiptId]?.voidedAt === null, 'M8 it was voided before')
      claim(state.tills[fact.body.tillId]?.state === 'open', 'M8 its till is not open')
      break
    case 'intake-approved': {
      const intake = state.intakes[fact.body.intakeId]
      claim(
        intake?.marks.every((mark) => mark !== null && mark !== 'not-acceptable') ?? false,
        'I6 a paper is not settled',
      )
      claim(!intake?.needsDeclaration || intake.declarationAt !== null, 'I7 the declaration is missing')
      claim(!intake?.needsOath || intake.oathAt !== null, 'I7 the oath is missing')
      claim(intake?.blocked === false, 'I5 it would be turned away')
      break
    }
    case 'intake-issued':
      claim(state.intakes[fact.body.intakeId]?.state === 'paid', 'I9 it is not paid')
      break
    case 'till-closed':
      claim(
        fact.body.overShortCents === fact.body.countedCents - fact.body.expectedCents,
        'M9 over or short is wrong',
      )
      claim(fact.body.overShortCents === 0 || !!fact.body.reason, 'M9 no reason')
      break
    default:
  }
  return broken
}

const brokenByDay = (before: OfficeState, after: OfficeState): string[] => [
  ...Object.values(before.visits)
    .filter((visit) => isOpenVisit(visit) && !after.visits[visit.id])
    .map((visit) => `D3 open visit ${visit.number} was lost overnight`),
  ...Object.values(before.intakes)
    .filter((intake) => !isFinalIntake(intake) && !after.intakes[intake.id])
    .map((intake) => `D3 open intake ${intake.id} was lost overnight`),
  ...Object.values(before.tills)
    .filter((till) => till.state === 'open' && !after.tills[till.id])
    .map((till) => `D3 open till ${till.id} was lost overnight`),
]

const ledgerBalance = (fact: Fact): number =>
  ledgerLines(fact).reduce((balance, line) => balance + line.debitCents - line.creditCents, 0)

/** Where a visit in this state must stand. */
const brokenVisit = (visit: Visit, state: OfficeState): string[] => {
  const { number, windowId, clerkId, due } = visit
  const broken: string[] = []
  if (isAtWindow(visit)) {
    const window = windowId === null ? undefined : state.windows[windowId]
    if (!window || clerkId === null) broken.push(`W1 ${number} is ${visit.state} at no window`)
    else if (window.clerkId !== clerkId)
      broken.push(`W2 ${number} is with ${clerkId}, who does not sit there`)
  } else {
    if (clerkId !== null) broken.push(`V1 ${number} is ${visit.state} and still with a clerk`)
    if (windowId !== null && visit.state !== 'waiting')
      broken.push(`V1 ${number} keeps a window in ${visit.state}`)
  }
  if ((visit.state === 'called') !== (due !== null) && visit.state !== 'on-hold') {
    broken.push(`V6 ${number} is ${visit.state} with the wrong timer`)
  }
  if (visit.placeAt !== visit.createdAt) broken.push(`V4 ${number} has lost its place`)
  return broken
}

const brokenNow = (state: OfficeState): string[] => {
  const visits = Object.values(state.visits)
  const intakes = Object.values(state.intakes)
  const openTills = Object.values(state.tills).filter((till) => till.state === 'open')
  const at = visits.filter(isAtWindow).map((visit) => visit.windowId)
  const seats = Object.values(state.windows).flatMap(({ clerkId }) => (clerkId === null ? [] : [clerkId]))
  return [
    ...visits.flatMap((visit) => brokenVisit(visit, state)),
    ...repeated(at).map((windowId) => `W1 two visits at window ${windowId}`),
    ...repeated(seats).map((clerkId) => `W3 ${clerkId} sits at two windows`),
    ...repeated(visits.filter(isOpenVisit).map((visit) => visit.number)).map(
      (n) => `N2 two open visits carry ${n}`,
    ),
    ...(counted(waitingPlaces(state)) === counted(waiting(visits, state.businessDay))
      ? []
      : [`${counted(waitingPlaces(state))} are said to wait`]),
    ...visits
      .filter(
        (visit) => carriedNumbers(state).has(visit.number) !== (visit.businessDay !== state.businessDay),
      )
      .map((visit) => `${visit.number} of ${visit.businessDay} is wrongly said to be carried, or not`),
    ...repeated(openTills.map((till) => till.clerkId)).map((clerkId) => `M3 ${clerkId} has two open tills`),
    ...repeated(openTills.map((till) => till.windowId)).map((id) => `M3 window ${id} has two open tills`),
    ...openTills
      .filter((till) => state.windows[till.windowId]?.clerkId !== till.clerkId)
      .map((till) => `M3 the clerk of till ${till.id} does not sit at it`),
    ...intakes
      .filter((intake) => intake.state === 'paid' || intake.state === 'issued')
      .filter((intake) => intake.receiptId === null || state.receipts[intake.receiptId]?.voidedAt !== null)
      .map((intake) => `M5 ${intake.id} is ${intake.state} without a receipt`),
    ...intakes
      .filter((intake) => (intake.state === 'issued') !== (intake.issuanceId !== null))
      .map((intake) => `I9 ${intake.id} is ${intake.state} with issuance ${intake.issuanceId}`),
  ]
}

/** Over the whole log: numbers given, money moved. */
const brokenOverall = (state: OfficeState, facts: readonly Fact[]): string[] => {
  const broken: string[] = []
  const tickets: string[] = []
  const receipts: number[] = []
  const permits = new Map<string, number[]>()
  const drawers = new Map<string, number>()
  const closed = new Set<string>()
  let drawerCents = 0
  const move = (tillId: string, cents: number): void => {
    drawers.set(tillId, (drawers.get(tillId) ?? 0) + cents)
  }
  for (const fact of facts) {
    for (const line of ledgerLines(fact)) {
      if (line.account === drawerAccount) drawerCents += line.debitCents - line.creditCents
    }
    if (fact.kind === 'visit-created') tickets.push(`${fact.body.businessDay} ${fact.body.number}`)
    if (fact.kind === 'payment-taken') receipts.push(fact.body.number)
    if (fact.kind === 'intake-issued' && fact.body.counter) {
      const { name, value } = fact.body.counter
      permits.set(name, [...(permits.get(name) ?? []), value])
    }
    if (fact.kind === 'till-opened') move(fact.body.tillId, fact.body.floatCents)
    if (fact.kind === 'payment-taken') move(fact.body.tillId, cash(fact.body.tenders))
    if (fact.kind === 'payment-voided') move(fact.body.tillId, -cash(fact.body.tenders))
    if (fact.kind === 'till-closed') {
      closed.add(fact.body.tillId)
      if (fact.body.expectedCents !== drawers.get(fact.body.tillId))
        broken.push('M6 a closed drawer expected otherwise')
    }
  }
  broken.push(...repeated(tickets).map((ticket) => `N1 ticket ${ticket} was given twice`))
  if (gap(receipts)) broken.push(`M4 receipts have a gap: ${receipts.join()}`)
  for (const [name, values] of permits) if (gap(values)) broken.push(`N4 ${name} has a gap: ${values.join()}`)
  let openCents = 0
  for (const [tillId, cents] of drawers) {
    if (closed.has(tillId)) continue
    openCents += cents
    if (state.tills[tillId]?.expectedCents !== cents)
      broken.push(`M6 till ${tillId} does not hold float + in - out`)
  }
  if (drawerCents !== openCents)
    broken.push(`M1 the books have ${drawerCents} in drawers, the tills ${openCents}`)
  return broken
}

/**
 * What does not hold of an office, in words that begin with the rule's id; empty when all is well.
 * @param facts all of the office's facts, from the first one on
 */
export const brokenInvariants = (state: OfficeState, facts: readonly Fact[]): string[] => {
  const start = emptyOffice(state.officeId, isOpenOffice(state) ? undefined : state.city.zone)
  const draft = new Draft(start)
  const broken: string[] = []
  for (const fact of facts) {
    broken.push(...brokenBefore(draft.state, fact))
    const before = fact.kind === 'day-opened' ? { ...draft.state } : null
    apply(draft, fact)
    draft.keep()
    if (before) broken.push(...brokenByDay(before, draft.state))
    broken.push(...brokenNow(draft.state).map((what) => `after ${fact.seq} ${fact.kind}: ${what}`))
  }
  if (!same(fold(start, facts), state)) broken.push('D1 the fold of all facts is not the state')
  return [...broken, ...brokenOverall(state, facts)]
}
