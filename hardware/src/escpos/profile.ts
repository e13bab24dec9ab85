/** A character table of the printer: `select` is the n of `ESC t n`, `encoding` its name in iconv. */
export interface CodePage {
  name: string
  select: number
  encoding: string
}

export const codePages = {
  pc850: { name: 'PC850', select: 2, encoding: 'cp850' },
  wpc1252: { name: 'WPC1252', select: 16, encoding: 'win1252' },
} as const satisfies Record<string, CodePage>

/** What a printer can tell about a job, best first: see the ladder of confidence in the spooler. */
export interface Confirmation {
  /** answers `GS ( H` once everything before it is on paper */
  processId: boolean
  /** sends its status by itself after `GS a` */
  asb: boolean
  /** answers `GS r` in turn */
  gsr: boolean
}

export interface Profile {
  name: string
  /** printable width in dots, a multiple of 8 */
  dots: number
  /** columns of font A (12 dots each) and of font B (9 dots each) */
  columns: number
  smallColumns: number
  codePage: CodePage
  /** `GS v 0` is obsolete for Epson, but most other makers have only that one */
  raster: 'gs-v-0' | 'gs-8-l'
  /** dots per module of a QR code */
  qrModule: number
  confirmation: Confirmation
}

const full: Confirmation = { processId: true, asb: true, gsr: true }

const profile = (name: string, dots: number, rest: Partial<Profile> = {}): Profile => ({
  name,
  dots,
  columns: Math.floor(dots / 12),
  smallColumns: Math.floor(dots / 9),
  codePage: codePages.wpc1252,
  raster: 'gs-8-l',
  qrModule: dots >= 512 ? 6 : 5,
  confirmation: full,
  ...rest,
})

/** Widths and abilities as the makers' manuals state them. */
export const profiles = {
  'epson-tm-t20': profile('epson-tm-t20', 576),
  'epson-tm-m30': profile('epson-tm-m30', 576),
  'epson-tm-t88': profile('epson-tm-t88', 512),
  'epson-58mm': profile('epson-58mm', 384),
  'generic-80mm': profile('generic-80mm', 576, {
    codePage: codePages.pc850,
    raster: 'gs-v-0',
    confirmation: { processId: false, asb: false, gsr: true },
  }),
  'generic-58mm': profile('generic-58mm', 384, {
    codePage: codePages.pc850,
    raster: 'gs-v-0',
    confirmation: { processId: false, asb: false, gsr: true },
  }),
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles

export const profileNames = Object.keys(profiles) as ProfileName[]
