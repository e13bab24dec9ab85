import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { accessCommands } from './admin/access-commands.ts'
import { UsageError, type AdminCommand, type AdminContext } from './admin/admin-command.ts'
import { officeCommands } from './admin/office-commands.ts'
import { recordCommands } from './admin/record-commands.ts'
import { ConfigurationError, readConfiguration } from './configuration.ts'
import { databaseProblem } from './database/database-problem.ts'
import { migrate } from './database/migrate.ts'
import { createPool, type Database } from './database/pool.ts'
import { openOffice } from './office/open-office.ts'
import { services } from './services/index.ts'

const commands: Readonly<Record<string, AdminCommand>> = {
  ...officeCommands,
  ...accessCommands,
  ...recordCommands,
}

const usage = (): string =>
  [
    'npm run admin -- COMMAND …',
    '',
    ...Object.values(commands).map((command) => `  ${command.usage}\n      ${command.about}`),
    '',
    'DATABASE_URL and PUBLIC_URL as for the server.',
  ].join('\n')

const optionNames = [
  'name',
  'office',
  'address',
  'phone',
  'zone',
  'device',
  'printer',
  'lines',
  'roles',
  'kind',
]

const parse = (argv: string[]) =>
  parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      'password-stdin': { type: 'boolean' },
      ...Object.fromEntries(optionNames.map((name) => [name, { type: 'string' }] as const)),
    },
  })

/** A node of its own, for as long as it takes to give one command. */
const giveTo =
  (pool: Database): AdminContext['give'] =>
  async (officeId, command) => {
    const office = await openOffice({ pool, officeId, services, visitUrl: () => '' })
    try {
      const result = await office.submit(command, { type: 'system' }, randomUUID())
      if (!result.ok) throw new UsageError(`The office refuses: ${result.code}`)
    } finally {
      await office.stop()
    }
  }

const run = async (argv: string[]): Promise<void> => {
  const { values, positionals } = parse(argv)
  const [name = '', ...words] = positionals
  const command = commands[name]
  if (!command) throw new UsageError(name === '' ? usage() : `There is no command ${name}.\n\n${usage()}`)
  const { databaseUrl } = readConfiguration(process.env)
  if (databaseUrl === null)
    throw new UsageError('DATABASE_URL should be the address of the database; the demo city sets itself up')
  const pool = createPool(databaseUrl, { size: 4 })
  try {
    await migrate(pool)
    await command.run({
      pool,
      give: giveTo(pool),
      words,
      options: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
      say: (line) => void process.stdout.write(`${line}\n`),
      readFile: (path) => readFile(path, 'utf8'),
      readInput: () => textOf(process.stdin),
    })
  } finally {
    await pool.end()
  }
}

const isForPeople = (error: Error): boolean =>
  error instanceof UsageError ||
  error instanceof ConfigurationError ||
  ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS')

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error)) throw error
  const words = isForPeople(error) ? error.message : (databaseProblem(error) ?? error.stack ?? error.message)
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}
