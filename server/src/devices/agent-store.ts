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

/**
 * From now on this connection speaks for the device, and no other one.
 * @returns whether it was taken from an agent with another journal that is still there
 */
export const holdDevice = async (
  pool: Database,
  { deviceId, connection, journal }: AgentConnection,
): Promise<boolean> => {
  const { rows } = await pool.query<{ taken: boolean }>(
    `with before as (select id, journal <> $3 and not ${isGone} as taken from device where id = $1 for update)
     update device set connection = $2, journal = $3, seen_at = now() from before where device.id = before.id
     returning coalesce(taken, false) as taken`,
    [deviceId, connection, journal],
  )
  return rows[0]?.taken ?? false
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

/** @returns those of the jobs that this connection may have: it holds the device, and no other journal knows of them */
export const claimJobs = async (
  pool: Database,
  { deviceId, connection, journal }: AgentConnection,
  jobIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await pool.query<{ job_id: string }>(
    `update print_job set given_to = $3 from device
     where device.id = $1 and device.connection = $2 and job_id = any($4)
       and (given_to is null or given_to = $3)
     returning job_id`,
    [deviceId, connection, journal, jobIds],
  )
  return new Set(rows.map((row) => row.job_id))
}

/** Of these jobs the ones that an agent with another journal was given. */
export const jobsOfOthers = async (
  pool: Database,
  journal: string,
  jobIds: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ job_id: string }>(
    'select job_id from print_job where job_id = any($2) and given_to <> $1',
    [journal, jobIds],
  )
  return rows.map((row) => row.job_id)
}
