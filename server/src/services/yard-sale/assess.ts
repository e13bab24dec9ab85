import type {
  AssessInput,
  Assessment,
  BringItem,
  ChecklistItem,
  FeeLine,
  OptionState,
  Values,
} from '../../domain/service.ts'
import { capProblems, claimWishes } from './caps.ts'
import { claimedDays, dayWishes } from './day-claims.ts'
import { earlierPermits } from './history.ts'
import { closing, hourCode, hourValue, opening } from './hours.ts'
import {
  dayProblems,
  hourProblems,
  neighborProblems,
  noticeProblems,
  openDays,
  placeProblems,
} from './rules.ts'
import { exemptionOf, readSale } from './sale.ts'
import type { Sale } from './sale.ts'
import type { YardSaleSettings } from './settings.ts'

const feesOf = (sale: Sale, settings: YardSaleSettings): FeeLine[] =>
  exemptionOf(sale, settings).fromFee || settings.feeCents === 0
    ? []
    : [{ code: 'fee', cents: settings.feeCents, account: 'revenue:yard-sale' }]

const papersOf = (sale: Sale, settings: YardSaleSettings): BringItem[] => {
  const papers: BringItem[] = [{ code: 'photo-id', icon: 'id-card' }]
  const exemption = exemptionOf(sale, settings)
  if (sale.occupancy === 'none' && exemption.fromPlace)
    return [...papers, { code: 'host-letter', icon: 'file-text' }]
  if (settings.occupancyProof && sale.address && sale.place !== 'other')
    papers.push({ code: 'occupancy-proof', icon: 'mail', values: { address: sale.address.display } })
  return papers
}

const exemptionPapers = (sale: Sale, settings: YardSaleSettings): BringItem[] => {
  if (!exemptionOf(sale, settings).offered) return []
  return sale.exemption === 'charity'
    ? [{ code: 'charity-letter', icon: 'heart-handshake' }]
    : [{ code: 'court-order', icon: 'gavel' }]
}

/** The same paper as the clerk reads of it: the name on it is not theirs. */
const shown = ({ icon: _, code, ...paper }: BringItem): ChecklistItem => ({
  ...paper,
  code: code === 'occupancy-proof' ? 'occupancy-proof-check' : code,
  onFile: false,
})

const hourStates = (
  range: { from: number; to: number },
  allowed: (hour: number) => boolean,
  settings: YardSaleSettings,
): Record<string, OptionState> => {
  const values = {
    from: { text: hourCode(settings.fromHour) },
    until: { text: hourCode(settings.untilHour) },
  }
  const hours = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  return Object.fromEntries(
    hours
      .filter((hour) => !allowed(hour))
      .map((hour) => [hourValue(hour), { unavailable: { code: 'hours-not-allowed-rule', values } }]),
  )
}

const optionStates = (sale: Sale, settings: YardSaleSettings) => {
  const notOffered: OptionState = { unavailable: { code: 'exemption-not-offered' } }
  return {
    opens: hourStates(opening, (hour) => hour >= settings.fromHour && hour < settings.untilHour, settings),
    closes: hourStates(closing, (hour) => hour <= settings.untilHour && hour > (sale.opens ?? 0), settings),
    exemption: {
      ...(settings.charity.offered ? {} : { charity: notOffered }),
      ...(settings.courtOrder.offered ? {} : { 'court-order': notOffered }),
    },
  }
}

/** What the calendar's line of help says of the rules on days. */
const dayValues = ({ weekdays, consecutiveOnly }: YardSaleSettings): Values => ({
  allowed:
    weekdays.length === 7
      ? { text: 'any-day' }
      : { list: weekdays.map((day) => ({ text: `weekday-${day}` })) },
  touch: { text: consecutiveOnly ? 'touch-row' : 'touch' },
})

export const assess = (input: AssessInput<YardSaleSettings>): Assessment => {
  const { answers, found, settings, today, intakeId } = input
  const sale = readSale(answers)
  const bring = [...papersOf(sale, settings), ...exemptionPapers(sale, settings)]
  const permits = earlierPermits(found, sale, intakeId)
  const claimed = claimedDays(found, sale, intakeId)
  const problems = [
    ...placeProblems(sale, settings),
    ...capProblems(input, sale),
    ...neighborProblems(sale, permits, claimed, settings),
    ...noticeProblems(sale, settings, today),
    ...dayProblems(sale, settings),
    ...hourProblems(sale, settings),
  ]
  const inDoubt: ChecklistItem[] = problems
    .filter(({ kind }) => kind === 'clerk')
    .map(({ code, values }) => ({ code: `${code}-check`, onFile: false, ...(values ? { values } : {}) }))

  return {
    problems,
    fees: feesOf(sale, settings),
    bring,
    checklist: [...bring.map(shown), ...inDoubt],
    declaration: 'declaration',
    oath: false,
    claims: [...claimWishes(input, sale), ...dayWishes(sale)],
    handover: { kind: 'permit', number: 'assigned', count: 1 },
    options: optionStates(sale, settings),
    days: { days: openDays(sale, permits, claimed, settings, today) },
    values: dayValues(settings),
  }
}
