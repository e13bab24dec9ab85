import type { Language } from '../language.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'

/** Made when the first amount is written: the kiosk's first screen has none, and a weak box takes its time over it. */
let dollars: Intl.NumberFormat | undefined

/**
 * `4000` is "$40.00" in every language: the manner of the country, as bills, checks and the card's terminal write it. Vietnamese
 * with a comma for the cents would read as forty thousand. Below zero the sign stands first.
 */
export const formatCents = (cents: number, _language: Language): string => {
  dollars ??= new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
  return dollars.format(cents / 100)
}

const typedAmount = /^\$?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})?(?:\.(\d{0,2}))?$/

/** What someone types at a till: "40", "40.5", ".75", "$1,234.50". At most $9,999,999.99, never negative. */
export const parseCents = (typed: string): Result<number, 'not-an-amount'> => {
  const match = typedAmount.exec(typed.trim())
  const dollars = match?.[1]?.replaceAll(',', '')
  const cents = match?.[2]
  if (!dollars && !cents) return refuse('not-an-amount')
  return ok(Number(dollars ?? 0) * 100 + Number((cents ?? '').padEnd(2, '0')))
}
