import { keptDays } from '../office/retention.ts'

/** of what was refused to strangers: it is no record of the city's */
export const keptSecurityDays = 400

/** One kind of row whose time is over. Each statement takes `$1` rows at most, and none that another node is taking. */
export interface Sweep {
  what: string
  /** answers one row: `count` */
  sql: string
}

/** An office's records, by the word of its council, and a line on it for the auditor. */
const destruction = (
  what: 'intake' | 'issuance' | 'receipt',
  { due, gone, besides = '' }: { due: string; gone: string; besides?: string },
): Sweep => ({
  what,
  sql: `with due as (${due} limit $1 for update of file skip locked),
    gone as (${gone} returning due.office, due.resolution),
    ${besides}
    told as (
      insert into destruction (office, what, count, resolution)
      select office, '${what}', count(*), resolution from gone group by office, resolution
    )
    select count(*)::int as count from gone`,
})

const isDue = (days: string, kept: number): string =>
  `file.purge_at <= now() - make_interval(days => retention.${days} - ${kept})`

/** Leavings of the works that are no record of anything: they go without anybody's word. */
const leavings = (what: string, table: string, key: string, over: string): Sweep => ({
  what,
  sql: `with due as (select ${key} as key from ${table} where ${over} limit $1 for update skip locked),
    gone as (delete from ${table} using due where ${table}.${key} = due.key returning 1)
    select count(*)::int as count from gone`,
})

/** What is open keeps its rows, not what is `live`: the last day of an office that is closed for good never ends. */
export const sweeps: readonly Sweep[] = [
  destruction('intake', {
    due: `select file.intake_id, file.office, retention.resolution
     from intake_file file join retention on retention.office = file.office
     where ${isDue('intake_days', keptDays.intake)}
       and not exists (
         select from intake where intake.office = file.office and intake.id = file.intake_id
           and live and state not in ('issued', 'denied', 'withdrawn'))`,
    // Its corrections and its oath go with it; a cap's slot of years ago holds nobody back.
    gone: 'delete from intake_file using due where intake_file.intake_id = due.intake_id',
    besides: 'slots as (delete from claim using due where claim.intake_id = due.intake_id),',
  }),
  destruction('issuance', {
    due: `select file.id, file.office, retention.resolution
     from issuance file join retention on retention.office = file.office
     where file.valid_until < current_date and file.intake_id is not null
       and file.issued_at <= now() - make_interval(days => retention.intake_days)
       and not exists (select from intake_file where intake_file.intake_id = file.intake_id)`,
    gone: 'delete from issuance using due where issuance.id = due.id',
  }),
  destruction('receipt', {
    due: `select file.receipt_id, file.office, retention.resolution
     from receipt_file file join retention on retention.office = file.office
     where ${isDue('receipt_days', keptDays.receipt)}`,
    gone: 'delete from receipt_file using due where receipt_file.receipt_id = due.receipt_id',
  }),
  leavings(
    'print job',
    'print_job',
    'job_id',
    `purge_at <= now() and not exists (
       select from print where print.office = print_job.office and print.id = print_job.job_id
         and print.live and print.state in ('queued', 'stalled'))`,
  ),
  // A retry comes within a week or never.
  leavings('command key', 'command_key', 'ctid', `at < now() - interval '30 days'`),
  leavings('session', 'session', 'token_hash', 'expires_at < now()'),
  leavings('guess', 'sign_in_guess', 'subject', `last_at < now() - interval '1 day'`),
  leavings('known place', 'known_place', 'ctid', `last_at < now() - interval '60 days'`),
  leavings('security event', 'security_event', 'id', `at < now() - interval '${keptSecurityDays} days'`),
]
