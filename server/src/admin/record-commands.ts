import { putRecords } from '../records/city-record-store.ts'
import { importPetRecords } from '../services/pet-tag/import-records.ts'
import { UsageError, word, type AdminCommand } from './admin-command.ts'

const shownProblems = 20

export const recordCommands: Readonly<Record<string, AdminCommand>> = {
  'import-pets': {
    usage: 'import-pets FILE.csv [--all]',
    about:
      'license records of pets; a tag that is there already is replaced, unless the counter has changed it since',
    run: async (context) => {
      const { records, problems } = importPetRecords(await context.readFile(word(context, 0, 'FILE.csv')))
      const mode = 'all' in context.options ? 'replace' : 'replace-imported'
      const stored = await putRecords(context.pool, records, mode)
      if (records.length === 0 && problems.length > 0)
        throw new UsageError(
          `FILE.csv has no record that could be read: ${problems
            .map(({ line, column, code }) => `line ${line}, ${column}: ${code}`)
            .slice(0, shownProblems)
            .join('; ')}`,
        )
      context.say(`${stored} records are in.`)
      const left = records.length - stored
      if (left > 0)
        context.say(`${left} were left: changed at the counter since. With --all they are replaced too.`)
      for (const { line, column, code } of problems.slice(0, shownProblems))
        context.say(`Line ${line}, ${column}: ${code}; left out.`)
      if (problems.length > shownProblems)
        context.say(`${problems.length - shownProblems} more lines are left out.`)
    },
  },
  list: {
    usage: 'list',
    about: 'offices with their windows, printers, devices, staff and how long they keep records',
    onlyReads: true,
    run: async ({ pool, say }) => {
      const { rows } = await pool.query<{ line: string }>(
        `select office || ': ' || line as line from (
           select id as office, 0 as part, 'office ' || coalesce(concat_ws(', ', city->>'office', city->>'name',
             city->>'address', city->>'phone', city->>'zone'), 'not open yet') as line
             from office left join office_settings on office_settings.office = office.id
           union all
           select office, 1, 'window ' || label || coalesce(', printer ' || printer_id, '') from service_window where live
           union all
           select office, 2, 'printer ' || id || ' at ' || device_id || ': ' || condition from printer where live
           union all
           select office, 3, kind || ' ' || id || ' "' || name || '"'
             || case when kind <> 'kiosk' then '' else ', ' || coalesce('printer ' || printer_id, 'no printer') end
             || case when revoked_at is null then '' else ', revoked' end from device
           union all
           select office, 4, 'staff ' || login || ': ' || array_to_string(roles, ', ')
             || case when active then '' else ', inactive' end from staff
           union all
           select office, 5, 'destroys after ' || intake_days || ' days, receipts after ' || receipt_days || ', by ' || resolution
             from retention
         ) as listed order by office, part, line`,
      )
      for (const { line } of rows) say(line)
      if (rows.length === 0) say('There is no office yet.')
    },
  },
}
