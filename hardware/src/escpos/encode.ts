import type { Slip, SlipBlock } from '../contract.ts'
import { blank } from './bitmap.ts'
import { drawCode128, moduleFor } from './code128.ts'
import { drawLine } from './draw-line.ts'
import { drawNumber } from './draw-number.ts'
import { drawQr } from './draw-qr.ts'
import { barcodeHeight, createPage, encodable, type Align, type Page } from './page.ts'
import { plainText } from './plain-text.ts'
import type { Profile } from './profile.ts'
import { findRealTime } from './real-time.ts'
import { wrap, wrapHanging, wrapRow } from './wrap.ts'

export interface EncodeOptions {
  /** 0 is the original; every copy says so at its top and bottom */
  copy: number
  /** four characters of `jobTokens`, which the printer answers once all is printed; left out where it cannot */
  jobToken: string
}

const reprint = {
  en: 'REPRINT',
  es: 'REIMPRESIÓN',
  'zh-Hans': '补印',
  tl: 'MULING PRINT',
  vi: 'BẢN IN LẠI',
} satisfies Record<Slip['language'], string> & Record<string, string>

type TextSize = 'small' | 'normal' | 'large'
const lineHeight: Record<TextSize, number> = { small: 17, normal: 24, large: 48 }
/** 4.25 mm, at either resolution */
const lineSpacing: Record<Profile['dpi'], number> = { 180: 30, 203: 34 }

interface Look {
  size: TextSize
  bold: boolean
  align: Align
}

/** A printer as it is used for one slip. */
interface Press extends Profile {
  /** also what it could write itself */
  drawsAll?: boolean
}

const plain: Look = { size: 'normal', bold: false, align: 'left' }

const columnsFor = ({ columns, smallColumns }: Profile, size: TextSize): number => {
  switch (size) {
    case 'small':
      return smallColumns
    case 'normal':
      return columns
    case 'large':
      return Math.floor(columns / 2)
  }
}

const printLines = (page: Page, profile: Press, lines: readonly string[], look: Look): void => {
  page.align(look.align)
  page.bold(look.bold)
  page.smallFont(look.size === 'small')
  page.size(look.size === 'large' ? 2 : 1)
  for (const line of lines) {
    const codePage = profile.drawsAll
      ? undefined
      : profile.codePages.find(({ encoding }) => encodable(line, encoding))
    if (codePage !== undefined) page.line(line, codePage)
    else page.bitmap(drawLine(line, { dots: profile.dots, height: lineHeight[look.size], ...look }))
  }
  page.size(1)
  page.smallFont(false)
  if (look.size === 'large') page.feedDots(10)
}

const printRule = (page: Page, { dots }: Profile, pattern: number): void =>
  page.bitmap(blank(dots, 3, pattern))

/** What is too long for bars of the paper's width is written out. */
const printBarcode = (page: Page, profile: Press, data: string): void => {
  const module = moduleFor(data, profile.dots)
  if (module >= 2 && profile.barcode) return page.barcode(data, module)
  if (module >= 1) page.bitmap(drawCode128(data, module, barcodeHeight))
  printLines(page, profile, wrap(data, profile.columns), { ...plain, align: 'center' })
}

const printBlock = (page: Page, profile: Press, block: SlipBlock): void => {
  switch (block.type) {
    case 'text': {
      const { size = 'normal', bold = false, align = 'left' } = block
      const text = plainText(block.text)
      if (size === 'number') {
        page.align('center')
        page.feedDots(6)
        page.bitmap(drawNumber(text, profile.dots))
        return page.feedDots(8)
      }
      return printLines(page, profile, wrap(text, columnsFor(profile, size)), { size, bold, align })
    }
    case 'row': {
      const lines = wrapRow(plainText(block.left), plainText(block.right), profile.columns)
      return printLines(page, profile, lines, { ...plain, bold: block.bold ?? false })
    }
    case 'box':
      return printLines(page, profile, wrapHanging('[ ] ', plainText(block.text), profile.columns), plain)
    case 'rule':
      page.feedDots(12)
      printRule(page, profile, 0xfc)
      return page.feedDots(16)
    case 'space':
      return page.feed(block.lines)
    case 'qr': {
      if (!/^[\x20-\x7e]{1,500}$/.test(block.data))
        throw new RangeError('QR data must be 1 to 500 printable ASCII characters')
      page.align('center')
      page.feedDots(8)
      if (profile.qr === 'native') page.qr(block.data)
      else page.bitmap(drawQr(block.data, profile.qrModule, profile.dots))
      page.feedDots(12)
      if (block.caption !== undefined)
        printLines(page, profile, wrap(plainText(block.caption), profile.columns), {
          ...plain,
          align: 'center',
        })
      return
    }
    case 'barcode': {
      if (!/^[\x20-\x7e]{1,40}$/.test(block.data))
        throw new RangeError('Bar code data must be 1 to 40 printable ASCII characters')
      page.align('center')
      page.feedDots(8)
      printBarcode(page, profile, block.data)
      return page.feedDots(12)
    }
    case 'logo':
      if (profile.logo === undefined) return
      page.align('center')
      page.bitmap(profile.logo)
      return page.feedDots(8)
    case 'signature':
      page.feed(3)
      printRule(page, profile, 0xff)
      page.feedDots(8)
      return printLines(page, profile, wrap(plainText(block.label), profile.smallColumns), {
        ...plain,
        size: 'small',
      })
  }
}

