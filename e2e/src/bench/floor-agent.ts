import { connect } from 'node:net'
import { WebSocket } from 'ws'

/**
 * The floor of an agent: what comes in by the socket goes out to the printer, as many bytes as a real ticket has.
 * Run as `floor-agent.ts SERVER_PORT PRINTER_PORT BYTES`; prints `ready`.
 */
const [serverPort, printerPort, size] = process.argv.slice(2).map(Number)
const ticket = Buffer.alloc(size ?? 4000, 0x41)
ticket.set([0x1b, 0x40])
const printer = connect(printerPort ?? 0, '127.0.0.1')
printer.setNoDelay(true)
const socket = new WebSocket(`ws://127.0.0.1:${serverPort}`, { perMessageDeflate: false })
socket.on('message', () => printer.write(ticket))
socket.on('open', () => console.log('ready'))
process.on('disconnect', () => process.exit())
