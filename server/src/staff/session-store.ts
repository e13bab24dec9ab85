import type { StaffView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import type { Role } from '../domain/command.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'

export interface Session {
  tokenHash: string
  officeId: string
  staff: StaffView
}

/** A session ends after two hours without a request, and at the latest after a long working day. */
const idle = `interval '2 hours'`
const longest = `interval '14 hours'`

interface SessionRow {
  token_hash: string
  office: string
  id: string
  name: string
  roles: Role[]
}

/** @returns the session's token: the only time it is seen */
export const startSession = async (pool: Database, staffId: string): Promise<string> => {
  const token = newSecretToken()
  await pool.query(
    `with ended as (delete from session where expires_at <= now() or last_seen_at <= now() - ${idle})
     insert into session (token_hash, staff, created_at, last_seen_at, expires_at)
     values ($1, $2, now(), now(), now() + ${longest})`,
    [tokenHash(token), staffId],
  )
  return token
}

/** The living session of a token, which it keeps awake; null when it has ended or never was. */
export const readSession = async (pool: Database, hash: string): Promise<Session | null> => {
  const { rows } = await pool.query<SessionRow>(
    `update session set last_seen_at = now() from staff
     where session.token_hash = $1 and staff.id = session.staff and staff.active
       and session.expires_at > now() and session.last_seen_at > now() - ${idle}
     returning session.token_hash, staff.office, staff.id, staff.name, staff.roles`,
    [hash],
  )
  const row = rows[0]
  if (!row) return null
  return {
    tokenHash: row.token_hash,
    officeId: row.office,
    staff: { id: row.id, name: row.name, roles: row.roles },
  }
}

/** Which of these sessions still live; asking does not keep them awake. */
export const livingSessions = async (pool: Database, hashes: readonly string[]): Promise<Set<string>> => {
  const { rows } = await pool.query<{ token_hash: string }>(
    `select token_hash from session join staff on staff.id = session.staff
     where token_hash = any($1) and staff.active and expires_at > now() and last_seen_at > now() - ${idle}`,
    [hashes],
  )
  return new Set(rows.map((row) => row.token_hash))
}

export const endSession = async (pool: Database, hash: string): Promise<void> => {
  await pool.query('delete from session where token_hash = $1', [hash])
}
