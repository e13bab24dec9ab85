import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encode } from '../escpos/encode.ts'
import { profiles } from '../escpos/profile.ts'
import { ticket } from '../fixtures/slips.ts'
import { openStation, type Station } from './station.ts'
import { waitFor } from '../fixtures/wait-for.ts'

const job = encode(ticket, profiles['epson-tm-t20'], { copy: 0, jobToken: 'ABCD' })
const askStatus = Buffer.from([0x10, 0x04, 0x01])
let station: Station
let socket: Socket
let slips = 0
let heard: Buffer

const dial = async (): Promise<void> => {
  heard = Buffer.alloc(0)
  socket = connect(station.port, '127.0.0.1')
  socket.on('data', (bytes: Buffer) => (heard = Buffer.concat([heard, bytes])))
  socket.on('error', () => {})
  await once(socket, 'connect')
}

beforeEach(async () => {
  slips = 0
  station = await openStation({ port: 0, dots: 576, slip: () => slips++, changed: () => {} })
  await dial()
})
afterEach(async () => {
  socket.destroy()
  await station.stop()
})

test('unplugged in the middle of a job it prints no more of it, and takes nobody in', async () => {
  station.setFault('unplugged', 2_000)
  socket.write(job)
  await once(socket, 'close')
  await dial()
  await once(socket, 'close')
  expect(station.fault()).toBe('unplugged')
  expect(station.device.uncut()).toEqual(['City of Beaumont', '550 E. 6th Street'])
  expect(slips).toBe(0)
})

test('switched off and on it forgets its buffer, and is there again', async () => {
  station.setFault('reboot', 12_000)
  socket.write(job)
  await once(socket, 'close')
  await dial()
  socket.write(job)
  await waitFor(() => expect(slips).toBe(1))
  expect(station.fault()).toBe('ready')
})

test('hung it keeps the line and says nothing until it is mended', async () => {
  station.setFault('silent')
  socket.write(askStatus)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(heard).toHaveLength(0)
  station.setFault('ready')
  socket.write(askStatus)
  await waitFor(() => expect(heard).toEqual(Buffer.from([0x12])))
})

test('slow it holds back what came, and hands it over once it is mended', async () => {
  station.setFault('slow')
  socket.write(job)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(slips).toBe(0)
  station.setFault('ready')
  await waitFor(() => expect(slips).toBe(1))
})

test('acts between two bytes', async () => {
  station.after(3, () => station.device.setCondition('offline'))
  socket.write(Buffer.concat([askStatus, askStatus]))
  await waitFor(() => expect(heard).toEqual(Buffer.from([0x12, 0x1a])))
})
