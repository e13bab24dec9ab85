import { describe, expect, it } from 'vitest'
import { MigrationRefusedError, planMigrations, type Migration } from './migration-plan.ts'

const file = (name: string, sha256 = `hash of ${name}`): Migration => ({ name, sha256, sql: '' })

describe('planMigrations', () => {
  it('plans nothing when there is nothing', () => {
    expect(planMigrations([], [])).toEqual([])
  })

  it('plans what is not applied yet, in the order of the numbers', () => {
    const files = [file('0003_c.sql'), file('0001_a.sql'), file('0002_b.sql')]
    expect(planMigrations(files, [file('0001_a.sql')]).map(({ name }) => name)).toEqual([
      '0002_b.sql',
      '0003_c.sql',
    ])
  })

  it.each([
    ['a changed file', [file('0001_a.sql', 'other')], [file('0001_a.sql')], '0001_a.sql was changed'],
    [
      'a database newer than the code',
      [file('0001_a.sql')],
      [file('0001_a.sql'), file('0002_b.sql')],
      'is newer than',
    ],
    [
      'a file before an applied one',
      [file('0001_a.sql'), file('0002_b.sql')],
      [file('0002_b.sql')],
      'comes too late',
    ],
    ['two files of one number', [file('0001_a.sql'), file('0001_b.sql')], [], 'have the same number'],
    ['a name out of order', [file('1_a.sql')], [], 'should be named like'],
  ])('refuses %s', (_what, files, applied, message) => {
    const plan = () => planMigrations(files, applied)
    expect(plan).toThrow(MigrationRefusedError)
    expect(plan).toThrow(message)
  })
})
