import type { Answers } from '../../domain/question.ts'
import type { AssessInput, Assessment, Issuing, OptionState, Problem } from '../../domain/service.ts'
import { daysBetween } from '../../domain/time.ts'
import { notice, turnAway } from '../problem.ts'
import { cardKey, cardPeriod, cardRecords, refuseCards } from './cards.ts'
import { fareOf, freePeriodOf } from './fares.ts'
import { periodOf, saleOpens } from './period.ts'
import type { Month, Period } from './period.ts'
import { fareClasses, products } from './settings.ts'
import type { BusPassSettings, FareClass, Product } from './settings.ts'

type Input = AssessInput<BusPassSettings>

interface Wanted {
  product: Product | null
  month: Month
  fare: FareClass | null
  quantity: number
  /** null until the product, and a monthly pass's month, are chosen */
  period: Period | null
}

const readWanted = ({ answers, settings, today }: Input): Wanted => {
  const product = products.find((each) => each === answers['product']) ?? null
  const month = answers['month'] === 'next' ? 'next' : 'this'
  const isChosen = product === 'day' || (product === 'monthly' && answers['month'] !== undefined)
  return {
    product,
    month,
    fare: fareClasses.find((each) => each === answers['fare']) ?? null,
    quantity: typeof answers['quantity'] === 'number' ? answers['quantity'] : 1,
    period: product && isChosen ? periodOf(product, month, today, settings) : null,
  }
}

const isBeforeSale = ({ settings, today }: Input): boolean => today < saleOpens(today, settings)

const problemsOf = (wanted: Wanted, input: Input): Problem[] => {
  const { settings, today } = input
  const { product, month, fare, quantity, period } = wanted
  const problems: Problem[] = []
  if (product === 'monthly' && period) {
    if (month === 'next' && isBeforeSale(input))
      problems.push(turnAway('sale-not-open', 'month', { day: { date: saleOpens(today, settings) } }))
    if (month === 'this' && daysBetween(today, period.until) < settings.monthEndDays)
      problems.push(notice('month-ends-soon', 'month', { until: { date: period.until } }))
  }
  if (product && period && fare) {
    if (fareOf(product, fare, period, settings) === null) problems.push(turnAway('fare-not-sold', 'fare'))
    const free = freePeriodOf(product, fare, period, settings)
    if (free) problems.push(notice('free-until', 'fare', { until: { date: free.until } }))
  }
  if (quantity > settings.maxQuantity)
    problems.push(turnAway('too-many', 'quantity', { max: settings.maxQuantity }))
  return problems
}

const optionStates = ({ product, period }: Wanted, input: Input) => {
  const { settings, today } = input
  const ends = (month: Month): OptionState => ({
    hint: {
      code: 'month-until',
      values: { until: { date: periodOf('monthly', month, today, settings).until } },
    },
  })
  const next: OptionState = isBeforeSale(input)
    ? { unavailable: { code: 'sale-opens', values: { day: { date: saleOpens(today, settings) } } } }
    : ends('next')
  const fares = fareClasses.map((fare): [string, OptionState] => {
    const cents = product && period ? fareOf(product, fare, period, settings) : undefined
    if (cents === null) return [fare, { unavailable: { code: 'fare-not-sold' } }]
    return [fare, cents === undefined ? {} : { cents }]
  })
  return { month: { this: ends('this'), next }, fare: Object.fromEntries(fares) }
}

/**
 * Neither the line nor its account tells who rides: what a person is entitled to stays with the answers. It does tell the last day, for
 * an approval may be paid when that is over.
 */
const feesOf = ({ product, fare, quantity, period }: Wanted, { settings }: Input) => {
  if (!product || !fare || !period) return []
  const each = fareOf(product, fare, period, settings)
  if (each === null) return []
  const values = { quantity, each: { cents: each }, until: { date: period.until } }
  return [{ code: `${product}-fee`, values, cents: each * quantity, account: 'revenue:bus-pass' }]
}

export const assess = (input: Input): Assessment => {
  const wanted = readWanted(input)
  const { fare, quantity } = wanted
  const needsProof = fare !== null && input.settings.proofClasses.includes(fare)
  return {
    problems: problemsOf(wanted, input),
    fees: feesOf(wanted, input),
    bring: needsProof ? [{ code: `proof-${fare}`, icon: 'id-card' }] : [],
    checklist: needsProof ? [{ code: `proof-${fare}`, onFile: false }] : [],
    declaration: null,
    oath: false,
    claims: [],
    handover: { kind: 'pass', number: 'entered', count: quantity },
    options: optionStates(wanted, input),
  }
}

const periodFor = (input: Input): Period =>
  readWanted(input).period ?? { from: input.today, until: input.today }

export const refuseHanded = (input: Input) => refuseCards(input, periodFor(input))

/** Kept under the first card's number. The fare class is not kept: the card does not need it. */
export const issue = (input: Input & { handedNumbers: readonly string[] }): Issuing => {
  const { product } = readWanted(input)
  const cards = input.handedNumbers.map(cardKey)
  const { from, until } = periodFor(input)
  const first = cards[0] ?? null
  const were = cards.map((card) => cardPeriod(card, input.found))
  const data: Answers = { product: product ?? 'day', cards, were }
  return {
    kind: 'pass',
    number: first,
    subject: first ?? '',
    validFrom: from,
    validUntil: until,
    data,
    recordChanges: cardRecords(cards, { from, until }, input),
  }
}
