/** The value below which `share` of the numbers lie; the numbers need no order. */
export const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5)

export const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Milliseconds of several rounds: of each percentile the median over the rounds. */
export interface Spread {
  p50Ms: number
  p99Ms: number
}

export const spreadOf = (rounds: readonly (readonly number[])[]): Spread => ({
  p50Ms: rounded(median(rounds.map((round) => percentile(round, 0.5)))),
  p99Ms: rounded(median(rounds.map((round) => percentile(round, 0.99)))),
})
