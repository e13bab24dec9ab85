import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tcpTransport } from './tcp-transport.ts'
import type { Transport } from './transport.ts'
import { waitFor } from '../fixtures/wait-for.ts'

/** More than any machine takes for a printer that reads nothing. */
const flood = Buffer.alloc(64 * 1024 * 1024)

let server: Server
let printer: Socket
let transport: Transport
let left: string[]
let isOpen: boolean
beforeEach(async () => {
  left = []
  isOpen = false
  server = createServer((socket) => {
    printer = socket
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  transport = tcpTransport('127.0.0.1', (server.address() as AddressInfo).port)
  transport.onState(({ state }) => (isOpen = state === 'open'))
  const connected = once(server, 'connection')
  transport.open()
  await connected
  await waitFor(() => expect(isOpen).toBe(true))
  transport.write(Buffer.from('little'), () => left.push('little'))
  transport.write(flood, () => left.push('much'))
  await waitFor(() => expect(left).toEqual(['little']))
})
afterEach(() => {
  transport.close()
  printer.destroy()
  server.close()
})

test('bytes have left once the machine has taken them', async () => {
  printer.resume()
  await waitFor(() => expect(left).toEqual(['little', 'much']))
})

test('bytes that are lost with the connection never do', async () => {
  printer.resetAndDestroy()
  await waitFor(() => expect(isOpen).toBe(false))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(left).toEqual(['little'])
})
