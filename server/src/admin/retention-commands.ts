import { ownWords } from '../contract/schemas.ts'
import { keepEverything, setRetention } from '../retention/retention-store.ts'
import { keptDays } from '../office/retention.ts'
import { keptSecurityDays } from '../retention/sweeps.ts'
import { existingOffice, option, UsageError, type AdminCommand, type AdminContext } from './admin-command.ts'

const leastDays = 730
const mostDays = 36_500

/** Whatever the city decides of its forms. */
const leavings = `Papers to print go after ${keptDays.print} days all the same, and what was refused to strangers after ${keptSecurityDays}; the city’s own records, such as a dog’s, stay.`

const days = (context: AdminContext, name: string): number => {
  const given = option(context, name)
  const count = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (count < leastDays || count > mostDays)
    throw new UsageError(`--${name} should be days, ${leastDays} at least: the law asks for two years`)
  return count
}

export const retentionCommands: Readonly<Record<string, AdminCommand>> = {
  'set-retention': {
    usage: 'set-retention OFFICE --resolution TEXT --intakes DAYS --receipts DAYS',
    about:
      'destroys forms, with answers, names and what was issued, and payers after so many days, by a resolution of the council; until it is set, these are kept',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const resolution = ownWords(200, 1).safeParse(option(context, 'resolution'))
      if (!resolution.success)
        throw new UsageError('--resolution should be its number or title, 200 characters at most')
      const intakeDays = days(context, 'intakes')
      const receiptDays = days(context, 'receipts')
      await setRetention(context.pool, officeId, { resolution: resolution.data, intakeDays, receiptDays })
      context.say(
        `${officeId} destroys forms, with answers, names and what was issued, after ${intakeDays} days, payers after ${receiptDays}, by ${resolution.data}.`,
      )
      context.say(leavings)
    },
  },
  'keep-everything': {
    usage: 'keep-everything OFFICE',
    about:
      'forms, what was issued and payers are destroyed no more, as when a court asks for it; papers to print still go after a week',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const changed = await keepEverything(context.pool, officeId)
      context.say(
        `${officeId} keeps forms, what was issued and payers ${changed ? 'from now on' : 'already'}.`,
      )
      context.say(leavings)
    },
  },
}
