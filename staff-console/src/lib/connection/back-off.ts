/** How long to wait before the next attempt: doubles from 300 ms to 5 s, spread so that windows do not ask in step. */
export const backOffMs = (attempt: number, random: () => number = Math.random): number =>
  Math.min(5000, 300 * 2 ** attempt) * (0.75 + random() * 0.25)
