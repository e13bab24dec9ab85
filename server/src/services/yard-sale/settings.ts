import type { SettingRules } from '../../domain/offices/setting-rules.ts'
import { noTranslators, translatorRules } from '../translators.ts'
import type { TranslatorSettings } from '../translators.ts'
import { closing, opening } from './hours.ts'
import { demoStreets } from './streets.ts'
import type { StreetRange } from './street-list.ts'

export interface Exemption {
  /** whether the city knows it at all */
  offered: boolean
  fromCap: boolean
  fromFee: boolean
  /** a sale somewhere else than at a home */
  fromPlace: boolean
}

export interface YardSaleSettings extends TranslatorSettings {
  feeCents: number
  /** per dwelling unit and calendar year, counted by the first day of the sale */
  salesPerYear: number
  /** per person and calendar year, wherever it is; 0: no such cap */
  salesPerPersonPerYear: number
  /** days from the last day of one sale to the first day of the next at the same home; 0: none */
  gapDays: number
  maxDays: number
  consecutiveOnly: boolean
  /** ISO weekdays, 1 is Monday */
  weekdays: readonly number[]
  /** full hours, 0 to 24 */
  fromHour: number
  untilHour: number
  /** full days between today and the first day of the sale; 0: the same day is fine */
  leadDays: number
  aheadDays: number
  occupancyProof: boolean
  charity: Exemption
  courtOrder: Exemption
  /** canceled by then, a sale does not count */
  cancelDaysBefore: number
  cancelUntilTime: string
  /** a sale that rain kept from happening moves, and keeps its number */
  rainReportDays: number
  rainMoveDays: number
  cityName: string
  streets: readonly StreetRange[]
}

export const defaults: YardSaleSettings = {
  ...noTranslators,
  feeCents: 500,
  salesPerYear: 2,
  salesPerPersonPerYear: 0,
  gapDays: 0,
  maxDays: 3,
  consecutiveOnly: true,
  weekdays: [5, 6, 7],
  fromHour: 7,
  untilHour: 20,
  leadDays: 1,
  aheadDays: 180,
  occupancyProof: true,
  charity: { offered: true, fromCap: true, fromFee: true, fromPlace: true },
  courtOrder: { offered: true, fromCap: true, fromFee: true, fromPlace: false },
  cancelDaysBefore: 1,
  cancelUntilTime: '16:30',
  rainReportDays: 3,
  rainMoveDays: 30,
  cityName: 'Beaumont',
  streets: demoStreets,
}

/** Days that the kiosk's calendar goes ahead, and how many of them can be chosen. */
export const calendar = { daysAhead: 365, most: 7 }

export const settingRules: SettingRules = {
  ...translatorRules,
  salesPerYear: { to: 366 },
  salesPerPersonPerYear: { to: 366 },
  gapDays: { to: 366 },
  maxDays: { from: 1, to: calendar.most },
  weekdays: { from: 1, once: true },
  'weekdays[]': { from: 1, to: 7 },
  fromHour: { to: opening.to },
  untilHour: { from: closing.from, to: 24, moreThan: 'fromHour' },
  leadDays: { to: calendar.daysAhead },
  aheadDays: { to: calendar.daysAhead, atLeast: 'leadDays' },
  cancelDaysBefore: { to: 366 },
  rainReportDays: { to: 366 },
  rainMoveDays: { to: 366 },
  cityName: { from: 1, to: 80 },
  'streets[].from': { to: 99_999 },
  'streets[].to': { to: 99_999, atLeast: 'from' },
  'streets[].side': { oneOf: ['odd', 'even'] },
  'streets[].city': { oneOf: ['in', 'out'] },
}
