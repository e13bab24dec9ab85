import type { BusPassSettings, FareClass, FreePeriod, Product } from './settings.ts'
import type { Period } from './period.ts'

/** The free period that covers the first day the pass is good for. */
export const freePeriodOf = (
  product: Product,
  fareClass: FareClass,
  period: Period,
  { free }: BusPassSettings,
): FreePeriod | null =>
  free.find(
    (each) =>
      each.fareClass === fareClass &&
      each.products.includes(product) &&
      each.from <= period.from &&
      period.from <= each.until,
  ) ?? null

/** What one pass costs, or null when this class cannot have that product. */
export const fareOf = (
  product: Product,
  fareClass: FareClass,
  period: Period,
  settings: BusPassSettings,
): number | null => {
  const cents = settings.fareCents[product][fareClass]
  if (cents === undefined) return null
  return freePeriodOf(product, fareClass, period, settings) ? 0 : cents
}
