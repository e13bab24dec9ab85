import type { StaffView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import type { Role } from '../domain/command.ts'
import { hashPassword } from './password.ts'

export interface NewStaff {
  id: string
  officeId: string
  login: string
  name: string
  roles: readonly Role[]
  password: string
}

/** Logins are one word, however they are typed. */
export const loginKey = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

/** Whoever has left keeps their name, for what they did, and has no rights. */
export const staffOf = async (pool: Database, officeId: string): Promise<readonly StaffView[]> => {
  const { rows } = await pool.query<{ id: string; name: string; roles: Role[] }>(
    `select id, name, case when active then roles else '{}' end as roles from staff
     where office = $1 order by name`,
    [officeId],
  )
  return rows.map(({ id, name, roles }) => ({ id, name, roles }))
}

/** Leaves someone with this login as they are. @returns false when the login is taken */
export const addStaff = async (pool: Database, staff: NewStaff): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `insert into staff (id, office, login, name, password_hash, roles) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [
      staff.id,
      staff.officeId,
      loginKey(staff.login),
      staff.name,
      await hashPassword(staff.password),
      staff.roles,
    ],
  )
  return rowCount === 1
}

export interface StaffChange {
  name?: string
  roles?: readonly Role[]
}

/** Another name or other roles, from their next request on. @returns how they are now, or null when nobody has this login */
export const changeStaff = async (
  pool: Database,
  login: string,
  { name, roles }: StaffChange,
): Promise<{ name: string; roles: readonly Role[] } | null> => {
  const { rows } = await pool.query<{ name: string; roles: Role[] }>(
    `update staff set name = coalesce($2, name), roles = coalesce($3, roles) where login = $1 and active
     returning name, roles`,
    [loginKey(login), name ?? null, roles ?? null],
  )
  return rows[0] ?? null
}

/** A new password ends every session of its owner. @returns false when nobody has this login */
export const setPassword = async (pool: Database, login: string, password: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `with changed as (update staff set password_hash = $2 where login = $1 and active returning id),
          ended as (delete from session using changed where session.staff = changed.id)
     select id from changed`,
    [loginKey(login), await hashPassword(password)],
  )
  return rowCount === 1
}

/**
 * Someone leaves: their login and every session end, their name stays with what they did. A node that has just seen a session
 * forgets it within seconds.
 * @returns null when nobody has this login
 */
export const removeStaff = async (
  pool: Database,
  login: string,
): Promise<{ name: string; openTills: number; window: string | null } | null> => {
  const { rows } = await pool.query<{ name: string; openTills: number; window: string | null }>(
    `with gone as (update staff set active = false where login = $1 and active returning id, office, name),
          ended as (delete from session using gone where session.staff = gone.id)
     select name, (select count(*)::int from till
       where till.office = gone.office and till.clerk_id = gone.id and till.state = 'open') as "openTills",
       (select label from service_window at
        where at.office = gone.office and at.clerk_id = gone.id and at.live) as window from gone`,
    [loginKey(login)],
  )
  return rows[0] ?? null
}

/** Whether this is the login of someone who was removed. */
export const isFormerStaff = async (pool: Database, login: string): Promise<boolean> => {
  const { rowCount } = await pool.query('select from staff where login = $1 and not active', [
    loginKey(login),
  ])
  return rowCount === 1
}

/** @returns false when nobody with this login was removed */
export const restoreStaff = async (pool: Database, login: string, password: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'update staff set active = true, password_hash = $2 where login = $1 and not active',
    [loginKey(login), await hashPassword(password)],
  )
  return rowCount === 1
}

export interface Credentials {
  id: string
  officeId: string
  name: string
  roles: readonly Role[]
  passwordHash: string
}

export const credentialsOf = async (pool: Database, login: string): Promise<Credentials | null> => {
  const { rows } = await pool.query<{
    id: string
    office: string
    name: string
    roles: Role[]
    password_hash: string
  }>('select id, office, name, roles, password_hash from staff where login = $1 and active', [
    loginKey(login),
  ])
  const row = rows[0]
  if (!row) return null
  const { id, office, name, roles, password_hash } = row
  return { id, officeId: office, name, roles, passwordHash: password_hash }
}
