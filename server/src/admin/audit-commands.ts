import { z } from 'zod'
import { inTransaction } from '../database/transaction.ts'
import { businessDay } from '../domain/time.ts'
import { verifyChain } from '../office/verify-chain.ts'
import { verifyLedger } from '../office/verify-ledger.ts'
import { disagreements, missingNumbers } from '../reports/day-sheet.ts'
import { daySheetLines, disagreementLine } from '../reports/day-sheet-words.ts'
import { readDaySheet } from '../reports/read-day-sheet.ts'
import { existingOffice, UsageError, type AdminCommand } from './admin-command.ts'

const dateSchema = z.iso.date().optional()

/** What an auditor asks. Nothing here writes; what is not as it should be ends the command with an error. */
export const auditCommands: Readonly<Record<string, AdminCommand>> = {
  'day-sheet': {
    usage: 'day-sheet OFFICE [DATE]',
    about:
      'the money of a business day (today unless told) by ledger and receipts, checked against what the tills say',
    onlyReads: true,
    run: async (context) => {
      const officeId = await existingOffice(context)
      const date = dateSchema.safeParse(context.words[1])
      if (!date.success) throw new UsageError('DATE should be a day like 2026-11-23')
      const sheet = await readDaySheet(
        context.pool,
        officeId,
        (zone) => date.data ?? businessDay(Date.now(), zone),
      )
      if (!sheet) throw new UsageError(`${officeId} is not open yet: init-office first`)
      for (const line of daySheetLines(sheet)) context.say(line)
      const wrong = disagreements(sheet).map(disagreementLine)
      if (wrong.length > 0)
        throw new UsageError(['Ledger, receipts and tills DO NOT AGREE:', ...wrong].join('\n'))
      if (missingNumbers(sheet).length > 0) throw new UsageError('RECEIPTS ARE MISSING.')
      context.say('')
      context.say('Ledger, receipts and tills agree.')
    },
  },
  verify: {
    usage: 'verify OFFICE',
    about:
      'whether the log of an office is as it was written, from its first fact to its last, and the ledger with it',
    onlyReads: true,
    run: async (context) => {
      const officeId = await existingOffice(context)
      const { chain, wrongEntry } = await inTransaction(context.pool, async (connection) => {
        await connection.query('set transaction isolation level repeatable read, read only')
        return {
          chain: await verifyChain(connection, officeId),
          wrongEntry: await verifyLedger(connection, officeId),
        }
      })
      const problems = [
        ...(chain.ok ? [] : [`The chain is broken: fact ${chain.seq} is missing or not what was stored.`]),
        ...(wrongEntry === null ? [] : [`The ledger does not agree with fact ${wrongEntry}.`]),
      ]
      if (problems.length > 0) throw new UsageError(problems.join('\n'))
      context.say(`${chain.seq} facts, chain intact, ledger agrees.`)
    },
  },
}
