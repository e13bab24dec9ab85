import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsv } from './csv.ts'
import { importPetRecords } from './import-records.ts'

const hostile = fc.constantFrom(
  ...[
    'a',
    'Z',
    '7',
    ' ',
    '  ',
    '"',
    ',',
    '\n',
    '\r',
    '=',
    "'",
    '#',
    '/',
    '-',
    'é',
    'e\u0301',
    '中',
    '👩‍👧',
    '½',
    '٤',
  ],
  ...['\0', '\x1b', '\u007f', '\u00a0', '\u2028', '\u202e', '\u2067', '\ufeff', '\ud800', '\udc00', '\uffff'],
)

const header = 'Tag,Pet,Breed,Color,Sex,Altered,Microchip,Owner,Address,Phone,Expires,Rabies until,Lifetime'
const biscuit =
  '20417,Biscuit,"Beagle, mix",tan,male,yes,,"Whitfield, Dana","1248 palm avenue, apt 4",(951) 555-0142,11/30/2026,2028-05-14,Y'
const file = (...rows: string[]) => importPetRecords([header, ...rows].join('\r\n'))

describe('CSV', () => {
  test('[PT18] quoted cells, doubled quotes, line breaks and a byte order mark', () => {
    expect(parseCsv('\uFEFFa,"b, ""c""\nd"\r\n\r\n e ,\n')).toEqual([
      { line: 1, cells: ['a', 'b, "c"\nd'] },
      { line: 4, cells: [' e ', ''] },
    ])
  })

  test('[PT18] what is written is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const written = rows
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        const kept = rows.filter((cells) => cells.some((each) => each.trim() !== ''))
        expect(parseCsv(written).map(({ cells }) => cells)).toEqual(kept)
      }),
    )
  })
})

describe('an import', () => {
  test('[PT18] reads a record', () => {
    expect(file(biscuit)).toEqual({
      problems: [],
      records: [
        {
          service: 'pet-tag',
          key: '20417',
          data: {
            tag: '20417',
            pet: 'Biscuit',
            breed: 'Beagle, mix',
            color: 'tan',
            sex: 'male',
            altered: true,
            microchip: '',
            ownerName: 'Whitfield, Dana',
            address: '1248 Palm Ave Apt 4',
            phone: '9515550142',
            expires: '2026-11-30',
            rabiesUntil: '2028-05-14',
            lifetime: true,
            status: 'active',
            replacedBy: '',
          },
        },
      ],
    })
  })

  test('[PT18] columns come in any order, and only some are needed', () => {
    const { records, problems } = importPetRecords(
      'OWNER,expires,Shoe size,pet,tag\nA B,2027-01-01,9,Rex,="0007"\n',
    )
    expect(problems).toEqual([])
    expect(records).toMatchObject([{ key: '7', data: { pet: 'Rex', altered: false, phone: '' } }])
    expect(importPetRecords('pet,owner\nRex,A B').problems).toEqual([
      { line: 1, column: 'tag', code: 'column-missing' },
      { line: 1, column: 'expires', code: 'column-missing' },
    ])
    expect(importPetRecords('').problems).toHaveLength(4)
  })

  test('[PT19] a row with a problem is left out and told by its line; the others stay', () => {
    const { records, problems } = file(
      biscuit,
      'x1,Rex,,,,,,Sam Hill,,,2027-01-01,,',
      '2,Rex,,,,maybe,,Sam Hill,Nowhere,12,2027-02-30,,',
      '3,,,,,,,Sam Hill,,,,,',
      '20417,Twin,,,,,,Sam Hill,,,2027-01-01,,',
      '4,Rex',
      '5,Rex\u202e,,,,,,Sam Hill,,,2027-01-01,,',
      '6,Rex,,,,,,Sam Hill,,,2027-01-01,,',
    )
    expect(records.map(({ key }) => key)).toEqual(['20417', '6'])
    expect(problems).toEqual([
      { line: 3, column: 'tag', code: 'not-a-tag' },
      { line: 4, column: 'altered', code: 'not-yes-or-no' },
      { line: 4, column: 'address', code: 'not-an-address' },
      { line: 4, column: 'phone', code: 'not-a-phone' },
      { line: 4, column: 'expires', code: 'not-a-date' },
      { line: 5, column: 'pet', code: 'required' },
      { line: 5, column: 'expires', code: 'required' },
      { line: 6, column: 'tag', code: 'duplicate-tag' },
      { line: 7, column: '', code: 'cells-missing' },
      { line: 8, column: 'pet', code: 'bad-characters' },
    ])
  })

  test.each(['=HYPERLINK(1)', '+1+1', '@SUM(A1)', '-2+3', "'=1+1", '"=1+1"'])(
    '[PT19] the formula %s is refused',
    (cell) => {
      expect(file(`7,${cell},,,,,,Sam Hill,,,2027-01-01,,`).problems).toEqual([
        { line: 2, column: 'pet', code: 'formula' },
      ])
    },
  )

  test('[M15] a card’s number is no owner and no address; a microchip’s may look like one', () => {
    const { records, problems } = file(
      '7,Rex,,,,,,Sam Hill 4111 1111 1111 1111,,,2027-01-01,,',
      '8,Rex,,,,,,Sam Hill,550 E 6th St 4111-1111-1111-1111,,2027-01-01,,',
      '9,Rex,,,,,276098000000001,Sam Hill,,,2027-01-01,,',
    )
    expect(problems).toEqual([
      { line: 2, column: 'owner', code: 'card-number' },
      { line: 3, column: 'address', code: 'card-number' },
    ])
    expect(records.map(({ key }) => key)).toEqual(['9'])
  })

  test.each([
    ['985112004417203', '985112004417203'],
    ['985 112 004 417 203', '985112004417203'],
    ['012*345*678', '012345678'],
    ['="0A13F00B12"', '0A13F00B12'],
    ['', ''],
  ])('[PT19] the microchip %s is read', (cell, chip) => {
    const { records, problems } = file(`7,Rex,,,,,${cell},Sam Hill,,,2027-01-01,,`)
    expect(problems).toEqual([])
    expect(records).toMatchObject([{ data: { microchip: chip } }])
  })

  test.each(['9.85112E+14', '"9,85112E+14"', '985112004417203?', 'none', 'N/A', '٤'])(
    '[PT19] the microchip %s is none: its line is told',
    (cell) => {
      expect(file(`7,Rex,,,,,${cell},Sam Hill,,,2027-01-01,,`)).toEqual({
        records: [],
        problems: [{ line: 2, column: 'microchip', code: 'bad-characters' }],
      })
    },
  )

  test('[PT19] nothing that is in a file throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: hostile, maxLength: 200 }), (text) => {
        importPetRecords(text)
        importPetRecords(`${header}\n${text}`)
      }),
    )
  })
})
