import { commandSchemas } from '../contract/schemas.ts'
import type { Command, CommandKind } from '../domain/command.ts'
import { UsageError } from './admin-command.ts'
import { maxLabelLength } from './window-options.ts'

/** What the fields of a command are called at a terminal, and what fits there where that is not plain to see. */
export const shouldBe: Readonly<Record<string, string>> = {
  zone: 'a time zone by its IANA name, like America/Los_Angeles',
  name: 'a name of at most 60 characters',
  office: 'a name of at most 60 characters',
  label: `a number or word of at most ${maxLabelLength} characters`,
  deviceId: 'the ID of an agent: lower-case letters, digits and dashes',
  printerId: 'the ID of a printer: lower-case letters, digits and dashes',
  week: 'days and hours like "mon-thu 7:00-18:00, fri 8:00-12:00 13:00-17:00", each later than the one before, or "always"',
  closedDays: 'days with commas between them, like 2026-12-25,2027-01-01',
  lines: 'services with commas between them, like pet-tag,bus-pass,other',
  from: 'a day like 2027-01-01',
  noShowMs: 'milliseconds, 10000 (ten seconds) to 86400000 (a day)',
  holdReminderMs: 'milliseconds, 10000 (ten seconds) to 86400000 (a day)',
  ticketExpiresMs: 'milliseconds, 1000 (a second) to 3600000 (an hour)',
}

/** Checked as at the edge of the server: what comes from a terminal is no better than what comes from a browser. */
export const checked = <Kind extends CommandKind>(
  kind: Kind,
  body: unknown,
  names: Readonly<Record<string, string>>,
): Command & { kind: Kind } => {
  const parsed = commandSchemas[kind].safeParse(body)
  if (parsed.success) return { kind, body: parsed.data } as Command & { kind: Kind }
  const problems = parsed.error.issues.map(({ path, message }) => {
    const field = String(path.findLast((part) => typeof part === 'string' && part in names) ?? path.at(-1))
    if (message === 'card-number') return `${names[field] ?? field} should hold no number of a bank card`
    return `${names[field] ?? field} should be ${shouldBe[field] ?? `something else: ${message}`}`
  })
  throw new UsageError([...new Set(problems)].join('\n'))
}
