import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Transport, TransportState } from './transport.ts'

/** A device file opened so that nothing on it ever waits: `null` says that there is nothing yet, or no room. */
export interface DeviceFile {
  read(into: Uint8Array): Promise<number | null>
  write(bytes: Uint8Array): Promise<number | null>
  close(): Promise<void>
}

export interface FileTransportOptions {
  openFile: () => Promise<DeviceFile>
  /** Whether a read of nothing means that the device is gone; a USB printer may well send nothing. */
  endsAtZero: boolean
  bytesPerSecond?: number
  pollMs?: number
  firstRetryMs?: number
  longestRetryMs?: number
}

const notYet = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'EAGAIN') return null
  throw error
}

/** Never blocks a thread: a printer out of paper takes no bytes for hours, and the journal needs the threads. */
export const openDeviceFile = async (path: string): Promise<DeviceFile> => {
  const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants
  const file = await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY)
  return {
    read: (into) => file.read(into).then(({ bytesRead }) => bytesRead, notYet),
    write: (bytes) => file.write(bytes).then(({ bytesWritten }) => bytesWritten, notYet),
    close: () => file.close(),
  }
}

/** What is still to be written on one connection. */
interface Outgoing {
  parts: { bytes: Buffer; left?: (() => void) | undefined }[]
  wake: () => void
}

/** A printer behind a device file: `/dev/usb/lp0`, or a serial port that is set up already. Looked at every few milliseconds. */
export const fileTransport = ({
  openFile,
  endsAtZero,
  bytesPerSecond = Infinity,
  pollMs = 20,
  firstRetryMs = 500,
  longestRetryMs = 10_000,
}: FileTransportOptions): Transport => {
  let life = 0
  let outgoing: Outgoing | null = null
  /** A printer on USB can be opened once: the file of one connection is closed before the next one's is opened. */
  let letGo: Promise<void> = Promise.resolve()
  let heardData: (chunk: Uint8Array) => void = () => {}
  let heardState: (state: TransportState) => void = () => {}

  const readAll = async (file: DeviceFile, isMine: () => boolean): Promise<void> => {
    const chunk = Buffer.alloc(512)
    while (isMine()) {
      const count = await file.read(chunk)
      if (count === 0 && endsAtZero) throw new Error('closed by the device')
      if (count !== null && count > 0 && isMine()) heardData(Buffer.from(chunk.subarray(0, count)))
      else await wait(pollMs)
    }
  }

  const writeAll = async (file: DeviceFile, mine: Outgoing, isMine: () => boolean): Promise<void> => {
    const { parts } = mine
    while (isMine()) {
      const [first] = parts
      if (first === undefined) {
        await new Promise<void>((resolve) => (mine.wake = resolve))
        continue
      }
      const count = await file.write(first.bytes)
      if (!isMine()) return
      if (count === null || count === 0) await wait(pollMs)
      else if (count < first.bytes.length) first.bytes = first.bytes.subarray(count)
      else parts.shift()?.left?.()
    }
  }

  /** One connection, from its opening to its loss. @returns why it ended */
  const live = async (isMine: () => boolean, opened: () => void): Promise<string> => {
    await letGo
    const { promise, resolve } = Promise.withResolvers<void>()
    letGo = promise
    const mine: Outgoing = { parts: [], wake: () => {} }
    let file: DeviceFile | null = null
    try {
      if (!isMine()) return 'closed'
      file = await openFile()
      if (!isMine()) return 'closed'
      opened()
      outgoing = mine
      heardState({ state: 'open' })
      await Promise.race([readAll(file, isMine), writeAll(file, mine, isMine)])
      return 'closed'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      if (outgoing === mine) outgoing = null
      mine.wake()
      await file?.close().catch(() => {})
      resolve()
    }
  }

  const run = async (mine: number): Promise<void> => {
    let failures = 0
    while (life === mine) {
      heardState({ state: 'connecting', attempt: failures + 1 })
      let connection = true
      const isMine = (): boolean => life === mine && connection
      const reason = await live(isMine, () => (failures = 0))
      connection = false
      if (life !== mine) return
      heardState({ state: 'lost', reason })
      await wait(Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures, 10)))
      failures += 1
    }
  }

  let running = false
  return {
    bytesPerSecond,
    open: () => {
      if (running) return
      running = true
      void run(++life)
    },
    write: (bytes, left) => {
      outgoing?.parts.push({ bytes: Buffer.from(bytes), left })
      outgoing?.wake()
    },
    onData: (listener) => (heardData = listener),
    onState: (listener) => (heardState = listener),
    close: () => {
      running = false
      life += 1
      outgoing?.wake()
      outgoing = null
      heardState({ state: 'closed' })
    },
  }
}
