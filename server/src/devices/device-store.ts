import type { Database } from '../database/pool.ts'
import { tokenHash } from '../staff/secret-token.ts'

export type DeviceKind = 'kiosk' | 'display' | 'agent'

export interface Device {
  id: string
  officeId: string
  kind: DeviceKind
  /** where a kiosk's tickets come out */
  printerId: string | null
}

interface DeviceRow {
  id: string
  office: string
  kind: DeviceKind
  printer_id: string | null
}

export interface NewDevice extends Device {
  name: string
  token: string
}

/** Keeps a token that ends, as a hash: whoever shows it later is known for what they are. */
const remembering = (ending: string): string => `
  with ending as (select id, token_hash from device where ${ending}),
       remembered as (
         insert into ended_token (token_hash, device, ended_at) select token_hash, id, now() from ending
         on conflict do nothing
       )`

/**
 * A device that is enrolled again gets the new token, and the old one opens nothing any more.
 * @returns false when the id is that of a device of another kind or office, which is left alone
 */
export const enrollDevice = async (pool: Database, device: NewDevice): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `${remembering('id = $1 and office = $2 and kind = $3 and token_hash <> $5')}
     insert into device (id, office, kind, name, token_hash, printer_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set
       name = excluded.name, token_hash = excluded.token_hash, printer_id = excluded.printer_id, revoked_at = null
     where device.office = excluded.office and device.kind = excluded.kind`,
    [device.id, device.officeId, device.kind, device.name, tokenHash(device.token), device.printerId],
  )
  return rowCount === 1
}

/** A new token for a device in use, and the old one opens nothing any more. @returns its kind, or null when there is none */
export const renewToken = async (
  pool: Database,
  deviceId: string,
  token: string,
): Promise<DeviceKind | null> => {
  const { rows } = await pool.query<{ kind: DeviceKind }>(
    `${remembering('id = $1 and revoked_at is null')}
     update device set token_hash = $2 where id = $1 and revoked_at is null returning kind`,
    [deviceId, tokenHash(token)],
  )
  return rows[0]?.kind ?? null
}

/** @returns false when there is no such device */
export const revokeDevice = async (pool: Database, deviceId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `${remembering('id = $1 and revoked_at is null')}
     update device set revoked_at = now() where id = $1 and revoked_at is null`,
    [deviceId],
  )
  return rowCount === 1
}

/** Of these hashes one that was the token of a device and has ended. @returns that device */
export const deviceOfEndedToken = async (
  pool: Database,
  hashes: readonly string[],
): Promise<string | null> => {
  const { rows } = await pool.query<{ device: string }>(
    'select device from ended_token where token_hash = any($1) limit 1',
    [hashes],
  )
  return rows[0]?.device ?? null
}

export const deviceByToken = async (pool: Database, hash: string): Promise<Device | null> => {
  const { rows } = await pool.query<DeviceRow>(
    'select id, office, kind, printer_id from device where token_hash = $1 and revoked_at is null',
    [hash],
  )
  const row = rows[0]
  return row ? { id: row.id, officeId: row.office, kind: row.kind, printerId: row.printer_id } : null
}

/** Whether a printer of this office may be at this device. */
export const isAgentOf = async (pool: Database, officeId: string, deviceId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from device where office = $1 and id = $2 and kind = 'agent'`,
    [officeId, deviceId],
  )
  return rowCount === 1
}

/** Which of these tokens still open a door. */
export const livingDevices = async (pool: Database, hashes: readonly string[]): Promise<Set<string>> => {
  const { rows } = await pool.query<{ token_hash: string }>(
    'select token_hash from device where token_hash = any($1) and revoked_at is null',
    [hashes],
  )
  return new Set(rows.map((row) => row.token_hash))
}
