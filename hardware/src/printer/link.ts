import type { PrinterCondition } from '../contract.ts'
import type { Profile } from '../escpos/profile.ts'
import { losePatience } from './patience.ts'
import { conditionOf, healthy, isDrawerPinHigh, statusFromAsb, statusFromRealTime } from './printer-status.ts'
import { createStatusReader, type StatusEvent } from './status-reader.ts'
import type { Transport, TransportState } from './transport.ts'

export interface LinkListener {
  /** The connection is up; nothing has been written on it yet. */
  opened(): void
  /** The connection is gone, with whatever was on its way. */
  lost(): void
  condition(condition: PrinterCondition): void
  /** All bytes before this process id are on paper. */
  confirmed(token: string): void
  /** The printer has worked through all bytes before a `GS r`. */
  reached(): void
}

export interface LinkTimes {
  heartbeatMs: number
  answerMs: number
}

/** A printer as one connection shows it: bytes go out, its condition and its confirmations come in. */
export interface Link {
  condition(): PrinterCondition
  isOpen(): boolean
  /** Whether the condition is known to be of this very moment, so that a job can leave without asking first. */
  isFresh(): boolean
  /** Asks the printer, and tells its condition within `answerMs`; within three times that where it could be busy printing. */
  ask(): Promise<PrinterCondition>
  /** Throws away what an interrupted job left in the printer; false while nobody can say that it did. */
  clear(): Promise<boolean>
  /** Whether it has never said anything, on this connection or an earlier one. */
  isMute(): boolean
  /** `left` is called once all of it is out of our hands; never, when the connection is lost before. */
  write(bytes: Uint8Array, left?: () => void): void
  /** Connects anew, without what has not left yet. */
  reconnect(): void
  /** How long so many bytes are on the line, at least. */
  transmitMs(bytes: number): number
  /** While busy there is no heartbeat: a printer out of paper may leave it unread among the job's bytes. */
  setBusy(busy: boolean): void
  open(listener: LinkListener): void
  close(): void
}

const askStatus = Buffer.from([0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x04])
const greet = Buffer.from([0x1b, 0x40, 0x1d, 0x61, 0xff])
// DLE DC4 fn 8. Until it has answered, a printer may throw away what comes after it, too.
const clearBuffer = Buffer.from([0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08])

// One without automatic status may answer only once it has printed what came before, or lose a question.
const questions = 3

/** How the drawer's switch is wired to pin 3 of its connector; a connector without a drawer is high, too. */
export interface DrawerSense {
  openIs: 'high' | 'low'
  /** told at each change, and anew on each connection */
  changed: (open: boolean) => void
}

