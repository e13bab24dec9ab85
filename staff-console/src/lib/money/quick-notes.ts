const steps = [100, 500, 1000, 2000, 5000, 10_000] as const

/** What people likely hand over for an amount: the exact sum first, then round sums of bills, ascending. */
export const quickNotes = (owedCents: number, most = 5): number[] => {
  if (owedCents <= 0) return []
  const round = steps.map((step) => Math.ceil(owedCents / step) * step)
  return [...new Set([owedCents, ...round])].sort((one, other) => one - other).slice(0, most)
}
