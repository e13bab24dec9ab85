import { describe, expect, test } from 'vitest'
import { cityHead, numberCode, receiptCode, receiptNumberIn } from './city-head.ts'

describe('[P14] the number of a paper', () => {
  test.each(['2026-0001', '20417', 'R000318'])('%s is a bar code', (number) => {
    expect(numberCode(number)).toEqual([{ type: 'barcode', data: number }])
  })

  test.each(['', '7', 'tag 7', 'étiquette', '2026\u001b@', 'x'.repeat(40)])(
    '%j is none: no scanner would read it, or know it for a code',
    (number) => {
      expect(numberCode(number)).toEqual([])
    },
  )

  test.each([1, 318, 12_345_678])('of receipt %d is found as it is scanned, and as it is typed', (number) => {
    for (const typed of [receiptCode(number), `r${number}`, ` Receipt ${number} `])
      expect(receiptNumberIn(typed)).toBe(number)
  })

  test.each(['318', '2026-0001', 'R', 'R0', 'Rosa', 'Y001', 'R1234567890'])('%s is no receipt’s', (typed) => {
    expect(receiptNumberIn(typed)).toBeNull()
  })
})

test('[P14] every paper for a resident begins with the city’s logo and name', () => {
  const city = { name: 'C', office: 'O', address: 'A', phone: 'P', zone: 'UTC' }
  expect(cityHead(city).map(({ type }) => type)).toEqual(['logo', 'text'])
})
