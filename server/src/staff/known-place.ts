import type { Database } from '../database/pool.ts'

/** Longer than anybody is away from their counter. */
const lately = `interval '60 days'`

/** Whether the owner of this login has signed in from there lately. */
export const isKnownPlace = async (pool: Database, login: string, network: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from known_place join staff on staff.id = known_place.staff
     where staff.login = $1 and network = $2 and last_at > now() - ${lately}`,
    [login, network],
  )
  return rowCount === 1
}

export const keepPlace = async (pool: Database, staffId: string, network: string): Promise<void> => {
  await pool.query(
    `insert into known_place (staff, network, last_at) values ($1, $2, now())
     on conflict (staff, network) do update set last_at = now()`,
    [staffId, network],
  )
}
