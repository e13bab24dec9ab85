import { expect, test } from 'vitest'
import { parseAddress } from '../../domain/answers/address.ts'
import { importStreets } from './import-streets.ts'
import { cityOf } from './street-list.ts'

test('[YS12] a city loads its own streets, with numbers and sides where it knows them', () => {
  const { streets, problems } = importStreets(
    [
      '\uFEFFCity,Street,From,To,Side',
      ',Maple Ave,,,',
      'in,"W 2nd St",100,1999,even',
      'out,W 2nd St,100,1999,odd',
    ].join('\r\n'),
  )
  expect(problems).toEqual([])
  const where = (text: string) => {
    const address = parseAddress(text)
    return address.ok ? cityOf(address.value, streets, 'Elm') : address.code
  }
  expect(where('7 maple avenue')).toBe('in')
  expect(where('120 West Second Street')).toBe('in')
  expect(where('121 W 2nd St')).toBe('out')
  expect(where('120 Oak St')).toBe('doubt')
})

test('[YS12] a line that is no street is told by its number and left out, and nothing throws', () => {
  const { streets, problems } = importStreets(
    [
      'street,from,to,side,city',
      'Elm St,1,99,left,in',
      'Elm St,9,1,,',
      'Elm St,one,,,',
      'Elm St,,,,maybe',
      '"=HYPERLINK(""x"")",,,,',
      ',1,2,,',
      'Elm St,1,99,odd,in',
    ].join('\n'),
  )
  expect(streets).toEqual([{ street: 'Elm St', from: 1, to: 99, side: 'odd', city: 'in' }])
  expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '2 not-a-side',
    '3 not-a-number',
    '4 not-a-number',
    '5 not-in-or-out',
    '6 formula',
    '7 not-a-street',
  ])
  expect(importStreets('name\nElm St')).toEqual({
    streets: [],
    problems: [{ line: 1, code: 'column-missing' }],
  })
  expect(importStreets('').streets).toEqual([])
})
