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
 * A device that is enrolled again gets the new token, and the old one opens nothing any more; without a printer it keeps the one it had,
 * as long as there is one.
 * @returns false when the id is that of a device of another kind or office, which is left alone
 */
export const enrollDevice = async (pool: Database, device: NewDevice): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `${remembering('id = $1 and office = $2 and kind = $3 and token_hash <> $5')}
     insert into device (id, office, kind, name, token_hash, printer_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set
       name = excluded.name, token_hash = excluded.token_hash, revoked_at = null,
       printer_id = coalesce(excluded.printer_id,
         (select id from printer where office = device.office and id = device.printer_id))
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

const deviceWhere = async (
  pool: Database,
  column: 'id' | 'token_hash',
  value: string,
): Promise<Device | null> => {
  const { rows } = await pool.query<DeviceRow>(
    `select id, office, kind, printer_id from device where ${column} = $1 and revoked_at is null`,
    [value],
  )
  const row = rows[0]
  return row ? { id: row.id, officeId: row.office, kind: row.kind, printerId: row.printer_id } : null
}

export const deviceByToken = (pool: Database, hash: string): Promise<Device | null> =>
  deviceWhere(pool, 'token_hash', hash)

export const deviceInUse = (pool: Database, id: string): Promise<Device | null> => deviceWhere(pool, 'id', id)

/** Whether a printer of this office may be at this device. */
export const isAgentOf = async (pool: Database, officeId: string, deviceId: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from device where office = $1 and id = $2 and kind = 'agent' and revoked_at is null`,
    [officeId, deviceId],
  )
  return rowCount === 1
}

/** The kiosks in use whose tickets come out of this printer. */
export const kiosksWith = async (
  pool: Database,
  officeId: string,
  printerId: string,
): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    'select id from device where office = $1 and printer_id = $2 and revoked_at is null order by id',
    [officeId, printerId],
  )
  return rows.map(({ id }) => id)
}

/** The printers that an agent owns, in whichever office. */
export const printersAt = async (pool: Database, deviceId: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    'select id from printer where device_id = $1 and live order by id',
    [deviceId],
  )
  return rows.map(({ id }) => id)
}

export interface DeviceChange {
  name?: string
  printerId?: string | null
}

/** Another name or printer for a device in use, which keeps its token. @returns false when there is none */
export const changeDevice = async (
  pool: Database,
  deviceId: string,
  { name, printerId }: DeviceChange,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update device set name = coalesce($2, name), printer_id = case when $3 then $4 else printer_id end
     where id = $1 and revoked_at is null`,
    [deviceId, name ?? null, printerId !== undefined, printerId ?? null],
  )
  return rowCount === 1
}

/** Where each of these tokens, as long as it opens a door, has its tickets printed. */
export const livingDevices = async (
  pool: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await pool.query<{ token_hash: string; printer_id: string | null }>(
    'select token_hash, printer_id from device where token_hash = any($1) and revoked_at is null',
    [hashes],
  )
  return new Map(rows.map((row) => [row.token_hash, row.printer_id]))
}
