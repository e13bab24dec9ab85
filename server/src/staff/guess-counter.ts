import type { Database } from '../database/pool.ts'
import type { Instant } from '../domain/time.ts'
import type { LockOutPolicy } from './lock-out.ts'

/**
 * Counts a guess at `subject` before it is looked at, so that guesses made at the same time all count. The guess that reaches
 * the policy's number is still tried; the ones after it wait, twice as long each time.
 * @returns until when the subject is locked, or null when this guess may be tried
 */
export const countGuess = async (
  pool: Database,
  subject: string,
  policy: LockOutPolicy,
): Promise<Instant | null> => {
  const { rowCount } = await pool.query(
    `insert into sign_in_guess as known (subject, guesses, last_at) values ($1, 1, now())
     on conflict (subject) do update set
       guesses = case when known.last_at < now() - interval '1 day' then 1 else known.guesses + 1 end,
       locked_until = case
         when known.last_at < now() - interval '1 day' or known.guesses + 1 < $2 then null
         else now() + interval '1 millisecond' *
           least($4::float8, $3::float8 * power(2, least(known.guesses + 1 - $2, 30))) end,
       last_at = now()
     where known.locked_until is null or known.locked_until <= now()`,
    [subject, policy.freeGuesses, policy.firstLockMs, policy.longestLockMs],
  )
  if (rowCount === 1) return null
  const { rows } = await pool.query<{ locked_until: Instant | null }>(
    'select locked_until from sign_in_guess where subject = $1',
    [subject],
  )
  return rows[0]?.locked_until ?? null
}

/** The right password was given: earlier guesses are forgiven, and with them everyone's of long ago. */
export const forgetGuesses = async (pool: Database, subjects: readonly string[]): Promise<void> => {
  await pool.query(
    `delete from sign_in_guess where subject = any($1) or last_at < now() - interval '1 day'`,
    [subjects],
  )
}
