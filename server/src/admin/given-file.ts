import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from './admin-command.ts'

/** As it was meant where the command was typed: npm runs it elsewhere. */
const pathGiven = (path: string): string => resolve(process.env['INIT_CWD'] ?? '', path)

export const readBytesGiven = (path: string): Promise<Buffer> => readFile(pathGiven(path))

/**
 * A file that a command names, without its byte order mark. A spreadsheet's plain CSV is often in the code of one country's Windows:
 * read as UTF-8 it would lose letters of names and streets in silence.
 * @throws UsageError when it cannot be read, or is not UTF-8
 */
export const readTextGiven = async (path: string): Promise<string> => {
  const bytes = await readBytesGiven(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`The file ${pathGiven(path)} cannot be read: ${code}`, { cause: error })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new UsageError(
      `The file ${pathGiven(path)} is not in UTF-8, so that letters such as é or ñ would be lost. ` +
        'Save it again as "CSV UTF-8" in the spreadsheet, or as UTF-8 in an editor: nothing was changed.',
      { cause: error },
    )
  }
}
