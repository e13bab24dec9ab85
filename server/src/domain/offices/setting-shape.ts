import { holdsCardNumber } from '../answers/card-number.ts'
import { plainText } from '../answers/plain-text.ts'
import { isCivilDate } from '../time.ts'
import { isInOrder, isWithin, ruleAt } from './setting-rules.ts'
import type { SettingRule, SettingRules } from './setting-rules.ts'

const mostOfAnything = 100_000_000
const longestText = 200
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

type Parts = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The part of a setting that is not as it should be, what it is by default, and what it may be. */
export interface SettingMisfit {
  /** "fareCents.day.regular", "weekdays[1]" */
  path: string
  known: unknown
  rule: SettingRule
  /** the setting beside it with which it does not go together */
  beside?: { name: string; value: unknown }
}

const isText = (value: string, rule: SettingRule): boolean =>
  plainText(value, longestText).ok && !holdsCardNumber(value) && isWithin(value.trim().length, rule)

const plainFits = (known: unknown, value: unknown, rule: SettingRule): boolean => {
  if (rule.oneOf) return typeof value === 'string' && rule.oneOf.includes(value)
  if (rule.date) return isCivilDate(value)
  if (typeof known === 'number')
    return Number.isInteger(value) && isWithin(Number(value), { to: mostOfAnything, ...rule })
  if (typeof known === 'string' && timeOfDay.test(known)) return timeOfDay.test(String(value))
  return typeof value === typeof known && (typeof value !== 'string' || isText(value, rule))
}

const listFits = (values: readonly unknown[], rule: SettingRule): boolean =>
  isWithin(values.length, rule) && (!rule.once || new Set(values).size === values.length)

/** Of the named parts, or of all, the first that is less than what stands beside it. */
export const orderMisfit = (
  parts: Parts,
  rules: SettingRules,
  path = '',
  names: readonly string[] = Object.keys(parts),
): SettingMisfit | null => {
  for (const name of names) {
    const place = path === '' ? name : `${path}.${name}`
    const rule = ruleAt(rules, place)
    if (!rule || isInOrder(parts[name], rule, parts)) continue
    const other = rule.moreThan ?? rule.atLeast ?? ''
    return { path: place, known: parts[name], rule, beside: { name: other, value: parts[other] } }
  }
  return null
}

/**
 * Why a city may not set `value` where a service has `known` by default, or null: amounts, limits and days are whole and not
 * negative, a time of day stays one, what has parts keeps them and gets no others, and each is as its rule has it; single amounts
 * of a table may be left out.
 */
export const settingMisfit = (
  known: unknown,
  value: unknown,
  path: string,
  rules: SettingRules = {},
): SettingMisfit | null => {
  const first = (parts: readonly [unknown, unknown, string][]): SettingMisfit | null =>
    parts.map((part) => settingMisfit(...part, rules)).find((misfit) => misfit !== null) ?? null
  const rule = ruleAt(rules, path)
  const misfit = { path, known, rule: rule ?? {} }
  if (known === null || (known === undefined && !rule)) return null
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || !listFits(value, rule ?? {})) return misfit
    return first(value.map((each, at) => [known[0] as unknown, each, `${path}[${at}]`]))
  }
  if (isObject(known)) {
    if (!isObject(value)) return misfit
    const kept = Object.entries(known).filter(
      ([name, part]) => typeof part === 'object' || Object.hasOwn(value, name),
    )
    const more = Object.keys(value).filter((name) => !Object.hasOwn(known, name))
    const stray = more.find((name) => !ruleAt(rules, `${path}.${name}`))
    if (stray !== undefined) return { path: `${path}.${stray}`, known: undefined, rule: {} }
    return (
      first(kept.map(([name, part]) => [part, value[name], `${path}.${name}`])) ??
      first(more.map((name) => [undefined, value[name], `${path}.${name}`])) ??
      orderMisfit(value, rules, path)
    )
  }
  return plainFits(known, value, rule ?? {}) ? null : misfit
}
