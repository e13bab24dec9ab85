// USPS Publication 28: directions, the common street suffixes (appendix C1) and secondary unit designators (appendix C2).

const table = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([abbreviation, words]) =>
      [abbreviation, ...words.split(' ').filter(Boolean)].map((word) => [word, abbreviation] as const),
    ),
  )

export const directions = table({
  N: 'NORTH NO',
  S: 'SOUTH SO',
  E: 'EAST',
  W: 'WEST',
  NE: 'NORTHEAST',
  NW: 'NORTHWEST',
  SE: 'SOUTHEAST',
  SW: 'SOUTHWEST',
})

/** Suffixes that hardly ever stand inside a street's name: what follows them is a unit or a city. */
export const endingSuffixes = table({
  ALY: 'ALLEY ALLY',
  AVE: 'AVENUE AV AVEN AVN',
  BLVD: 'BOULEVARD BOUL BVD',
  CIR: 'CIRCLE CIRC CRCL',
  CT: 'COURT CRT',
  DR: 'DRIVE DRV DRIV',
  HWY: 'HIGHWAY HIWAY HWAY',
  LN: 'LANE',
  LOOP: 'LOOPS',
  PKWY: 'PARKWAY PKY PWY',
  PL: 'PLACE',
  RD: 'ROAD',
  ST: 'STREET STR STRT',
  TER: 'TERRACE TERR',
  TRL: 'TRAIL TR',
  WAY: 'WY',
})

/** Suffixes that are as often a part of the name ("Oak Valley Pkwy", "Mountain View Dr"). */
export const otherSuffixes = table({
  BND: 'BEND',
  CRES: 'CRESCENT CRSNT',
  CRK: 'CREEK',
  CV: 'COVE',
  GLN: 'GLEN',
  HL: 'HILL',
  HLS: 'HILLS',
  HTS: 'HEIGHTS HT',
  MDWS: 'MEADOWS',
  PARK: 'PRK',
  PASS: '',
  PATH: 'PATHS',
  PLZ: 'PLAZA',
  PT: 'POINT',
  RDG: 'RIDGE',
  RUN: '',
  SPGS: 'SPRINGS',
  SQ: 'SQUARE',
  VIS: 'VISTA VST',
  VLG: 'VILLAGE',
  VLY: 'VALLEY',
  VW: 'VIEW',
  WALK: '',
  XING: 'CROSSING',
})

/** All of them meet: "Apt 4", "Unit 4", "#4" and "Spc 4" are one door. The value is how it is written. */
export const designators = table({
  '#': 'NUMBER NUM NUMERO',
  Apt: 'APT APARTMENT APTO APARTAMENTO DEPT DEPTO DPTO DEPARTAMENTO',
  Bldg: 'BLDG BUILDING EDIF EDIFICIO',
  Fl: 'FL FLOOR PISO',
  Lot: 'LOT LOTE',
  Rm: 'RM ROOM',
  Spc: 'SPC SPACE SP ESPACIO',
  Ste: 'STE SUITE',
  Trlr: 'TRLR TRAILER',
  Unit: 'UNIT UNIDAD',
})

/** What stands around the others, the largest last: it is written first. */
export const outerDesignators = ['Fl', 'Bldg']

/** Units that have a name: "Rear", "Upper", "Penthouse 2". */
export const unitNames = table({
  ADU: '',
  BSMT: 'BASEMENT',
  FRONT: 'FRNT',
  LOWER: 'LOWR LWR',
  PH: 'PENTHOUSE',
  REAR: '',
  SIDE: '',
  UPPER: 'UPPR UPR',
})

/** Before "Highway 79" they leave it a road of that number. */
export const highwayWords = new Set(['STATE', 'COUNTY', 'US', 'OLD'])

/** Words of a street's name that are as often abbreviated. */
export const nameWords = table({ HWY: 'HIGHWAY HIWAY HWAY', ST: 'SAINT', MT: 'MOUNT', FT: 'FORT' })

export const states = new Set(['CA', 'CALIF', 'CALIFORNIA'])

const ones = 'FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH'.split(' ')
const teens =
  'TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH'.split(
    ' ',
  )
const tens = 'TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ')

/** "SIXTH" is 6, "TWENTIETH" is 20, "TWENTY-FIRST" is 21. */
export const spelledOrdinals: ReadonlyMap<string, number> = new Map([
  ...[...ones, ...teens].map((word, index) => [word, index + 1] as const),
  ...tens.flatMap((word, index) => [
    [word.replace(/Y$/, 'IETH'), (index + 2) * 10] as const,
    ...ones.map((one, unit) => [`${word}-${one}`, (index + 2) * 10 + unit + 1] as const),
  ]),
])

/** 1st, 2nd, 3rd, 11th, 21st */
export const ordinal = (number: number): string => {
  const teen = number % 100 >= 11 && number % 100 <= 13
  const ending = teen ? 'TH' : (['TH', 'ST', 'ND', 'RD'][number % 10] ?? 'TH')
  return `${number}${ending}`
}
