const mostOfAnything = 100_000_000
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The part of a setting that is not as it should be, and what it is by default. */
export interface SettingMisfit {
  /** "fareCents.day.regular", "weekdays[1]" */
  path: string
  known: unknown
}

const plainFits = (known: unknown, value: unknown): boolean => {
  if (typeof known === 'number')
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostOfAnything
  if (typeof known === 'string' && timeOfDay.test(known)) return timeOfDay.test(String(value))
  return typeof value === typeof known
}

/**
 * Why a city may not set `value` where a service has `known` by default, or null: amounts, limits and days are whole and not
 * negative, a time of day stays one, and what has parts keeps them; single amounts of a table may be left out.
 */
export const settingMisfit = (known: unknown, value: unknown, path: string): SettingMisfit | null => {
  const first = (parts: readonly [unknown, unknown, string][]): SettingMisfit | null =>
    parts.map((part) => settingMisfit(...part)).find((misfit) => misfit !== null) ?? null
  const misfit = { path, known }
  if (known === null || known === undefined) return null
  if (Array.isArray(known)) {
    if (!Array.isArray(value)) return misfit
    return first(value.map((each, at) => [known[0] as unknown, each, `${path}[${at}]`]))
  }
  if (isObject(known)) {
    if (!isObject(value)) return misfit
    const kept = Object.entries(known).filter(
      ([name, part]) => typeof part === 'object' || Object.hasOwn(value, name),
    )
    return first(kept.map(([name, part]) => [part, value[name], `${path}.${name}`]))
  }
  return plainFits(known, value) ? null : misfit
}
