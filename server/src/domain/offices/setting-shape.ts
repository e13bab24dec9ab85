const mostOfAnything = 100_000_000
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fitsObject = (known: Readonly<Record<string, unknown>>, value: Readonly<Record<string, unknown>>) =>
  Object.entries(known).every(([name, part]) =>
    Object.hasOwn(value, name) ? fitsSetting(part, value[name]) : typeof part !== 'object',
  )

/**
 * Whether a city may set `value` where a service has `known` by default: amounts, limits and days are whole and not negative,
 * a time of day stays one, and what has parts keeps them; single amounts of a table may be left out.
 */
export const fitsSetting = (known: unknown, value: unknown): boolean => {
  if (known === null || known === undefined) return true
  if (Array.isArray(known))
    return Array.isArray(value) && value.every((each) => fitsSetting(known[0] as unknown, each))
  if (isObject(known)) return isObject(value) && fitsObject(known, value)
  if (typeof known === 'number')
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostOfAnything
  if (typeof known === 'string' && timeOfDay.test(known)) return timeOfDay.test(String(value))
  return typeof value === typeof known
}
