import type { Bitmap } from './bitmap.ts'

// Widths, columns, resolutions, character tables, cutters, bar codes and QR codes are trimmed from escpos-printer-db,
// https://github.com/receipt-print-hq/escpos-printer-db, CC BY 4.0. What a printer can tell of itself is not in it: that is from
// the makers' manuals.

/** A character table of the printer: `select` is the n of `ESC t n`, `encoding` its name in iconv. */
export interface CodePage {
  name: string
  select: number
  encoding: string
}

const page = (select: number, name: string, encoding: string): CodePage => ({ name, select, encoding })

export const codePages = {
  pc437: page(0, 'PC437', 'cp437'),
  pc850: page(2, 'PC850', 'cp850'),
  pc866: page(17, 'PC866', 'cp866'),
  wpc1252: page(16, 'WPC1252', 'win1252'),
  wpc1250: page(45, 'WPC1250', 'win1250'),
  wpc1251: page(46, 'WPC1251', 'win1251'),
  wpc1253: page(47, 'WPC1253', 'win1253'),
} as const satisfies Record<string, CodePage>

/** What a printer can tell about a job, best first: see the ladder of confidence in the spooler. */
export interface Confirmation {
  /** answers `GS ( H` once everything before it is on paper */
  processId: boolean
  /** sends its status by itself after `GS a` */
  asb: boolean
  /** answers `GS r` in turn */
  gsr: boolean
  /** answers `DLE EOT`; of one that may not, silence means nothing until it has answered once */
  realTime: boolean
}

export interface Profile {
  name: string
  dpi: 180 | 203
  /** printable width in dots, a multiple of 8 */
  dots: number
  /** columns of font A (12 dots each) and of font B */
  columns: number
  smallColumns: number
  /** character tables, the usual one first; a line that none of them can write is drawn */
  codePages: readonly [CodePage, ...CodePage[]]
  /** whether `GS P` sets in what it counts spacings and feeds; Epson's count in half dots, the others in dots */
  motionUnits: boolean
  /** whether it may be in Chinese mode when it is switched on, as many are that were made for China */
  chinese: boolean
  /** `GS v 0` is obsolete for Epson, but most other makers have only that one */
  raster: 'gs-v-0' | 'gs-8-l'
  /** without a cutter the paper is fed to where it is torn off */
  cutter: boolean
  /** whether it draws CODE128 itself */
  barcode: boolean
  /** whether it has QR codes of its own, by `GS ( k` */
  qr: 'native' | 'drawn'
  /** dots per module of a QR code: 0.7 mm or more, that a phone reads it at arm's length */
  qrModule: number
  confirmation: Confirmation
  /** feels its cash drawer's switch; a roll that is nearly used up */
  senses: { drawer: boolean; nearEnd: boolean }
  /** the city's, where the agent has one */
  logo?: Bitmap
}

const epsonPages = [
  codePages.wpc1252,
  codePages.wpc1250,
  codePages.wpc1251,
  codePages.wpc1253,
] as const satisfies Profile['codePages']

const olderEpsonPages = [codePages.wpc1252, codePages.pc866] as const satisfies Profile['codePages']

const everything: Confirmation = { processId: true, asb: true, gsr: true, realTime: true }
const whenAsked: Confirmation = { processId: false, asb: false, gsr: true, realTime: true }
const perhapsNothing: Confirmation = { ...whenAsked, realTime: false }

const profile = (name: string, dpi: Profile['dpi'], dots: number, rest: Partial<Profile> = {}): Profile => ({
  name,
  dpi,
  dots,
  columns: Math.floor(dots / 12),
  smallColumns: Math.floor(dots / 9),
  codePages: epsonPages,
  motionUnits: true,
  chinese: false,
  raster: 'gs-8-l',
  cutter: true,
  barcode: true,
  qr: 'native',
  qrModule: dots >= 512 ? (dpi === 203 ? 6 : 5) : 5,
  confirmation: everything,
  senses: { drawer: true, nearEnd: true },
  ...rest,
})

const clone: Partial<Profile> = {
  codePages: [codePages.pc850],
  motionUnits: false,
  chinese: true,
  raster: 'gs-v-0',
  qr: 'drawn',
  confirmation: whenAsked,
  senses: { drawer: false, nearEnd: false },
}

export const profiles = {
  /** TM-T20II, TM-T20III, TM-T20IV */
  'epson-tm-t20': profile('epson-tm-t20', 203, 576),
  /** TM-m30 to TM-m30III: its font B is ten dots wide */
  'epson-tm-m30': profile('epson-tm-m30', 203, 576, { smallColumns: 57 }),
  /** TM-T88IV to TM-T88VII, of which the first has fewer character tables */
  'epson-tm-t88': profile('epson-tm-t88', 180, 512, { codePages: olderEpsonPages }),
  /** has no process ids, newer graphics and QR codes yet, and fewer character tables */
  'epson-tm-t88iii': profile('epson-tm-t88iii', 180, 512, {
    codePages: olderEpsonPages,
    raster: 'gs-v-0',
    qr: 'drawn',
    confirmation: { ...everything, processId: false },
  }),
  /** TM-T20 with the paper guide for 58 mm */
  'epson-58mm': profile('epson-58mm', 203, 384),
  'generic-80mm': profile('generic-80mm', 203, 576, clone),
  'generic-58mm': profile('generic-58mm', 203, 384, clone),
  /** on a line or of a make that never says anything: nobody knows whether it is there, or printed */
  'mute-80mm': profile('mute-80mm', 203, 576, { ...clone, confirmation: perhapsNothing }),
  'mute-58mm': profile('mute-58mm', 203, 384, { ...clone, confirmation: perhapsNothing }),
  /** the small ones, sold as POS-5890 and under many names: no cutter, no bar codes, no sensors to rely on, often no word at all */
  'pos-5890': profile('pos-5890', 203, 384, {
    ...clone,
    cutter: false,
    barcode: false,
    confirmation: perhapsNothing,
  }),
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles

export const profileNames = Object.keys(profiles) as ProfileName[]
