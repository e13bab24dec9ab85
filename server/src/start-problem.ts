import type { Configuration } from './configuration.ts'

type Around = Pick<Configuration, 'host' | 'port' | 'dataDir'>

const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']
const unwritable = ['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS']

/** What the language itself throws: a defect, and its stack says where. */
const defect = /^(?:Aggregate|Range|Reference|Syntax|Type)?Error$/

/** A database that does not answer, in words for the person at the terminal; anything else is null. */
export const databaseProblem = ({ code, message }: NodeJS.ErrnoException): string | null =>
  code !== undefined && unreachable.includes(code)
    ? `DATABASE_URL: no database answers there (${message || code}). Start it, or correct the address.`
    : null

const listenProblem = (code: string | undefined, { host, port }: Around): string | null => {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} is in use by another program: stop that one, or choose another PORT.`
    case 'EACCES':
      return `PORT ${port} may not be used by this account: choose a PORT above 1023.`
    case 'EADDRNOTAVAIL':
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
  const { code, syscall } = error as NodeJS.ErrnoException
  const expected =
    syscall === 'listen'
      ? listenProblem(code, around)
      : (folderProblem(error, around.dataDir) ?? databaseProblem(error))
  return expected ?? (defect.test(error.name) ? (error.stack ?? error.message) : error.message)
}
