import { parseCents } from '@lobbyline/server/contract'

export const denominations = [10_000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1] as const

export type Denomination = (typeof denominations)[number]

export type Count = Readonly<Partial<Record<Denomination, number>>>

export const countedCents = (count: Count): number =>
  denominations.reduce((sum, denomination) => sum + denomination * (count[denomination] ?? 0), 0)

/** What was counted, by the whole sum if one is typed, else by the pieces; null while nothing is, or no amount. An empty drawer is a 0. */
export const counted = (
  total: string,
  pieces: Readonly<Partial<Record<Denomination, number | null>>>,
): number | null => {
  if (total.trim() === '') {
    const typed = Object.entries(pieces).filter((entry) => typeof entry[1] === 'number')
    return typed.length > 0 ? countedCents(Object.fromEntries(typed)) : null
  }
  const sum = parseCents(total)
  return sum.ok ? sum.value : null
}
