import { parseAddress } from '../../domain/answers/address.ts'
import type { Address } from '../../domain/answers/address.ts'
import { nameKey } from '../../domain/answers/name-key.ts'
import type { Answers } from '../../domain/question.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { Exemption, YardSaleSettings } from './settings.ts'

/** What the answers say, as far as they say it. */
export interface Sale {
  address: Address | null
  place: string
  occupancy: string
  exemption: string
  days: readonly CivilDate[]
  first: CivilDate | null
  last: CivilDate | null
  opens: number | null
  closes: number | null
  /** null until name and phone are known */
  person: string | null
}

const text = (answers: Answers, id: string): string => {
  const answer = answers[id]
  return typeof answer === 'string' ? answer : ''
}

const hour = (answers: Answers, id: string): number | null =>
  text(answers, id) ? Number(text(answers, id)) : null

export const readSale = (answers: Answers): Sale => {
  const address = parseAddress(text(answers, 'address'))
  const days = Array.isArray(answers['days']) ? (answers['days'] as readonly CivilDate[]) : []
  const name = nameKey(text(answers, 'name'))
  const phone = text(answers, 'phone')
  return {
    address: address.ok ? address.value : null,
    place: text(answers, 'place'),
    occupancy: text(answers, 'occupancy'),
    exemption: text(answers, 'exemption'),
    days,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    opens: hour(answers, 'opens'),
    closes: hour(answers, 'closes'),
    person: name && phone ? `${name} ${phone}` : null,
  }
}

const nothing: Exemption = { offered: false, fromCap: false, fromFee: false, fromPlace: false }

export const exemptionOf = (sale: Sale, settings: YardSaleSettings): Exemption => {
  const asked =
    sale.exemption === 'charity'
      ? settings.charity
      : sale.exemption === 'court-order'
        ? settings.courtOrder
        : nothing
  return asked.offered ? asked : nothing
}

/** A sale across New Year belongs to the year that it starts in. */
export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4))
