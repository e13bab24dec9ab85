import type { SessionView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import { ok, refuse, type Result } from '../domain/result.ts'
import { countGuess, forgetGuesses } from './guess-counter.ts'
import { addressPolicy, loginPolicy, placePolicy } from './lock-out.ts'
import { isPassword } from './password.ts'
import { startSession } from './session-store.ts'
import { credentialsOf, loginKey } from './staff-store.ts'

interface SignedIn {
  token: string
  session: SessionView
}

/**
 * Refusals: `wrong-credentials`, the same for an unknown login as for a wrong password, in words and in time; `locked-out`
 * with `untilMs`.
 */
export const signIn = async (
  pool: Database,
  given: { login: string; password: string; address: string },
): Promise<Result<SignedIn, 'wrong-credentials' | 'locked-out'>> => {
  const login = loginKey(given.login)
  const address = `address:${given.address}`
  const place = `place:${given.address} ${login}`
  // One after the other: whoever may not guess from here any more shall not keep the login locked for others.
  const locked =
    (await countGuess(pool, address, addressPolicy)) ??
    (await countGuess(pool, place, placePolicy)) ??
    (await countGuess(pool, `login:${login}`, loginPolicy))
  if (locked !== null) return refuse('locked-out', { untilMs: locked })

  const someone = await credentialsOf(pool, given.login)
  const right = await isPassword(given.password, someone?.passwordHash ?? null)
  if (!someone || !right) return refuse('wrong-credentials')

  await forgetGuesses(pool, [place, address, `login:${login}`])
  const { id, officeId, name, roles } = someone
  const token = await startSession(pool, id)
  return ok({ token, session: { officeId, staff: { id, name, roles } } })
}
