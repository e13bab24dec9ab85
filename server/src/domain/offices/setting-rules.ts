/** What a setting may be beyond its kind, so that it means something. */
export interface SettingRule {
  /** the bounds of a number, of how many a list has, or of how long a text is; both inclusive */
  from?: number
  to?: number
  oneOf?: readonly string[]
  /** a day of the calendar */
  date?: true
  /** of a list: nothing stands in it twice */
  once?: true
  /** the name of a number or a day beside it that has to be less */
  moreThan?: string
  /** the name of a number or a day beside it that may be as much */
  atLeast?: string
}

/** By their places: "maxDays", "weekdays" the list itself, "weekdays[]" each of it, "free[].until" a part of each. */
export type SettingRules = Readonly<Record<string, SettingRule>>

export const ruleAt = (rules: SettingRules, path: string): SettingRule | undefined => {
  const place = path.replace(/\[\d+\]/g, '[]')
  return Object.hasOwn(rules, place) ? rules[place] : undefined
}

export const isWithin = (size: number, { from = 0, to = Infinity }: SettingRule): boolean =>
  size >= from && size <= to

/** Whether it is as much, or more, as what stands beside it; what is not there, or of another kind, is told elsewhere. */
export const isInOrder = (
  value: unknown,
  rule: SettingRule,
  beside: Readonly<Record<string, unknown>>,
): boolean => {
  const other = beside[rule.moreThan ?? rule.atLeast ?? '']
  const areNumbers = typeof value === 'number' && typeof other === 'number'
  const areTexts = typeof value === 'string' && typeof other === 'string'
  if (!areNumbers && !areTexts) return true
  return value > other || (rule.moreThan === undefined && value === other)
}
