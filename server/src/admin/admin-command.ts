import type { Database } from '../database/pool.ts'
import type { Command } from '../domain/command.ts'

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What a command of the administrator has to work with. */
export interface AdminContext {
  pool: Database
  /** gives a command to an office's line; a refusal throws */
  give(officeId: string, command: Command): Promise<void>
  /** the words after the command, in order */
  words: readonly string[]
  options: Readonly<Record<string, string>>
  say: (line: string) => void
  readFile(path: string): Promise<string>
  readBytes(path: string): Promise<Buffer>
  readInput(): Promise<string>
}

export interface AdminCommand {
  /** its words and options; an option that is not in it is refused */
  usage: string
  about: string
  /** It brings no older database up to date, under a server that may be running. */
  onlyReads?: true
  run(context: AdminContext): Promise<void>
}

/** @throws UsageError when the word is missing */
export const word = ({ words }: AdminContext, position: number, name: string): string => {
  const found = words[position]
  if (found === undefined || found === '') throw new UsageError(`${name} is missing`)
  return found
}

/** The first word: an office that is there. @throws UsageError */
export const existingOffice = async (context: AdminContext): Promise<string> => {
  const officeId = word(context, 0, 'OFFICE')
  const { rowCount } = await context.pool.query('select from office where id = $1', [officeId])
  if (rowCount === 0)
    throw new UsageError(`There is no office ${officeId}; the command list says which there are`)
  return officeId
}

/** @throws UsageError when the option is missing */
export const option = ({ options }: AdminContext, name: string): string => {
  const found = options[name]
  if (found === undefined || found === '') throw new UsageError(`--${name} is missing`)
  return found
}

export const listOption = ({ options }: AdminContext, name: string): string[] | null =>
  options[name]
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean) ?? null
