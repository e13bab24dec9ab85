import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directions, endingSuffixes, ordinal, otherSuffixes, spelledOrdinals } from './address-words.ts'
import { fullAddress, parseAddress } from './address.ts'

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

const read = (line: string) => {
  const address = parseAddress(line)
  if (!address.ok) throw new Error(`${line}: ${address.code}`)
  return address.value
}

const key = (line: string) => read(line).key

describe('address', () => {
  test.each([
    '550 E 6th St',
    '550 East Sixth Street',
    '550 e. 6TH ST.',
    ' 550  E.  sixth   str ',
    '550 E 6 St',
    '550E 6th St',
    '550 E 6th St, Beaumont, CA 92223',
    '550 E 6th St Beaumont California 92223-1234',
    '550 E 6th St, Beaumont',
    '550 E 6th St 92223',
    '550 E.6th St.',
    '550 E 6 th St',
    '550 E. 6 th St.Beaumont',
  ])('[A1] %j is 550 E 6TH ST', (line) => {
    expect(key(line)).toBe('550 E 6TH ST')
  })

  test.each([
    ['1 Thirty-Fourth Ave', '1 34TH AVE'],
    ['1 twenty first av', '1 21ST AVE'],
    ['1 Twentieth Wy', '1 20TH WAY'],
    ['1 Twelfth St', '1 12TH ST'],
    ['1 Oak Valley Parkway', '1 OAK VALLEY PKWY'],
    ['1 Mountain View Drive', '1 MOUNTAIN VIEW DR'],
    ['1 Saint Andrews Dr', '1 ST ANDREWS DR'],
    ['1 St. Andrews Drive', '1 ST ANDREWS DR'],
    ['1 St.Andrews Dr', '1 ST ANDREWS DR'],
    ['1 N.W. 1 st St', '1 NW 1ST ST'],
    ['1 N.W.1st St', '1 NW 1ST ST'],
    ["1 O'Malley Ct", '1 OMALLEY CT'],
    ['1 Piñon Lane', '1 PINON LN'],
    ['1 Main St North', '1 MAIN ST N'],
    ['1 Highway 79', '1 HWY 79'],
    ['1 Highway 79, Beaumont', '1 HWY 79'],
    ['1 State Highway 79', '1 STATE HWY 79'],
    ['1 State Hwy 79 N, Apt 4', '1 STATE HWY 79 N #4'],
    ['1 Old Space Dr', '1 OLD SPACE DR'],
    ['1248 1/2 Palm Ave', '1248 1/2 PALM AVE'],
    ['1 North St', '1 N ST'],
    ['1 Beaumont Ave', '1 BEAUMONT AVE'],
    ['1 California Avenue, Beaumont CA', '1 CALIFORNIA AVE'],
  ])('[A1] %j is %s', (line, expected) => {
    expect(key(line)).toBe(expected)
  })

  test.each([
    '1248 Palm Ave Apt 4',
    '1248 Palm Avenue #4',
    '1248 Palm Av # 4',
    '1248 Palm Ave Unit 04',
    '1248 Palm Ave., Apt. #4, Beaumont, CA 92223',
    '1248 Palm Ave Spc 4',
    '1248 Palm Ave 4',
    '1248-4 Palm Ave',
    'Apt 4, 1248 Palm Ave',
    '#4, 1248 Palm Ave, Beaumont',
    '1248 Palm Ave Beaumont Apt 4',
    '1248 Palm Ave Beaumont 4',
    '1248 Palm Ave Apt.4',
    '1248 Palm Ave.Apt4',
    '1248 Palm Ave Unit-4',
    '1248 Palm Ave No. 4',
    '1248 Palm Ave Nº4',
    '1248 Palm Ave Apt No. 4',
    '1248 Palm Ave Apto 4',
    '1248 Palm Ave Depto. 4',
    '1248 Palm Ave Fl 4',
    '1248-04 Palm Ave',
  ])('[A2] %j is door 4', (line) => {
    expect(key(line)).toBe('1248 PALM AVE #4')
  })

  test('[A2] doors are kept apart', () => {
    const lines = [
      '1248 Palm Ave',
      '1248 Palm Ave Apt 4',
      '1248 Palm Ave Apt 5',
      '1248 Palm Ave Apt 4B',
      '1248 1/2 Palm Ave',
      '1248 Palm Ave Bldg 2 Apt 4',
    ]
    expect(new Set(lines.map(key)).size).toBe(lines.length)
    expect(key('1248 Palm Ave Apt 4-B')).toBe(key('1248 Palm Ave #4 b'))
    expect(key('1248A Palm Ave')).toBe(key('1248 Palm Ave Unit A'))
    expect(key('1248 Palm Ave Apt')).toBe('1248 PALM AVE')
  })

  test.each([
    ['1248 Palm Ave 4-B', '1248 Palm Ave Apt 4B'],
    ['1248 Palm Ave 4 B', '1248 Palm Ave Apt 4B'],
    ['1248 Palm Ave 12-3', '1248 Palm Ave Apt 12-3'],
    ['1248 Palm Ave A-1', '1248 Palm Ave Apt A1'],
    ['1248 Palm Ave Apt-B', '1248 Palm Ave #B'],
    ['1248 Palm Ave Apt PH1', '1248 Palm Ave Penthouse 1'],
    ['1248 Palm Ave Rear', '1248 Palm Ave Unit Rear'],
    ['1248 Palm Ave Upper Unit', '1248 Palm Ave, Upper'],
    ['1248 Palm Ave Apt 4 Bldg 2', '1248 Palm Ave Bldg 2 Apt 4'],
    ['1248 Palm Ave Apt 4 Fl 2', '1248 Palm Ave Fl 2 #4'],
    ['1248½ Palm Ave', '1248 1/2 Palm Ave'],
    ['1248-1/2 Palm Ave', '1248 1/2 Palm Ave'],
    ['1248-½ Palm Ave', '1248 1/2 Palm Ave'],
    ['550 E.6th St', '550 E 6th St'],
  ])('[A2] %j meets %j', (one, other) => {
    expect(key(one)).toBe(key(other))
  })

  test.each([
    ['1248 Palm Ave Apt 1-2', '1248 Palm Ave Apt 12'],
    ['1248 Palm Ave Apt 1-23', '1248 Palm Ave Apt 12-3'],
    ['1248 Palm Ave 1--23', '1248 Palm Ave 12--3'],
    ['1248½ Palm Ave', '1248 Palm Ave'],
    ['550 E 6th St', '550 6th St E'],
    ['550 E 6th St', '550 E 6th'],
    ['1 Pacific Coast Hwy 4', '1 Pacific Coast Hwy'],
    ['1248 N Front St', '1248 N St Front'],
    ...['4-B', '12-3', 'A-1', 'Apt PH1', 'Apt AA', 'Apt A12B', 'Rear', 'Upper', 'Lower', 'Front', 'ADU'].map(
      (unit) => [`1248 Palm Ave ${unit}`, '1248 Palm Ave'],
    ),
  ])('[A2] %j is kept apart from %j', (one = '', other = '') => {
    expect(key(one)).not.toBe(key(other))
  })

  test('[A2] a direction is never a door', () => {
    expect(key('1 Main St E')).toBe('1 MAIN ST E')
    expect(key('1 Main St B')).toBe('1 MAIN ST #B')
  })

  test.each([
    '',
    '   ',
    'Palm Ave',
    '0 Palm Ave',
    '1248',
    '92223',
    'PO Box 12',
    '12 PO Box 12',
    '12 P.O.Box 12',
    '12 P. O. Box 12',
    'asdf',
    '....',
    '1 2 3',
    '1 #4',
    '½ Palm Ave',
    '1 Palm\0Ave',
    `1 ${'a'.repeat(500)} St`,
  ])('[A3] %j is refused', (line) => {
    expect(parseAddress(line)).toEqual({ ok: false, code: 'not-an-address' })
  })

  test('[A4] a city behind the street is told apart, and changes no key', () => {
    expect(read('550 E 6th St, Banning, CA 92220')).toMatchObject({
      key: '550 E 6TH ST',
      locality: 'Banning',
    })
    expect(read('550 E 6th St Apt 2, Cherry Valley')).toMatchObject({
      key: '550 E 6TH ST #2',
      locality: 'Cherry Valley',
    })
    expect(read('550 E 6th St').locality).toBeNull()
  })

  test.each([
    ['1248 Palm Ave 2nd Floor', '2nd Floor', null],
    ['1248 Palm Ave Apt, Beaumont', 'Apt', 'Beaumont'],
    ['1248 Palm Ave Apt 4 1/2', '1/2', null],
    ['9500 Avenida Miravilla Unit', 'Unit', null],
    ['1248 Palm Ave Casita', null, 'Casita'],
    ['1248 Palm Ave 四室', null, '四室'],
    ['1248 Palm Ave Apt 4', null, null],
  ])('[A6] %j leaves %j unread, and %j may be a city', (line, unread, locality) => {
    expect(read(line)).toMatchObject({ unread, locality })
    expect(read(fullAddress(read(line)))).toEqual(read(line))
  })

  test.each([
    ['550 EAST SIXTH STREET APARTMENT 4', '550 E 6th St Apt 4'],
    ['1 mcKinley av #12', '1 McKinley Ave #12'],
    ['12 oak valley pkwy, beaumont', '12 Oak Valley Pkwy'],
  ])('[A5] %j is shown as %s', (line, display) => {
    expect(read(line).display).toBe(display)
  })

  const pick = (map: ReadonlyMap<string, unknown>) => fc.constantFrom(...map.keys())
  const written = fc.record({
    number: fc.integer({ min: 1, max: 99_999 }),
    direction: fc.option(pick(directions), { nil: '' }),
    name: fc.oneof(
      pick(spelledOrdinals),
      fc.constantFrom('PALM', 'OAK VALLEY', 'CHERRY', 'ST ANDREWS', 'EL CAMINO'),
    ),
    suffix: fc.oneof(pick(endingSuffixes), pick(otherSuffixes)),
    unit: fc.constantFrom(
      ...[
        '',
        ' Apt 4',
        ' #12',
        ' Unit B',
        ' Bldg 2 Apt 3',
        ' Apt 3 Bldg 2',
        ' Apt 1-2',
        ' Apt AA',
        ' Unit PH 1',
      ],
    ),
    tail: fc.constantFrom('', ', Beaumont', ' CA 92223', ', Beaumont, CA 92223'),
  })

  test('[A5] what is shown is the same address again', () => {
    fc.assert(
      fc.property(written, ({ number, direction, name, suffix, unit, tail }) => {
        const once = read(`${number} ${direction} ${name} ${suffix}${unit}${tail}`)
        expect(read(once.display)).toMatchObject({ key: once.key, display: once.display })
      }),
    )
  })

  test('[A1] case, points, spaces and abbreviations change nothing', () => {
    fc.assert(
      fc.property(written, fc.boolean(), ({ number, direction, name, suffix, unit }, lower) => {
        const short = directions.get(direction) ?? ''
        const spelled = spelledOrdinals.get(name)
        const ending = endingSuffixes.get(suffix) ?? otherSuffixes.get(suffix)
        const long = `${number}  ${direction}.  ${name} ${suffix}. ${unit}`
        const other = `${number} ${short} ${spelled ? ordinal(spelled) : name} ${ending}${unit}`
        expect(key(lower ? long.toLowerCase() : long)).toBe(key(other))
      }),
    )
  })

  test('[A3] nothing that is typed throws, and a key is plain', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: hostile }), fc.stringMatching(/^[0-9A-Za-z #,./-]{0,60}$/)),
        (line) => {
          const address = parseAddress(line)
          if (address.ok) expect(address.value.key).toMatch(/^[A-Z0-9 #/-]+$/)
        },
      ),
    )
  })
})
