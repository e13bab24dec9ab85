import type { Configuration } from './configuration.ts'
import { databaseProblem } from './database/database-problem.ts'
import { FolderInUseError } from './database/folder-lock.ts'

type Around = Pick<Configuration, 'host' | 'port' | 'paperPort' | 'dataDir'>

const unwritable = ['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS']

/** What the language itself throws: a defect, and its stack says where. */
const defect = /^(?:Aggregate|Range|Reference|Syntax|Type)?Error$/

const listenProblem = (
  { code, port }: NodeJS.ErrnoException & { port?: number },
  { host, paperPort }: Around,
): string | null => {
  const name = port === paperPort ? 'PAPER_PORT' : 'PORT'
  switch (code) {
    case 'EADDRINUSE':
      return `${name} ${port} is in use by another program: stop that one, or choose another ${name}.`
    case 'EACCES':
      return `${name} ${port} may not be used by this account: choose a ${name} above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is no address of this machine: choose another HOST.`
    default:
      return null
  }
}

const folderProblem = ({ code = '', path = '' }: NodeJS.ErrnoException, dataDir: string): string | null =>
  unwritable.includes(code) && path.startsWith(dataDir)
    ? `DATA_DIR ${dataDir} is no folder that this account may write to (${code}): choose another DATA_DIR.`
    : null

/** Why it did not start, in words for the person at the terminal; anything unexpected keeps its stack. */
export const startProblem = (error: unknown, around: Around): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof FolderInUseError)
    return `DATA_DIR ${around.dataDir} is in use by the running process ${error.pid}: stop that one first, or choose another DATA_DIR.`
  const { syscall } = error as NodeJS.ErrnoException
  const expected =
    syscall === 'listen'
      ? listenProblem(error, around)
      : (folderProblem(error, around.dataDir) ?? databaseProblem(error))
  return expected ?? (defect.test(error.name) ? (error.stack ?? error.message) : error.message)
}
