import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

const escape = 0x1b
const initialize = Buffer.from([escape, 0x40])
const processIdRequest = Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30])
const readyStatus = Buffer.from([0x10, 0x00, 0x00, 0x00])

/**
 * A printer that does nothing but take bytes and confirm: it notes when the first bytes of a job arrive.
 * It answers what an agent asks of an Epson printer: status requests as "ready", process ids as "printed".
 */
export class PrinterSink {
  readonly port: number
  #onJob: ((at: number) => void) | null = null

  private constructor(port: number) {
    this.port = port
  }

  static async open(): Promise<PrinterSink> {
    const holder: { sink?: PrinterSink } = {}
    const server = createServer((socket) => {
      socket.setNoDelay(true)
      socket.on('data', (bytes: Buffer) => holder.sink?.take(socket, bytes))
      socket.on('error', () => socket.destroy())
    })
    server.listen(0, '127.0.0.1').unref()
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return (holder.sink = new PrinterSink(address.port))
  }

  /** @returns when the first byte of the next job comes in (`performance.now()`) */
  nextJob(): Promise<number> {
    return new Promise((resolve) => (this.#onJob = resolve))
  }

  private take(socket: Socket, bytes: Buffer): void {
    if (bytes.includes(initialize)) {
      this.#onJob?.(performance.now())
      this.#onJob = null
    }
    for (let at = bytes.indexOf(0x10); at >= 0; at = bytes.indexOf(0x10, at + 1)) {
      if (bytes[at + 1] === 0x04) socket.write(Buffer.from([0x12]))
    }
    if (bytes.includes(Buffer.from([0x1d, 0x61]))) socket.write(readyStatus)
    const request = bytes.indexOf(processIdRequest)
    if (request >= 0) {
      const token = bytes.subarray(request + processIdRequest.length, request + processIdRequest.length + 4)
      socket.write(Buffer.concat([Buffer.from([0x37, 0x22]), token, Buffer.from([0x00])]))
    }
  }
}
