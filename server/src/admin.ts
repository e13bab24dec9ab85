import { randomUUID } from 'node:crypto'
import { text as textOf } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { adminCommands as commands } from './admin/commands.ts'
import { UsageError, type AdminContext } from './admin/admin-command.ts'
import { readBytesGiven, readTextGiven } from './admin/given-file.ts'
import { help, helpOf, options, refuseOtherOptions } from './admin/help.ts'
import { ConfigurationError, readDatabaseUrl } from './configuration.ts'
import { refuseWrongClock, WrongClockError } from './database/clock.ts'
import { databaseProblem } from './database/database-problem.ts'
import { refuseUnfit } from './database/fit.ts'
import { migrate, waitingMigrations } from './database/migrate.ts'
import { createPool, type Database } from './database/pool.ts'
import { openOffice } from './office/open-office.ts'
import { services } from './services/index.ts'

/** An option without a value stands alone in the help. */
const parsedOptions = Object.fromEntries(
  Object.keys(options).map((words) => {
    const [name = '', value] = words.slice(2).split(' ')
    return [name, { type: value === undefined ? 'boolean' : 'string' }] as const
  }),
)

const parse = (argv: string[]) =>
  parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      ...parsedOptions,
    },
  })

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const refusalWords: Readonly<Record<string, string>> = {
  'office-already-open': 'This office is open already',
  'printer-unknown': 'There is no such printer: add-printer first',
  'window-taken': 'There is a window of this label already',
  'in-use': 'It has just come into use',
  'unknown-service': 'There is no such service among --lines',
  'outcome-unknown': 'The database does not answer: give the command again',
}

/** A node of its own, for as long as it takes to give one command. */
const giveTo =
  (pool: Database): AdminContext['give'] =>
  async (officeId, command) => {
    await refuseWrongClock(pool)
    const office = await openOffice({ pool, officeId, services, visitUrl: () => '' })
    try {
      const result = await office.submit(command, { type: 'system' }, randomUUID())
      if (!result.ok) throw new UsageError(refusalWords[result.code] ?? `The office refuses: ${result.code}`)
    } finally {
      await office.stop()
    }
  }

const refuseOlderTables = async (pool: Database): Promise<void> => {
  if ((await waitingMigrations(pool)).length > 0)
    throw new UsageError(
      'The database is older than this program, and a command that only looks does not change it. Start or restart the server first: that brings it up to date.',
    )
}

const run = async (argv: string[]): Promise<void> => {
  const { help: isHelp, ...values } = parse(argv).values
  const [name = '', ...words] = parse(argv).positionals
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (name === '' || name === 'help' || (isHelp && !command)) return say(help(commands))
  if (!command) throw new UsageError(`There is no command ${name}: npm run admin says which there are.`)
  if (isHelp) return say(helpOf(command))
  refuseOtherOptions(name, command, Object.keys(values))
  const databaseUrl = readDatabaseUrl(process.env)
  const pool = createPool(databaseUrl, { size: 4 })
  try {
    await refuseUnfit(pool)
    await (command.onlyReads ? refuseOlderTables(pool) : migrate(pool))
    await command.run({
      pool,
      give: giveTo(pool),
      words,
      options: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
      say,
      readFile: readTextGiven,
      readBytes: readBytesGiven,
      readInput: () => textOf(process.stdin),
    })
  } finally {
    await pool.end()
  }
}

const wordsOf = (error: Error): string => {
  const unknown = /^Unknown option '([^']+)'/.exec(error.message)?.[1]
  return unknown === undefined
    ? error.message
    : `There is no option ${unknown}: COMMAND --help says which a command has.`
}

const isForPeople = (error: Error): boolean =>
  error instanceof UsageError ||
  error instanceof ConfigurationError ||
  error instanceof WrongClockError ||
  ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS')

// Whoever reads only the first lines, as `head` does, has them.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error)) throw error
  const words = isForPeople(error) ? wordsOf(error) : (databaseProblem(error) ?? error.stack ?? error.message)
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}
