import { admin, aFairDraft, ana, ben, city, kiosk, lineSettings } from '../../test/builders.ts'
import { toyServices } from '../../test/toy-services.ts'
import type { Database } from '../database/pool.ts'
import type { Command, CommandActor, CommandKind } from '../domain/command.ts'
import type { CommandReply } from '../contract/routes.ts'
import type { Fact } from '../domain/fact.ts'
import type { FactsBatch, Office, SubmitResult } from './office.ts'
import { readFacts } from './fact-log.ts'
import { openOffice } from './open-office.ts'
import type { OpenOfficeOptions } from './open-office.ts'

/** A node's line to the office `city-hall`, with the toy services. Lines in its log are kept for the test to look at. */
export const openNode = async (
  pool: Database,
  options: Partial<OpenOfficeOptions> = {},
): Promise<{ office: Office; logged: string[] }> => {
  const logged: string[] = []
  const log = {
    warn: (_details: object, message: string) => void logged.push(message),
    error: (_details: object, message: string) => void logged.push(message),
  }
  const office = await openOffice({
    pool,
    officeId: 'city-hall',
    services: toyServices,
    visitUrl: (visitId) => `https://city.example/t/${visitId}`,
    log,
    ...options,
  })
  return { office, logged }
}

let keys = 0
export const aKey = (): string => `key-${++keys}`

/** Gives a command that must be accepted. */
export const must = async <Kind extends CommandKind>(
  office: Office,
  actor: CommandActor,
  command: Command & { kind: Kind },
  key = aKey(),
): Promise<CommandReply<Kind>> => {
  const result = await office.submit<Kind>(command, actor, key)
  if (!result.ok) throw new Error(`${command.kind} refused: ${result.code} ${JSON.stringify(result.details)}`)
  return result.reply
}

/** An open office: a desk printer, windows 1 and 2 with Ana and Ben at them. */
export const setUp = async (office: Office): Promise<{ windowIds: readonly [string, string] }> => {
  await must(office, admin, { kind: 'open-office', body: { city, lineSettings } })
  for (const printerId of ['desk', 'lobby']) {
    await must(office, admin, {
      kind: 'add-printer',
      body: { printerId, name: printerId, deviceId: 'agent' },
    })
  }
  const add = async (label: string, clerk: CommandActor): Promise<string> => {
    const { windowId } = await must(office, admin, {
      kind: 'add-window',
      body: { label, printerId: 'desk', lines: null },
    })
    await must(office, clerk, { kind: 'open-window', body: { windowId } })
    return windowId
  }
  return { windowIds: [await add('1', ana), await add('2', ben)] }
}

export const takeTicket = (street = 'Palm Ave'): Command & { kind: 'take-ticket' } => ({
  kind: 'take-ticket',
  body: {
    channel: 'kiosk',
    language: 'en',
    line: 'fair',
    intakes: [aFairDraft({ street })],
    printerId: 'lobby',
  },
})

export const plainTicket: Command & { kind: 'take-ticket' } = {
  kind: 'take-ticket',
  body: { channel: 'kiosk', language: 'en', line: 'other', intakes: [], printerId: null },
}

export const giveTickets = (
  office: Office,
  count: number,
  command: Command = takeTicket(),
): Promise<SubmitResult[]> =>
  Promise.all(Array.from({ length: count }, () => office.submit(command, kiosk, aKey())))

/** Brings a fresh intake for a street to where it can be approved. */
export const reviewed = async (office: Office, street: string): Promise<string> => {
  const { intakeIds } = await must(office, kiosk, takeTicket(street))
  const [intakeId = ''] = intakeIds
  await must(office, ana, { kind: 'start-review', body: { intakeId } })
  await must(office, ana, {
    kind: 'mark-paper',
    body: { intakeId, rev: 1, item: 0, mark: 'seen', evidence: '' },
  })
  await must(office, ana, { kind: 'sign-declaration', body: { intakeId } })
  return intakeId
}

/** All that a node publishes, as its listeners get it. */
export const listen = (office: Office): { batches: FactsBatch[]; facts: () => Fact[] } => {
  const batches: FactsBatch[] = []
  office.onFacts((batch) => batches.push(batch))
  return { batches, facts: () => batches.flatMap(({ facts }) => facts) }
}

export const allFacts = async (pool: Database, officeId = 'city-hall'): Promise<Fact[]> =>
  (await readFacts(pool, officeId, 1, 100_000)).map(({ fact }) => fact)

/** Resolves when it holds; a test that waits in vain fails by its time-out. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Statements that wait for a lock at this moment. */
export const waitingForLocks = async (pool: Database): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}

/** Someone else holds the office's row, until the function that it resolves with is called. */
export const lockOffice = async (pool: Database, officeId = 'city-hall'): Promise<() => Promise<void>> => {
  const connection = await pool.connect()
  await connection.query('begin')
  await connection.query('select from office where id = $1 for update', [officeId])
  return async () => {
    await connection.query('commit')
    connection.release()
  }
}
