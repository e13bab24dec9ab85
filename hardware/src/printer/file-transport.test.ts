import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { fileTransport, openDeviceFile, type DeviceFile } from './file-transport.ts'
import type { Transport } from './transport.ts'
import { waitFor } from '../fixtures/wait-for.ts'

/** A device that takes a few bytes at a time, or none, and is pulled out on demand. */
class Device implements DeviceFile {
  room = Infinity
  taken = Buffer.alloc(0)
  answers: Buffer[] = []
  gone = false
  closed = 0

  read(into: Uint8Array): Promise<number | null> {
    if (this.gone) return Promise.reject(new Error('ENODEV'))
    const answer = this.answers.shift()
    if (answer === undefined) return Promise.resolve(null)
    answer.copy(into)
    return Promise.resolve(answer.length)
  }

  write(bytes: Uint8Array): Promise<number | null> {
    if (this.room === 0) return Promise.resolve(null)
    const part = bytes.subarray(0, Math.min(this.room, 7))
    this.room -= part.length
    this.taken = Buffer.concat([this.taken, part])
    return Promise.resolve(part.length)
  }

  close(): Promise<void> {
    this.closed += 1
    return Promise.resolve()
  }
}

let transport: Transport
let states: string[]
let heard: Buffer
afterEach(() => transport.close())

const start = (openFile: () => Promise<DeviceFile>, endsAtZero = false): void => {
  states = []
  heard = Buffer.alloc(0)
  transport = fileTransport({ openFile, endsAtZero, pollMs: 1, firstRetryMs: 1, longestRetryMs: 5 })
  transport.onState(({ state }) => states.push(state))
  transport.onData((chunk) => (heard = Buffer.concat([heard, chunk])))
  transport.open()
}
const opened = (): Promise<void> => waitFor(() => expect(states).toContain('open'))

test('all bytes arrive in order, however few it takes at a time, and its answers come back', async () => {
  const device = new Device()
  device.room = 10
  start(() => Promise.resolve(device))
  await opened()
  transport.write(Buffer.from('Hello, '))
  transport.write(Buffer.from('this is a ticket'))
  await waitFor(() => expect(device.taken.toString()).toBe('Hello, thi'))
  device.answers.push(Buffer.from([0x12]), Buffer.from([0x10, 0x00]))
  await waitFor(() => expect(heard).toEqual(Buffer.from([0x12, 0x10, 0x00])))
  device.room = Infinity
  await waitFor(() => expect(device.taken.toString()).toBe('Hello, this is a ticket'))
})

test('pulled out it is lost with what was waiting, closed, and opened again when it is back', async () => {
  const first = new Device()
  const second = new Device()
  first.room = 0
  const found = [first, null, second]
  start(() => {
    const device = found.shift()
    return device ? Promise.resolve(device) : Promise.reject(new Error('ENOENT'))
  })
  await opened()
  transport.write(Buffer.from('old'))
  first.gone = true
  await waitFor(() => expect(states.filter((state) => state === 'open')).toHaveLength(2))
  expect(states).toEqual(['connecting', 'open', 'lost', 'connecting', 'lost', 'connecting', 'open'])
  transport.write(Buffer.from('new'))
  await waitFor(() => expect(second.taken.toString()).toBe('new'))
  expect(first.closed).toBe(1)
})

test('bytes have left once the device has taken the last one, and never when it is pulled out before', async () => {
  const device = new Device()
  device.room = 5
  start(() => Promise.resolve(device))
  await opened()
  const left: string[] = []
  transport.write(Buffer.from('abcd'), () => left.push('first'))
  transport.write(Buffer.from('efgh'), () => left.push('second'))
  await waitFor(() => expect(device.taken.toString()).toBe('abcde'))
  expect(left).toEqual(['first'])
  device.gone = true
  await waitFor(() => expect(states).toContain('lost'))
  device.room = Infinity
  await waitFor(() => expect(states.filter((state) => state === 'open').length).toBeGreaterThan(1))
  expect(left).toEqual(['first'])
})

test('closed it lets go of the file, and can be opened again', async () => {
  const device = new Device()
  start(() => Promise.resolve(device))
  await opened()
  transport.close()
  await waitFor(() => expect(device.closed).toBe(1))
  transport.open()
  await waitFor(() => expect(states).toEqual(['connecting', 'open', 'closed', 'connecting', 'open']))
})

test('opened anew in the same breath, the next connection waits for the last one to let go, and loses no byte to it', async () => {
  const first = new Device()
  const second = new Device()
  first.room = 0
  const found = [first, second]
  const order: string[] = []
  start(() => {
    order.push(`open, ${first.closed} closed`)
    return Promise.resolve(found.shift() ?? new Device())
  })
  await opened()
  transport.write(Buffer.from('old'))
  for (let again = 0; again < 3; again++) {
    transport.close()
    transport.open()
  }
  await waitFor(() => expect(states.filter((state) => state === 'open')).toHaveLength(2))
  second.room = 0
  transport.write(Buffer.from('new, and longer'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  second.room = Infinity
  await waitFor(() => expect(second.taken.toString()).toBe('new, and longer'))
  expect(order).toEqual(['open, 0 closed', 'open, 1 closed'])
  expect([...new Set(states)]).toEqual(['connecting', 'open', 'closed'])
})

test('a serial line that ends is lost; a USB printer that sends nothing is not', async () => {
  const device = new Device()
  device.answers.push(Buffer.alloc(0))
  start(() => Promise.resolve(device), true)
  await waitFor(() => expect(states).toContain('lost'))
  transport.close()
  device.answers.push(Buffer.alloc(0), Buffer.from([0x12]))
  start(() => Promise.resolve(device), false)
  await waitFor(() => expect(heard).toHaveLength(1))
  expect(states).not.toContain('lost')
})

test('a real file that is full or empty makes nobody wait', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-pipe-'))
  const path = join(folder, 'lp0')
  execFileSync('mkfifo', [path])
  const file = await openDeviceFile(path)
  try {
    expect(await file.read(Buffer.alloc(8))).toBeNull()
    const block = Buffer.alloc(64 * 1024, 0x41)
    let count: number | null = 0
    while (count !== null) count = await file.write(block)
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    expect((await reader.read(block)).bytesRead).toBeGreaterThan(0)
    await reader.close()
  } finally {
    await file.close()
    await rm(folder, { recursive: true })
  }
})
