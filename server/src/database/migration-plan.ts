export type Migration = { name: string; sha256: string; sql: string }
export type AppliedMigration = { name: string; sha256: string }

export class MigrationRefusedError extends Error {
  override readonly name = 'MigrationRefusedError'
}

const wellNamed = /^\d{4}_[a-z0-9]+(-[a-z0-9]+)*\.sql$/

/**
 * The migrations still to apply, in order. Throws MigrationRefusedError when the files and the database do not belong
 * together: history only ever grows at its end.
 */
export const planMigrations = (
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] => {
  const inOrder = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  refuseBadNames(inOrder)

  const fileByName = new Map(inOrder.map((file) => [file.name, file]))
  for (const { name, sha256 } of applied) {
    const file = fileByName.get(name)
    if (file === undefined) {
      throw new MigrationRefusedError(
        `The database is newer than this program: it knows the migration ${name}, which is not here. Start a newer version`,
      )
    }
    if (file.sha256 !== sha256) {
      throw new MigrationRefusedError(
        `The migration ${name} was changed after it was applied: restore it, and put the change into a new migration`,
      )
    }
  }

  const appliedNames = new Set(applied.map(({ name }) => name))
  const waiting = inOrder.filter(({ name }) => !appliedNames.has(name))
  const [first, last] = [
    waiting[0]?.name,
    applied
      .map(({ name }) => name)
      .toSorted()
      .at(-1),
  ]
  if (first !== undefined && last !== undefined && first < last) {
    throw new MigrationRefusedError(
      `The migration ${first} comes too late: ${last} is already applied. Give it a higher number`,
    )
  }
  return waiting
}

const refuseBadNames = (inOrder: readonly Migration[]): void => {
  for (const [index, { name }] of inOrder.entries()) {
    if (!wellNamed.test(name)) {
      throw new MigrationRefusedError(`The migration ${name} should be named like 0001_what-it-does.sql`)
    }
    const before = inOrder[index - 1]?.name
    if (before?.slice(0, 4) === name.slice(0, 4)) {
      throw new MigrationRefusedError(`The migrations ${before} and ${name} have the same number`)
    }
  }
}
