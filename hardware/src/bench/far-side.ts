import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createEmulatedPrinter } from '../emulator/emulated-printer.ts'

/**
 * What an agent talks to, as a process of its own: an emulated printer, a socket for the bare writes, and a
 * server that takes every report. Its clock is the system's monotonic one, which all processes share.
 */
export type FarSideMessage =
  | { type: 'ready'; printerPort: number; barePort: number; serverPort: number }
  /** a job came in: the first byte of its body, and its last byte */
  | { type: 'job'; firstNs: string; lastNs: string }
  | { type: 'report'; body: string }

const tell = (message: FarSideMessage): void => void process.send?.(message)

// What stands first in the body, and what ends a job.
const heading = Buffer.from(process.argv[2] ?? '')
const processId = Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30])

const hearJobs = (socket: Socket, receive: (bytes: Buffer) => void): void => {
  socket.setNoDelay(true)
  let job = Buffer.alloc(0)
  let firstNs = 0n
  socket.on('data', (bytes: Buffer) => {
    const nowNs = process.hrtime.bigint()
    job = Buffer.concat([job, bytes])
    if (firstNs === 0n && job.includes(heading)) firstNs = nowNs
    const end = job.lastIndexOf(processId)
    if (firstNs !== 0n && end !== -1 && job.length >= end + processId.length + 4) {
      tell({ type: 'job', firstNs: String(firstNs), lastNs: String(nowNs) })
      job = Buffer.alloc(0)
      firstNs = 0n
    }
    receive(bytes)
  })
  socket.on('error', () => socket.destroy())
}

const printerServer = createServer((socket) => {
  const printer = createEmulatedPrinter(576, {
    answer: (bytes) => void socket.write(bytes),
    slip: () => {},
    changed: () => {},
  })
  hearJobs(socket, (bytes) => printer.receive(bytes))
})
// It prints nothing, for whatever comes next would wait until that is drawn.
const bareServer = createServer((socket) => hearJobs(socket, () => {}))
const reports = createHttpServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    tell({ type: 'report', body })
  })
})

const portOf = (server: { address(): AddressInfo | string | null }): number =>
  (server.address() as AddressInfo).port

const servers = [printerServer, bareServer, reports]
let listening = 0
for (const server of servers)
  server.listen(0, '127.0.0.1', () => {
    listening += 1
    if (listening === servers.length)
      tell({
        type: 'ready',
        printerPort: portOf(printerServer),
        barePort: portOf(bareServer),
        serverPort: portOf(reports),
      })
  })
process.on('disconnect', () => process.exit())
