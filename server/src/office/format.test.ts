import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { format } from './format.ts'

/**
 * The newest migration that each format was decided for. Where an older node, still running, would fail to write after a migration, or
 * write what is no longer true, the migration comes with the next format; else its name takes the place of the one here.
 */
const newestMigration: Readonly<Record<number, string>> = {
  1: '0014_receipt-print.sql',
}

test('[L12] no migration comes without a decision whether older nodes may still write', () => {
  const migrations = globSync('*.sql', { cwd: join(import.meta.dirname, '../../migrations') }).sort()
  const newest = migrations.at(-1)
  expect(
    newest,
    `${newest} is new: move format in format.ts if a node that does not know it should not write any more, and put its name here`,
  ).toBe(newestMigration[format])
})