const textOf = (block: SlipBlock): string => {
  switch (block.type) {
    case 'text':
    case 'box':
      return block.text
    case 'row':
      return `${block.left} ${block.right}`
    case 'qr':
      return block.caption ?? ''
    case 'signature':
      return block.label
    case 'rule':
    case 'space':
    case 'barcode':
    case 'logo':
      return ''
  }
}

/** Letters alone: for a curved quote its line is drawn, not the slip. */
const lettersOf = (block: SlipBlock): string => plainText(textOf(block)).replace(/[^\p{L}\p{M}]/gu, '')

/**
 * Two typefaces that change from line to line are hard to read: where one line is to be drawn, all are. Not of a test slip, which
 * shows what the printer writes itself.
 */
const pressFor = (profile: Profile, kind: Slip['kind'], blocks: readonly SlipBlock[]): Press => ({
  ...profile,
  drawsAll:
    kind !== 'test' &&
    blocks.some((block) => {
      const letters = lettersOf(block)
      return !profile.codePages.some(({ encoding }) => encodable(letters, encoding))
    }),
})

const printMark = (page: Page, profile: Press, language: Slip['language']): void => {
  page.feedDots(10)
  printLines(page, profile, [reprint[language]], { size: 'large', bold: true, align: 'center' })
  page.feedDots(10)
}

const endSlip = (page: Page, { cutter }: Profile): void => {
  if (cutter)
    page.raw(0x1d, 0x56, 0x42, 0x03) // feed to the knife and cut
  else page.feed(5)
}

const start = (page: Page, { chinese, motionUnits, dpi }: Profile): void => {
  page.raw(0x1b, 0x40) // ESC @ first: it clears every mode, automatic status too
  if (chinese) page.raw(0x1c, 0x2e) // FS . ends the mode in which two accented letters are one Chinese character
  if (motionUnits) page.raw(0x1d, 0x50, dpi, dpi) // GS P: spacings and feeds in dots
  page.raw(0x1d, 0x61, 0xff) // automatic status back
  page.raw(0x1d, 0x28, 0x44, 0x03, 0x00, 0x14, 0x01, 0x00) // no drawer pulse by a real-time command
}

const askWhenDone = (page: Page, { confirmation }: Profile, jobToken: string): void => {
  if (confirmation.processId)
    page.raw(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(jobToken, 'ascii'))
  else if (confirmation.gsr) page.raw(0x1d, 0x72, 0x01)
}

const checked = (bytes: Buffer): Buffer => {
  const stray = findRealTime(bytes)
  if (stray !== -1) throw new RangeError(`A real-time command stands at byte ${stray} of the job`)
  return bytes
}

/** A job in two parts, which follow each other on the wire. */
export interface EncodedJob {
  /** What may come out twice: at most the line that every such slip begins with. No cut, no number, no pulse. */
  opening: Buffer
  /** All the rest, encoded when it is called. */
  rest: () => Buffer
}

const isHeading = (block: SlipBlock | undefined): boolean => block?.type === 'text' && block.size !== 'number'

/** How many blocks say no more than whose slip this is: a logo, and the line of text that is then the first. */
const openingLength = (blocks: readonly SlipBlock[]): number => {
  const logos = blocks[0]?.type === 'logo' ? 1 : 0
  const length = logos + (isHeading(blocks[logos]) ? 1 : 0)
  return length < blocks.length ? length : 0
}

/**
 * The bytes of a slip for one printer, from `ESC @` to the cut and the question whether all of it is printed.
 * Throws a RangeError for a slip that cannot be printed as it is, at the latest from `rest`.
 */
export const encodeSlip = (slip: Slip, profile: Profile, { copy, jobToken }: EncodeOptions): EncodedJob => {
  const page = createPage(profile)
  start(page, profile)
  page.raw(0x1b, 0x74, profile.codePages[0].select)
  page.raw(0x1b, 0x33, lineSpacing[profile.dpi])
  if (copy > 0) printMark(page, profile, slip.language)
  const opening = openingLength(slip.blocks)
  for (const block of slip.blocks.slice(0, opening)) printBlock(page, profile, block)
  return {
    opening: checked(page.take()),
    rest: () => {
      const body = slip.blocks.slice(opening)
      const press = pressFor(profile, slip.kind, body)
      for (const block of body) printBlock(page, press, block)
      if (copy > 0) printMark(page, press, slip.language)
      endSlip(page, profile)
      askWhenDone(page, profile, jobToken)
      return checked(page.take())
    },
  }
}

/** A drawer kick: a pulse of 2 x 25 ms on connector pin 2, then the question whether it was done. */
export const encodeKick = (profile: Profile, { jobToken }: Pick<EncodeOptions, 'jobToken'>): EncodedJob => {
  const page = createPage(profile)
  page.raw(0x1b, 0x40)
  page.raw(0x1d, 0x61, 0xff)
  return {
    opening: page.take(),
    rest: () => {
      page.raw(0x1b, 0x70, 0x00, 0x19, 0xfa)
      askWhenDone(page, profile, jobToken)
      return page.take()
    },
  }
}

const whole = ({ opening, rest }: EncodedJob): Buffer => Buffer.concat([opening, rest()])

export const encode = (slip: Slip, profile: Profile, options: EncodeOptions): Buffer =>
  whole(encodeSlip(slip, profile, options))

export const encodeDrawerKick = (profile: Profile, options: Pick<EncodeOptions, 'jobToken'>): Buffer =>
  whole(encodeKick(profile, options))
