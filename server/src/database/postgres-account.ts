import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, statSync } from 'node:fs'

/** How to run PostgreSQL's programs: PostgreSQL refuses to run as root, so root lends them another account. */
export type PostgresAccount = {
  /** Put before the program and its arguments. */
  prefix: readonly string[]
  /** For the spawned process; empty when the current account will do, or the prefix changes it. */
  ids: { uid?: number; gid?: number }
  /** Hands a file or folder to that account. */
  own(path: string): void
}

const nobody = 65534

/**
 * The account for a data folder, which it comes to own. Where that account cannot reach the folder or the programs (a
 * checkout under root's closed home), it keeps root's right to pass closed folders, so that the data stays where it was
 * asked to be. Throws when that cannot be had either.
 */
export const choosePostgresAccount = (dataDir: string, program: string): PostgresAccount => {
  const owner = statSync(dataDir)
  const self = process.geteuid?.()
  if (self !== 0) {
    if (self !== undefined && owner.uid !== self) {
      throw new Error(
        `${dataDir} belongs to another account (uid ${owner.uid}), from a start as root or as somebody else: ` +
          'start as that one again, or hand the folder and all in it over with chown',
      )
    }
    chmodSync(dataDir, 0o700)
    return { prefix: [], ids: {}, own: () => {} }
  }

  const [uid, gid] = owner.uid === 0 ? [nobody, nobody] : [owner.uid, owner.gid]
  const own = (path: string) => chownSync(path, uid, gid)
  try {
    chmodSync(dataDir, 0o700)
    own(dataDir)
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root, and ${dataDir} cannot be handed to the account it runs as (uid ${uid}): ` +
        'start as an ordinary user, or set DATABASE_URL',
      { cause: error },
    )
  }
  const plain: PostgresAccount = { prefix: [], ids: { uid, gid }, own }
  if (canReach(plain, program, dataDir)) return plain
  const passing: PostgresAccount = { prefix: passClosedFolders(uid, gid), ids: {}, own }
  if (canReach(passing, program, dataDir)) return passing
  throw new Error(
    `PostgreSQL does not run as root, and the account it runs as instead (uid ${uid}) cannot reach ${program} ` +
      `and ${dataDir}, because a folder above them is closed to others: start as an ordinary user, ` +
      'move both out of the closed folder, or set DATABASE_URL',
  )
}

const passClosedFolders = (uid: number, gid: number): string[] => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  // Else access(2), by which PostgreSQL looks for its own programs, would answer as if the right were not there.
  '--securebits=+no_setuid_fixup',
  '--',
]

const canReach = ({ prefix, ids }: PostgresAccount, program: string, folder: string): boolean => {
  const question = ['/bin/sh', '-c', 'test -x "$0" && test -w "$1"', program, folder]
  const [command = '', ...rest] = [...prefix, ...question]
  return spawnSync(command, rest, { ...ids, cwd: '/' }).status === 0
}
