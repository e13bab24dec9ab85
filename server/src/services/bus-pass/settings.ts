import type { SettingRules } from '../../domain/offices/setting-rules.ts'
import type { CivilDate } from '../../domain/time.ts'

export const products = ['day', 'monthly'] as const
export type Product = (typeof products)[number]

export const fareClasses = ['regular', 'senior', 'disabled', 'veteran', 'student', 'youth'] as const
export type FareClass = (typeof fareClasses)[number]

/** as many as the kiosk asks for at once */
export const mostPasses = 20

/** A class that rides free for a dated period, such as a grant's; both days inclusive. */
export interface FreePeriod {
  fareClass: FareClass
  products: readonly Product[]
  from: CivilDate
  until: CivilDate
}

export interface BusPassSettings {
  /** a class without a price cannot buy that product */
  fareCents: Readonly<Record<Product, Readonly<Partial<Record<FareClass, number>>>>>
  free: readonly FreePeriod[]
  /** classes whose riders show a proof to the clerk */
  proofClasses: readonly FareClass[]
  maxQuantity: number
  /** the day of a month from which the next month's pass is sold; a shorter month's last day */
  nextMonthSaleDay: number
  /** in the last days of a month a pass for it comes with a word of warning */
  monthEndDays: number
  /** days after the sale that a day pass can still be used; 0: on the day itself */
  dayPassKeepsDays: number
}

export const defaults: BusPassSettings = {
  fareCents: {
    day: { regular: 325, senior: 200, disabled: 200, veteran: 200, student: 200, youth: 200 },
    monthly: { regular: 4000, senior: 2000, disabled: 2000, veteran: 2000, student: 2000, youth: 2000 },
  },
  free: [
    { fareClass: 'veteran', products: ['monthly'], from: '2022-08-01', until: '2027-06-30' },
    { fareClass: 'student', products: ['monthly'], from: '2022-08-01', until: '2027-06-30' },
  ],
  proofClasses: ['senior', 'disabled', 'veteran', 'student', 'youth'],
  maxQuantity: 10,
  nextMonthSaleDay: 20,
  monthEndDays: 7,
  dayPassKeepsDays: 0,
}

export const settingRules: SettingRules = {
  'free[].fareClass': { oneOf: fareClasses },
  'free[].products': { from: 1, once: true },
  'free[].products[]': { oneOf: products },
  'free[].from': { date: true },
  'free[].until': { date: true, atLeast: 'from' },
  proofClasses: { once: true },
  'proofClasses[]': { oneOf: fareClasses },
  maxQuantity: { from: 1, to: mostPasses },
  nextMonthSaleDay: { from: 1, to: 31 },
  monthEndDays: { to: 31 },
  dayPassKeepsDays: { to: 366 },
}
