import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import jsqr from 'jsqr'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encode, encodeDrawerKick } from '../escpos/encode.ts'
import { profiles } from '../escpos/profile.ts'
import { receipt, spanishTicket, ticket } from '../fixtures/slips.ts'
import { startEmulator, type Emulator } from './emulator.ts'
import { waitFor } from '../fixtures/wait-for.ts'

let emulator: Emulator
let socket: Socket
let heard: Buffer

beforeEach(async () => {
  emulator = await startEmulator({ printers: [{ id: 'kiosk', name: 'Kiosk', port: 0 }], httpPort: 0 })
  socket = connect(emulator.ports['kiosk'] ?? 0, '127.0.0.1')
  heard = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => (heard = Buffer.concat([heard, bytes])))
  await once(socket, 'connect')
})
afterEach(async () => {
  socket.destroy()
  await emulator.stop()
})

const epson = profiles['epson-tm-t20']
const original = { copy: 0, jobToken: 'ABCD' }
const confirmation = Buffer.from('3722414243440' + '0', 'hex')
const url = (path: string): string => `http://127.0.0.1:${emulator.httpPort}${path}`
const slipsCut = (count: number): Promise<void> => waitFor(() => expect(emulator.slips()).toHaveLength(count))
const hears = (bytes: Buffer | string): Promise<void> =>
  waitFor(() => expect(heard.includes(bytes)).toBe(true))

const readQr = async (png: Buffer): Promise<string | undefined> => {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return jsqr.default(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height)
    ?.data
}

interface SlipJson {
  lines: string[]
  qr: string[]
  bytesBase64: string
  png: string
  printer: string
}

const fetchSlips = async (): Promise<SlipJson[]> =>
  (await (await fetch(url('/api/slips?printer=kiosk'))).json()) as SlipJson[]

const fault = (body: unknown): Promise<Response> =>
  fetch(url('/api/printers/kiosk/fault'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('a ticket comes out as its lines, its number and a QR code that a phone can read', async () => {
  socket.write(encode(ticket, epson, original))
  await slipsCut(1)
  const [slip] = await fetchSlips()
  expect(slip?.lines.slice(0, 4)).toEqual([
    'City of Beaumont',
    '550 E. 6th Street',
    'P012',
    'Pet tag renewal',
  ])
  const png = Buffer.from(await (await fetch(url(slip?.png ?? ''))).arrayBuffer())
  expect(await readQr(png)).toBe('https://lobby.beaumontca.example/v/7Kq2mXw9')
  await hears(confirmation)
})

test.each(Object.values(profiles).filter(({ cutter }) => cutter))(
  '$name prints the Spanish ticket with every accent',
  async (profile) => {
    socket.write(encode(spanishTicket, profile, original))
    await slipsCut(1)
    const text = emulator.slips()[0]?.lines.join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('De 8 a 14 minutos, lo más probable')
    expect(text).toContain('¿Es inquilino? Traiga también su contrato de alquiler')
  },
)

test('bytes one by one give the same slip, and exactly its bytes', async () => {
  const job = encode(receipt, epson, original)
  for (const byte of job) socket.write(Uint8Array.of(byte))
  await slipsCut(1)
  const [slip] = await fetchSlips()
  expect(slip?.lines).toContain('Total                                     $50.00')
  expect(Buffer.from(slip?.bytesBase64 ?? '', 'base64')).toEqual(
    job.subarray(0, job.lastIndexOf(Buffer.from('1d2848', 'hex'))),
  )
})

test('out of paper it answers at once, prints nothing, and goes on after the refill', async () => {
  await fault({ condition: 'paper-out' })
  socket.write(Buffer.from([0x10, 0x04, 0x04]))
  await hears(Buffer.from([0x7e]))
  socket.write(encode(ticket, epson, original))
  socket.write(Buffer.from([0x10, 0x04, 0x01]))
  await hears(Buffer.from([0x1a]))
  expect(emulator.slips()).toHaveLength(0)
  await fault({ condition: 'ready' })
  await slipsCut(1)
  await hears(confirmation)
})

test('a fault in mid-job stops the paper there', async () => {
  await fault({ condition: 'paper-out', afterBytes: 100 })
  socket.write(encode(ticket, epson, original))
  await waitFor(() => expect(emulator.printers()[0]?.condition).toBe('paper-out'))
  expect(emulator.slips()).toHaveLength(0)
  await hears(Buffer.from([0x18, 0x00, 0x0f, 0x0f]))
})

test('clearing the buffer throws away an image that never ended, and the next slip is whole', async () => {
  const job = encode(ticket, epson, original)
  socket.write(job.subarray(0, 4_000))
  socket.write(Buffer.from([0x10, 0x04, 0x01]))
  await hears(Buffer.from([0x12]))
  socket.write(Buffer.from('10140801031401060208', 'hex'))
  await hears(Buffer.from([0x37, 0x25, 0x00]))
  socket.write(encode(receipt, epson, original))
  await slipsCut(1)
  expect(emulator.slips()[0]?.lines).toContain('Tag number                              26-04417')
})

test('a drawer kick opens the drawer, and somebody has to close it', async () => {
  socket.write(encodeDrawerKick(epson, original))
  await waitFor(() => expect(emulator.printers()[0]?.drawerOpen).toBe(true))
  await hears(Buffer.from([0x14, 0x00, 0x00, 0x0f]))
  emulator.closeDrawer('kiosk')
  expect(emulator.printers()[0]?.drawerOpen).toBe(false)
})

test('unplugged it is gone', async () => {
  const gone = once(socket, 'close')
  await fault({ condition: 'unplugged' })
  await gone
  const second = connect(emulator.ports['kiosk'] ?? 0, '127.0.0.1')
  await once(second, 'close')
  expect(emulator.printers()[0]).toMatchObject({ condition: 'unplugged', connected: false })
})

test('a second connection is turned away', async () => {
  const second = connect(emulator.ports['kiosk'] ?? 0, '127.0.0.1')
  await once(second, 'close')
  expect(emulator.printers()[0]?.connected).toBe(true)
})

test('the page tells its watchers of each slip, and keeps strangers out', async () => {
  const stream = await fetch(url('/api/events'))
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  socket.write(encode(receipt, epson, original))
  let text = ''
  while (!text.includes('event: slip')) text += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  expect((await fetch(url('/'))).headers.get('content-type')).toContain('text/html')
  expect((await fault({ condition: 'on-fire' })).status).toBe(400)
  expect((await fetch(url('/api/printers/nobody/fault'), { method: 'POST' })).status).toBe(404)
  expect((await fetch(url('/api/printers/kiosk/fault'), { method: 'POST', body: '{}' })).status).toBe(415)
  expect((await fetch(url('/fonts/../package.json'))).status).toBe(404)
})
