import type { SessionView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import { ok, refuse, type Result } from '../domain/result.ts'
import { countGuess, forgetGuesses } from './guess-counter.ts'
import { isKnownPlace, keepPlace } from './known-place.ts'
import { addressPolicy, loginPolicy, placePolicy, type LockOutPolicy } from './lock-out.ts'
import { isPassword } from './password.ts'
import { startSession } from './session-store.ts'
import { credentialsOf, loginKey } from './staff-store.ts'

interface SignedIn {
  token: string
  session: SessionView
}

/**
 * `network` is where it comes from, as `networkOf` has it. Refusals: `wrong-credentials`, the same for an unknown login as for a
 * wrong password, in words and in time; `locked-out` with `untilMs`.
 */
export const signIn = async (
  pool: Database,
  given: { login: string; password: string; network: string },
): Promise<Result<SignedIn, 'wrong-credentials' | 'locked-out'>> => {
  const login = loginKey(given.login)
  const { network } = given
  const counted: (readonly [subject: string, policy: LockOutPolicy])[] = [
    [`address:${network}`, addressPolicy],
    [`place:${network} ${login}`, placePolicy],
  ]
  if (!(await isKnownPlace(pool, login, network))) counted.push([`login:${login}`, loginPolicy])
  // One after the other: whoever may not guess from here any more shall not keep the login locked for others.
  for (const [subject, policy] of counted) {
    const untilMs = await countGuess(pool, subject, policy)
    if (untilMs !== null) return refuse('locked-out', { untilMs })
  }

  const someone = await credentialsOf(pool, given.login)
  const right = await isPassword(given.password, someone?.passwordHash ?? null)
  if (!someone || !right) return refuse('wrong-credentials')

  await forgetGuesses(
    pool,
    counted.map(([subject]) => subject),
  )
  const { id, officeId, name, roles } = someone
  await keepPlace(pool, id, network)
  const token = await startSession(pool, id)
  return ok({ token, session: { officeId, staff: { id, name, roles } } })
}
