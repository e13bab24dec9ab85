import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

// A process id alone proves nothing: after a crash, and above all in a container started again, the same number soon
// belongs to somebody else. So a process is known by its id and its birth, and by what it runs.

/** What tells this process from any later one with the same id; undefined when no such process lives (a zombie does not). */
export const birthOf = (pid: number): string | undefined => {
  if (process.platform === 'linux') return linuxBirthOf(pid)
  if (process.platform === 'win32') return isListed(pid) ? 'alive' : undefined
  return ps(pid, 'lstart')
}

/** The program and arguments of a living process, joined by spaces; undefined when it is gone or cannot be seen. */
export const commandLineOf = (pid: number): string | undefined => {
  if (process.platform === 'linux') {
    return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || undefined
  }
  return process.platform === 'win32' ? undefined : ps(pid, 'command')
}

const linuxBirthOf = (pid: number): string | undefined => {
  const stat = read(`/proc/${pid}/stat`)
  // The program's name, in parentheses, may itself hold spaces and parentheses: count from the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTicks] = [fields?.[0], fields?.[19]]
  if (startTicks === undefined || state === 'Z' || state === 'X') return undefined
  return `${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${startTicks}`
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const ps = (pid: number, column: string): string | undefined =>
  spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ||
  undefined

const isListed = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
