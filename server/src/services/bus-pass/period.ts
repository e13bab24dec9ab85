import { addDays, addMonths } from '../../domain/time.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { BusPassSettings, Product } from './settings.ts'

export type Month = 'this' | 'next'

export interface Period {
  from: CivilDate
  until: CivilDate
}

const firstOf = (date: CivilDate): CivilDate => `${date.slice(0, 8)}01`

const lastOf = (date: CivilDate): CivilDate => addDays(addMonths(firstOf(date), 1), -1)

/** A monthly pass is good for its calendar month only, and never before it is sold. */
export const periodOf = (
  product: Product,
  month: Month,
  today: CivilDate,
  settings: BusPassSettings,
): Period => {
  if (product === 'day') return { from: today, until: addDays(today, settings.dayPassKeepsDays) }
  const next = addMonths(firstOf(today), 1)
  return month === 'this' ? { from: today, until: lastOf(today) } : { from: next, until: lastOf(next) }
}

/** The day from which next month's pass is sold. */
export const saleOpens = (today: CivilDate, { nextMonthSaleDay }: BusPassSettings): CivilDate => {
  const day = addDays(firstOf(today), nextMonthSaleDay - 1)
  const last = lastOf(today)
  return day < last ? day : last
}