export const createLink = (
  transport: Transport,
  { confirmation }: Pick<Profile, 'confirmation'>,
  { heartbeatMs, answerMs }: LinkTimes,
  drawer: DrawerSense | null = null,
): Link => {
  let listener: LinkListener | null = null
  let open = false
  let busy = false
  let condition: PrinterCondition | null = null
  let drawerOpen: boolean | null = null
  let heardAt = 0
  let isMute = true
  /** whether it should answer a question: its kind does, or it has answered one before */
  let canAnswer = confirmation.realTime
  /** when the latest question was asked that was answered in full */
  let answeredAskedAt = 0
  let read = createStatusReader()
  let answers: number[] = []
  let asking: { promise: Promise<PrinterCondition>; askedAt: number; settle: () => void } | null = null
  let clearing: { promise: Promise<boolean>; settle: (isCleared: boolean) => void } | null = null
  let heartbeat: NodeJS.Timeout | undefined

  const setCondition = (next: PrinterCondition): void => {
    if (next === condition) return
    condition = next
    listener?.condition(next)
  }

  const hearDrawer = (byte: number): void => {
    if (drawer === null) return
    const open = isDrawerPinHigh(byte) === (drawer.openIs === 'high')
    if (open === drawerOpen) return
    drawerOpen = open
    drawer.changed(open)
  }

  const heard = (event: StatusEvent): void => {
    heardAt = performance.now()
    isMute = false
    switch (event.type) {
      case 'asb':
        hearDrawer(event.bytes[0])
        return setCondition(conditionOf(statusFromAsb(event.bytes)))
      case 'real-time': {
        if (asking === null) return
        answers.push(event.byte)
        const [printer, cause, paper] = answers
        if (printer === undefined || cause === undefined || paper === undefined) return
        hearDrawer(printer)
        setCondition(conditionOf(statusFromRealTime(printer, cause, paper)))
        answeredAskedAt = asking.askedAt
        canAnswer = true
        return asking.settle()
      }
      case 'process-id':
        return listener?.confirmed(event.token)
      case 'queued':
        return listener?.reached()
      case 'buffer-cleared':
        return clearing?.settle(true)
    }
  }

  const reconnect = (): void => {
    transport.close()
    transport.open()
  }

  const ask = (): Promise<PrinterCondition> => {
    if (asking !== null) return asking.promise
    if (!open) return Promise.resolve('offline')
    const { promise, resolve } = Promise.withResolvers<PrinterCondition>()
    let left = canAnswer && !confirmation.asb ? questions : 1
    let endPatience = (): void => {}
    const settle = (): void => {
      endPatience()
      asking = null
      answers = []
      resolve(condition ?? 'offline')
    }
    const askedAt = performance.now()
    const question = (): void => {
      endPatience = losePatience(answerMs, unanswered)
      transport.write(askStatus)
    }
    /** One that can answer and does not is as good as gone, however open its line looks. */
    const unanswered = (): void => {
      if (heardAt > askedAt) return settle()
      if (--left > 0) return question()
      if (canAnswer) return reconnect()
      setCondition(conditionOf(healthy))
      settle()
    }
    asking = { promise, askedAt, settle }
    question()
    return promise
  }

  /**
   * One that does not know the command says nothing to it, but answers the question beside it. What it says unasked is no
   * answer: the command may have been lost on a line that is only now whole again.
   */
  const clear = (): Promise<boolean> => {
    if (clearing !== null) return clearing.promise
    if (!open) return Promise.resolve(false)
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const clearedAt = performance.now()
    const settle = (isCleared: boolean): void => {
      endPatience()
      clearing = null
      if (open) transport.write(greet)
      resolve(open && isCleared)
    }
    const judge = (): void => clearing?.settle(answeredAskedAt >= clearedAt)
    const earlier = asking?.promise
    const endPatience = losePatience(answerMs, () => (earlier ? void question.then(judge) : judge()))
    clearing = { promise, settle }
    transport.write(clearBuffer)
    const question = earlier ? earlier.then(ask) : ask()
    return promise
  }

  const onState = (state: TransportState): void => {
    if (state.state === 'connecting') return
    const wasOpen = open
    open = state.state === 'open'
    clearInterval(heartbeat)
    if (open) {
      read = createStatusReader()
      listener?.opened()
      transport.write(greet)
      void ask()
      heartbeat = setInterval(() => busy || void ask(), heartbeatMs)
      return
    }
    heardAt = 0
    drawerOpen = null
    setCondition('offline')
    asking?.settle()
    clearing?.settle(false)
    if (wasOpen) listener?.lost()
  }

  return {
    condition: () => condition ?? 'offline',
    isOpen: () => open,
    isFresh: () =>
      open && confirmation.asb && heardAt > 0 && performance.now() - heardAt < heartbeatMs + answerMs,
    ask,
    clear,
    isMute: () => open && isMute,
    write: (bytes, left) => transport.write(bytes, left),
    reconnect,
    transmitMs: (bytes) => (bytes / transport.bytesPerSecond) * 1000,
    setBusy: (next) => (busy = next),
    open: (heardBy) => {
      listener = heardBy
      transport.onData((chunk) => read(chunk).forEach(heard))
      transport.onState(onState)
      transport.open()
    },
    close: () => transport.close(),
  }
}
