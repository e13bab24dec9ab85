import type { Database } from '../database/pool.ts'
import { inTransaction } from '../database/transaction.ts'
import { drawerAccount, overShortAccount } from '../domain/tills/ledger.ts'
import { addDays, instantOf, type CivilDate } from '../domain/time.ts'
import type { AccountSum, DaySheet, SheetReceipt, SheetRefund, SheetTill } from './day-sheet.ts'

const sql = {
  head: `select city ->> 'name' as city, city ->> 'office' as office, city ->> 'zone' as zone, now() as "readAt"
    from office_settings where office = $1`,
  accounts: `select account, sum(debit_cents) as "debitCents", sum(credit_cents) as "creditCents"
    from ledger_line join fact using (office, seq)
    where office = $1 and fact.at >= $2 and fact.at < $3
    group by account order by account`,
  tills: `with listed as (
      select * from till where office = $1 and business_day <= $2 and (closed_at is null or closed_at >= $3)
    ), moved as (
      select fact.body ->> 'tillId' as till,
        sum(debit_cents - credit_cents) filter (where account = '${drawerAccount}' and kind <> 'till-closed') as held,
        sum(credit_cents - debit_cents) filter (where account = '${overShortAccount}') as over_short
      from ledger_line join fact using (office, seq)
      where office = $1 and fact.at >= (select min(opened_at) from listed)
      group by 1
    )
    select listed.id, listed.business_day as "businessDay", opened_at as "openedAt", closed_at as "closedAt",
      float_cents as "floatCents", expected_cents as "expectedCents", counted_cents as "countedCents",
      coalesce(login, listed.clerk_id) as clerk, coalesce(label, window_id) as "windowLabel",
      coalesce(held, 0) as "ledgerCents", coalesce(over_short, 0) as "ledgerOverShortCents"
    from listed left join moved on moved.till = listed.id
      left join staff on staff.id = listed.clerk_id
      left join service_window on service_window.office = $1 and service_window.id = window_id
    order by opened_at`,
  receipts: `with voids as (
      select body ->> 'receiptId' as receipt,
        json_build_object('reason', body ->> 'reason', 'clerk', coalesce(login, actor)) as void
      from fact left join staff on 'clerk:' || staff.id = actor
      where fact.office = $1 and kind = 'payment-voided'
    )
    select number, till_id as "tillId", business_day as "businessDay", total_cents as "totalCents", tenders,
      voided_at as "voidedAt", void
    from receipt left join voids on voids.receipt = receipt.id
    where office = $1 and (business_day = $2 or till_id = any($3::text[]))
    order by number`,
  refunds: `select number, owed_cents as cents, body ->> 'reason' as reason, coalesce(login, actor) as clerk
    from fact join intake on intake.id = body ->> 'intakeId'
      join receipt on receipt.id = intake.receipt_id
      left join staff on 'clerk:' || staff.id = actor
    where fact.office = $1 and fact.at >= $2 and fact.at < $3
      and kind = 'intake-withdrawn' and body ->> 'reason' is not null and owed_cents > 0
    order by fact.seq`,
  lastNumberBefore: `select coalesce(max(number), 0) as number from receipt where office = $1 and business_day < $2`,
}

/** Reads it as it stands at one moment, and changes nothing. @returns null when the office is not open yet */
export const readDaySheet = (
  database: Database,
  officeId: string,
  dayOf: (zone: string) => CivilDate,
): Promise<DaySheet | null> =>
  inTransaction(database, async (connection) => {
    await connection.query('set transaction isolation level repeatable read, read only')
    const heads = await connection.query<Pick<DaySheet, 'city' | 'office' | 'zone' | 'readAt'>>(sql.head, [
      officeId,
    ])
    const [head] = heads.rows
    if (!head) return null
    const day = dayOf(head.zone)
    const [from, until] = [day, addDays(day, 1)].map((each) => new Date(instantOf(each, '00:00', head.zone)))
    const accounts = await connection.query<AccountSum>(sql.accounts, [officeId, from, until])
    const tills = await connection.query<SheetTill>(sql.tills, [officeId, day, from])
    const tillIds = tills.rows.map(({ id }) => id)
    const receipts = await connection.query<SheetReceipt>(sql.receipts, [officeId, day, tillIds])
    const refunds = await connection.query<SheetRefund>(sql.refunds, [officeId, from, until])
    const before = await connection.query<{ number: number }>(sql.lastNumberBefore, [officeId, day])
    return {
      ...head,
      day,
      accounts: accounts.rows,
      tills: tills.rows,
      receipts: receipts.rows,
      refunds: refunds.rows,
      lastNumberBefore: before.rows[0]?.number ?? 0,
    }
  })
