export const denominations = [10_000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1] as const

export type Denomination = (typeof denominations)[number]

export type Count = Readonly<Partial<Record<Denomination, number>>>

export const countedCents = (count: Count): number =>
  denominations.reduce((sum, denomination) => sum + denomination * (count[denomination] ?? 0), 0)
