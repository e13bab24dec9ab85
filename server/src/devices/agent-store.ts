import type { Database } from '../database/pool.ts'

/** An agent that no node has seen for this long is gone. */
export const goneMs = 6_000
const isGone = `(seen_at is null or seen_at < now() - interval '${goneMs} milliseconds')`

/** A connection of an agent, and the journal in which it keeps what it did with each job. */
export interface AgentConnection {
  deviceId: string
  connection: string
  journal: string
}

export interface Holding {
  /** whether the device was taken from an agent with another journal that is still there */
  taken: boolean
  /** what is to be printed before so many milliseconds from now may have been given to another journal; null where there was none */
  printsInMs: number | null
}

/** From now on this connection speaks for the device, and no other one. */
export const holdDevice = async (
  pool: Database,
  { deviceId, connection, journal }: AgentConnection,
): Promise<Holding> => {
  const { rows } = await pool.query<{ taken: boolean; wait: number | null }>(
    `with before as (
       select id, journal <> $3 as other, not ${isGone} as there, seen_at from device where id = $1 for update)
     update device set connection = $2, journal = $3, seen_at = now(),
       prints_from = case when other then before.seen_at + interval '${goneMs} milliseconds' else prints_from end
     from before where device.id = before.id
     returning coalesce(other and there, false) as taken, (extract(epoch from prints_from - now()) * 1000)::float8 as wait`,
    [deviceId, connection, journal],
  )
  return { taken: rows[0]?.taken ?? false, printsInMs: rows[0]?.wait ?? null }
}

/** Says that these connections are there now. @returns those of them that still hold their device, at whichever node */
export const seeHolders = async (
  pool: Database,
  connections: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (connections.length === 0) return new Set()
  const { rows } = await pool.query<{ connection: string }>(
    'update device set seen_at = now() where connection = any($1) returning connection',
    [connections],
  )
  return new Set(rows.map(({ connection }) => connection))
}

/** Whether no agent has been seen with this device's token lately. */
export const isDeviceFree = async (pool: Database, deviceId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(`select from device where id = $1 and ${isGone}`, [deviceId])
  return rowCount === 1
}

/** The agents of an office that no node has seen lately. */
export const unseenAgents = async (pool: Database, officeId: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `select id from device where office = $1 and kind = 'agent' and ${isGone}`,
    [officeId],
  )
  return rows.map((row) => row.id)
}
