import qrImage from 'qr-image'
import type { Bitmap } from '../escpos/bitmap.ts'
import { drawCode128 } from '../escpos/code128.ts'
import { readNumber } from '../escpos/draw-number.ts'
import { decode } from './code-pages.ts'
import type { Command } from './command.ts'
import { drawDots, drawGlyph, drawModules, drawSheet, type Glyph, type Mark } from './ink.ts'

export interface Sheet {
  /** texts as printed, top to bottom, without empty ones; a number drawn over the paper's width too */
  lines: string[]
  qr: string[]
  png(): Buffer
}

interface Modes {
  align: 'left' | 'center' | 'right'
  bold: boolean
  small: boolean
  width: number
  height: number
  codePage: number
  /** Two bytes from 80 on are one Chinese character, whatever the code page. */
  chinese: boolean
  /** in dots */
  lineSpacing: number
  /** how many dots a unit of feeding is */
  unit: number
}

const powerUp: Modes = {
  align: 'left',
  bold: false,
  small: false,
  width: 1,
  height: 1,
  codePage: 0,
  chinese: false,
  lineSpacing: 30,
  unit: 1,
}

/** The paper in the printer: takes the commands of printing in order, and gives a sheet at each cut. */
export interface Paper {
  /** Whether anything is on it since the last cut. */
  isBlank(): boolean
  /** texts since the last cut */
  uncut(): string[]
  print(command: Command): void
  /** after feeding so many units */
  cut(units: number): Sheet
  /** Forgets the line that is not printed yet, as `ESC @` and a cleared buffer do. */
  dropLine(): void
}

const gbk = new TextDecoder('gbk')

export const createPaper = (dots: number, { motionUnits = true, chinese = false } = {}): Paper => {
  const initial = { ...powerUp, chinese, unit: motionUnits ? 1 / 2 : 1 }
  let modes = initial
  let line: Glyph[] = []
  let marks: Mark[] = []
  let lines: string[] = []
  let qr: string[] = []
  let y = 0
  let qrModule = 3
  let qrLevel: 'L' | 'M' | 'Q' | 'H' = 'L'
  let qrData = ''
  let barcodeHeight = 162
  let barcodeModule = 3
  let stored: Bitmap | null = null

  const dpi = dots === 512 ? 180 : 203
  const dotsOf = (units: number): number => Math.floor(units * modes.unit)

  const startOf = (width: number): number => {
    if (modes.align === 'left') return 0
    return modes.align === 'right' ? dots - width : Math.floor((dots - width) / 2)
  }

  const put = (draw: Mark['draw']): void => void marks.push({ y, draw })

  const endLine = (): void => {
    const printed = line
    line = []
    const height = printed.reduce((highest, glyph) => Math.max(highest, glyph.height), 0)
    let x = startOf(printed.reduce((sum, { width }) => sum + width, 0))
    for (const glyph of printed) {
      const left = x
      put((context, top) => drawGlyph(context, glyph, left, top + height - glyph.height))
      x += glyph.width
    }
    const text = printed
      .map(({ character }) => character)
      .join('')
      .trimEnd()
    if (text !== '') lines.push(text)
    y += Math.max(height, modes.lineSpacing)
  }

  const write = (text: string): void => {
    const [width, height] = modes.small ? [9, 17] : [12, 24]
    for (const character of text) {
      const glyph = { character, width: width * modes.width, height: height * modes.height, bold: modes.bold }
      if (line.reduce((sum, { width }) => sum + width, glyph.width) > dots) endLine()
      line.push(glyph)
    }
  }

  const printBitmap = (bitmap: Bitmap): void => {
    if (line.length > 0) endLine()
    const left = startOf(bitmap.widthBytes * 8)
    put((context, top) => drawDots(context, bitmap, left, top))
    const number = readNumber(bitmap, dots)
    if (number !== null) lines.push(number)
    y += bitmap.height
  }

  const printQr = (): void => {
    const modules = qrImage.matrix(qrData, qrLevel)
    const size = qrModule
    const left = startOf(modules.length * size)
    put((context, top) => drawModules(context, modules, size, left, top))
    qr.push(qrData)
    y += modules.length * size
  }

  const print = (command: Command): void => {
    switch (command.type) {
      case 'initialize':
        modes = initial
        line = []
        return
      case 'text':
        return write(modes.chinese ? gbk.decode(command.bytes) : decode(command.bytes, modes.codePage))
      case 'line-feed':
        return endLine()
      case 'code-page':
        modes = { ...modes, codePage: command.page }
        return
      case 'chinese':
        modes = { ...modes, chinese: command.on }
        return
      case 'line-spacing':
        modes = {
          ...modes,
          lineSpacing: command.units === 'usual' ? initial.lineSpacing : dotsOf(command.units),
        }
        return
      case 'motion-unit':
        if (motionUnits)
          modes = { ...modes, unit: command.perInch === 0 ? initial.unit : dpi / command.perInch }
        return
      case 'align':
        modes = { ...modes, align: command.align }
        return
      case 'bold':
        modes = { ...modes, bold: command.on }
        return
      case 'font':
        modes = { ...modes, small: command.small }
        return
      case 'size':
        modes = { ...modes, width: command.width, height: command.height }
        return
      case 'feed':
        if (line.length > 0) endLine()
        y += dotsOf(command.units)
        return
      case 'feed-lines':
        for (let count = 0; count < command.lines; count++) endLine()
        return
      case 'bitmap':
        return printBitmap(command.bitmap)
      case 'store-graphics':
        stored = command.bitmap
        return
      case 'print-graphics':
        if (stored !== null) printBitmap(stored)
        stored = null
        return
      case 'qr-module':
        qrModule = command.dots
        return
      case 'qr-level':
        qrLevel = command.level
        return
      case 'qr-store':
        qrData = command.data
        return
      case 'qr-print':
        return printQr()
      case 'barcode-height':
        barcodeHeight = command.dots
        return
      case 'barcode-module':
        barcodeModule = command.dots
        return
      case 'barcode':
        printBitmap(drawCode128(command.data, barcodeModule, barcodeHeight))
        write(command.data)
        return endLine()
      case 'cut':
      case 'drawer':
      case 'automatic-status':
      case 'ask':
      case 'process-id':
      case 'ignored':
        return
    }
  }

  return {
    isBlank: () => marks.length === 0,
    uncut: () => [...lines],
    print,
    dropLine: () => (line = []),
    cut: (units) => {
      if (line.length > 0) endLine()
      y += dotsOf(units)
      const [drawn, height] = [marks, y]
      let png: Buffer | null = null
      const finished: Sheet = { lines, qr, png: () => (png ??= drawSheet(drawn, dots, height)) }
      marks = []
      lines = []
      qr = []
      y = 0
      return finished
    },
  }
}
