/** How many guesses are free, and how long the wait then grows, doubling with each further one. */
export interface LockOutPolicy {
  freeGuesses: number
  firstLockMs: number
  longestLockMs: number
}

/** One login, guessed from one address. Whoever guesses elsewhere keeps nobody from their work. */
export const placePolicy: LockOutPolicy = {
  freeGuesses: 5,
  firstLockMs: 30_000,
  longestLockMs: 15 * 60_000,
}

/** One login, guessed from wherever it has not signed in lately: slow for an army of addresses, whose owner is at none of them. */
export const loginPolicy: LockOutPolicy = { freeGuesses: 50, firstLockMs: 5_000, longestLockMs: 60_000 }

/**
 * A counter often has one address for all its windows, so an address is given more guesses and a short lock: enough to make
 * trying one password on everyone slow, too little to close the counter.
 */
export const addressPolicy: LockOutPolicy = { freeGuesses: 30, firstLockMs: 5_000, longestLockMs: 60_000 }
