import type { SettingRules } from '../../domain/offices/setting-rules.ts'
import { noTranslators, translatorRules } from '../translators.ts'
import type { TranslatorSettings } from '../translators.ts'

export interface PetTagSettings extends TranslatorSettings {
  /** for 1, 2 and 3 years; a term without a fee is not sold */
  alteredFeesCents: readonly number[]
  unalteredFeesCents: readonly number[]
  lateFeeCents: number
  /** days after the expiry in which a renewal is not late */
  graceDays: number
  replacementFeeCents: number
  /** a new term begins where the old one ended, or today */
  startFrom: 'old-expiry' | 'today'
  /** a license that expired longer ago starts today in any case; less than a year, for a term that is over helps nobody */
  backdateDays: number
  /** whether a license may end early, with the vaccine; else the dog is vaccinated again first */
  vaccineTerm: boolean
  /** whether a lost tag asks for a signed statement */
  lostTagStatement: boolean
}

export const defaults: PetTagSettings = {
  ...noTranslators,
  alteredFeesCents: [2500, 4000, 5500],
  unalteredFeesCents: [10000],
  lateFeeCents: 2000,
  graceDays: 30,
  replacementFeeCents: 500,
  startFrom: 'old-expiry',
  backdateDays: 90,
  vaccineTerm: true,
  lostTagStatement: true,
}

export const settingRules: SettingRules = {
  ...translatorRules,
  alteredFeesCents: { from: 1, to: 3 },
  unalteredFeesCents: { from: 1, to: 3 },
  graceDays: { to: 366 },
  startFrom: { oneOf: ['old-expiry', 'today'] },
  backdateDays: { to: 364 },
}
