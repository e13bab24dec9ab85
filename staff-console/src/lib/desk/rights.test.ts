import type { Role } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { actsForColleagues, may } from './rights.ts'

const someone = (...roles: Role[]) => ({ id: 'ana', name: 'Ana', roles })

it('lets a supervisor void a receipt and act for a colleague, and nobody else', () => {
  for (const roles of [['clerk'], ['admin'], ['clerk', 'admin', 'oath']] satisfies Role[][]) {
    expect(may(someone(...roles), 'void-payment'), roles.join()).toBe(false)
    expect(actsForColleagues(someone(...roles)), roles.join()).toBe(false)
  }
  expect(may(someone('supervisor'), 'void-payment')).toBe(true)
  expect(actsForColleagues(someone('clerk', 'supervisor'))).toBe(true)
})

it('lets who sets the office up close the counter for a day, as a supervisor does', () => {
  expect(may(someone('clerk', 'admin'), 'change-today')).toBe(true)
  expect(may(someone('supervisor'), 'change-today')).toBe(true)
  expect(may(someone('clerk'), 'change-today')).toBe(false)
})
