import type { PrinterCondition } from '../contract.ts'
import { parseCommand, type Command } from './command.ts'
import { createPaper, type Sheet } from './paper.ts'
import { createRealTimeScanner } from './real-time-scanner.ts'

export interface CutSlip extends Sheet {
  /** everything received for it, from the initialization to the cut */
  bytes: Buffer
}

export interface PrinterEvents {
  answer(bytes: Buffer): void
  slip(slip: CutSlip): void
  /** condition or drawer changed */
  changed(): void
}

/** What this model can tell of a job; a cheap one lacks one or the other, or is sold as it is in China. */
export interface Abilities {
  processId: boolean
  asb: boolean
  gsr: boolean
  /** DLE EOT */
  realTime: boolean
  /** counts feeds in half dots, until `GS P` says otherwise, and not in dots alone */
  motionUnits: boolean
  /** is in Chinese mode when it is switched on, and after `ESC @` */
  chinese: boolean
}

/** A receipt printer without its case: bytes go in, answers and slips come out. It prints only while it can. */
export interface EmulatedPrinter {
  receive(bytes: Uint8Array): void
  condition(): PrinterCondition
  /** Now, or in the middle of a job: once so many more bytes have been worked through. */
  setCondition(condition: PrinterCondition, afterBytes?: number): void
  drawerOpen(): boolean
  closeDrawer(): void
  /** Texts on the paper since the last cut. */
  uncut(): string[]
  /** Switched off and on: what was not printed yet is gone. */
  restart(): void
  /** The connection ended: it asks for its own status anew, the buffer stays as it is. */
  hangUp(): void
}

const flag = (on: boolean, bits: number): number => (on ? bits : 0)

export const createEmulatedPrinter = (
  dots: number,
  events: PrinterEvents,
  {
    processId = true,
    asb = true,
    gsr = true,
    realTime = true,
    motionUnits = true,
    chinese = false,
  }: Partial<Abilities> = {},
): EmulatedPrinter => {
  const paper = createPaper(dots, { motionUnits, chinese })
  const scan = createRealTimeScanner()
  let condition: PrinterCondition = 'ready'
  let drawerOpen = false
  let automaticStatus = false
  let fault: { condition: PrinterCondition; bytesLeft: number } | null = null
  let buffer: Buffer = Buffer.alloc(0)
  let slipBytes: Buffer[] = []

  const isOnline = (): boolean => condition === 'ready' || condition === 'paper-low'
  const answer = (...bytes: number[]): void => events.answer(Buffer.from(bytes))

  const sendStatus = (): void =>
    answer(
      0x10 | flag(drawerOpen, 0x04) | flag(!isOnline(), 0x08) | flag(condition === 'cover-open', 0x20),
      flag(condition === 'error', 0x08),
      flag(condition === 'paper-low' || condition === 'paper-out', 0x03) |
        flag(condition === 'paper-out', 0x0c),
      0x0f,
    )

  const changed = (): void => {
    if (automaticStatus) sendStatus()
    events.changed()
  }

  const realTimeStatus = (what: number): number => {
    switch (what) {
      case 1:
        return flag(drawerOpen, 0x04) | flag(!isOnline(), 0x08)
      case 2:
        return (
          flag(condition === 'cover-open', 0x04) |
          flag(condition === 'paper-out', 0x20) |
          flag(condition === 'error', 0x40)
        )
      case 3:
        return flag(condition === 'error', 0x08)
      default:
        return (
          flag(condition === 'paper-low' || condition === 'paper-out', 0x0c) |
          flag(condition === 'paper-out', 0x60)
        )
    }
  }

  const obey = (command: Command): void => {
    switch (command.type) {
      case 'initialize':
        automaticStatus = false
        if (paper.isBlank()) slipBytes = slipBytes.slice(-1)
        return paper.print(command)
      case 'cut': {
        const sheet = paper.cut(command.units)
        const bytes = Buffer.concat(slipBytes)
        slipBytes = []
        return events.slip({ ...sheet, bytes })
      }
      case 'drawer':
        drawerOpen = true
        return changed()
      case 'automatic-status':
        automaticStatus = asb && command.on
        return automaticStatus ? sendStatus() : undefined
      case 'ask':
        if (!gsr) return
        return answer(command.what === 1 ? flag(condition === 'paper-low', 0x03) : flag(drawerOpen, 0x01))
      case 'process-id':
        return processId ? answer(0x37, 0x22, ...command.token, 0x00) : undefined
      default:
        return paper.print(command)
    }
  }

  const work = (): void => {
    while (isOnline()) {
      const parsed = parseCommand(buffer)
      if (parsed === null) return
      slipBytes.push(buffer.subarray(0, parsed.length))
      buffer = buffer.subarray(parsed.length)
      obey(parsed.command)
      if (fault === null) continue
      fault.bytesLeft -= parsed.length
      if (fault.bytesLeft > 0) continue
      condition = fault.condition
      fault = null
      changed()
    }
  }

  return {
    receive: (bytes) => {
      let kept = 0
      bytes.forEach((byte, index) => {
        const found = scan(byte)
        if (found?.type === 'status' && realTime) answer(0x12 | realTimeStatus(found.what))
        if (found?.type !== 'clear-buffer') return
        kept = index + 1
        buffer = Buffer.alloc(0)
        paper.dropLine()
        answer(0x37, 0x25, 0x00)
      })
      buffer = Buffer.concat([buffer, bytes.subarray(kept)])
      work()
    },
    condition: () => condition,
    setCondition: (next, afterBytes) => {
      if (afterBytes !== undefined) {
        fault = { condition: next, bytesLeft: afterBytes }
        return
      }
      fault = null
      condition = next
      changed()
      work()
    },
    drawerOpen: () => drawerOpen,
    closeDrawer: () => {
      drawerOpen = false
      changed()
    },
    uncut: () => paper.uncut(),
    restart: () => {
      buffer = Buffer.alloc(0)
      automaticStatus = false
      paper.print({ type: 'initialize' })
    },
    hangUp: () => (automaticStatus = false),
  }
}
