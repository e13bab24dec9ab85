import { randomBytes } from 'node:crypto'
import type { Database } from '../database/pool.ts'

/** The key that tickets' secrets are made with: made once, the same on every node. */
export const readServerKey = async (pool: Database): Promise<Buffer> => {
  await pool.query(
    `insert into server_key (name, key) values ('tickets', $1) on conflict (name) do nothing`,
    [randomBytes(32)],
  )
  const { rows } = await pool.query<{ key: Buffer }>(`select key from server_key where name = 'tickets'`)
  const key = rows[0]?.key
  if (!key) throw new Error('The key of the tickets could not be kept')
  return key
}
