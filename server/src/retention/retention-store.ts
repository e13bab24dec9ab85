import type { Database } from '../database/pool.ts'

export interface Retention {
  /** the council's, by which the city may destroy records */
  resolution: string
  intakeDays: number
  receiptDays: number
}

export const setRetention = async (
  pool: Database,
  officeId: string,
  { resolution, intakeDays, receiptDays }: Retention,
): Promise<void> => {
  await pool.query(
    `insert into retention (office, resolution, intake_days, receipt_days) values ($1, $2, $3, $4)
     on conflict (office) do update set resolution = excluded.resolution, intake_days = excluded.intake_days,
       receipt_days = excluded.receipt_days, set_at = now()`,
    [officeId, resolution, intakeDays, receiptDays],
  )
}

/** @returns false when everything was kept already */
export const keepEverything = async (pool: Database, officeId: string): Promise<boolean> => {
  const { rowCount } = await pool.query('delete from retention where office = $1', [officeId])
  return rowCount === 1
}
