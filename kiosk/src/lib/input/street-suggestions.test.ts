import { describe, expect, it } from 'vitest'
import { partialPhone } from './partial-phone.ts'
import { streetSuggestions, withStreet } from './street-suggestions.ts'

const streets = ['E 6th St', 'E 8th St', 'Palm Ave', 'Palmer Ln', 'Avenida Peña']

describe('streets that fit', () => {
  it.each([
    ['550 e 6', ['E 6th St']],
    ['12 pal', ['Palm Ave', 'Palmer Ln']],
    ['12 pal av', ['Palm Ave']],
    ['550 st 6', []],
    ['7 pena', ['Avenida Peña']],
    ['550', []],
    ['550 ', []],
    ['', []],
    ['12 zzz', []],
  ])('%s', (typed, found) => {
    expect(streetSuggestions(streets, typed, 4)).toEqual(found)
  })

  it('offers no more than asked for, and nothing once a street is written', () => {
    expect(streetSuggestions(streets, '1 e', 1)).toEqual(['E 6th St'])
    expect(streetSuggestions(streets, '12 Palm Ave', 4)).toEqual([])
  })

  it('keeps the house number', () => {
    expect(withStreet('550 e 6', 'E 6th St')).toBe('550 E 6th St ')
  })
})

it('writes a phone number as far as it goes', () => {
  expect(['951', '9515', '951555', '9515550142'].map(partialPhone)).toEqual([
    '951',
    '(951) 5',
    '(951) 555',
    '(951) 555-0142',
  ])
})
