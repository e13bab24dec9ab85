import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHidStation, type HidStation } from '../hid/hid-station.ts'
import { startEmulator, type Emulator } from './emulator.ts'
import { waitFor } from '../fixtures/wait-for.ts'

let emulator: Emulator
let station: HidStation
let heard: string[]

beforeEach(async () => {
  heard = []
  emulator = await startEmulator({
    printers: [
      { id: 'kiosk', port: 0, at: 'kiosk:front' },
      { id: 'desk', port: 0, at: 'window:1' },
      { id: 'alone', port: 0 },
    ],
    httpPort: 0,
  })
  const { port, configs } = emulator.devices
  station = createHidStation({
    port,
    devices: configs,
    listener: {
      scanned: (at, text) => heard.push(`${at} ${text}`),
      pressed: (at, action) => heard.push(`${at} ${action}`),
    },
    log: () => {},
    lookEveryMs: 5,
  })
  station.start()
})
afterEach(async () => {
  await station.stop()
  await emulator.stop()
})

const post = async (path: string, body: unknown): Promise<number> => {
  const url = `http://127.0.0.1:${emulator.httpPort}/api/devices/${path}`
  const headers = { 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status
}
/** Until it is open, what a device says is heard by nobody. */
const uses = (path: string, body: unknown, line: string): Promise<void> =>
  waitFor(async () => {
    expect(await post(path, body)).toBe(200)
    expect(heard).toContain(line)
  })

test('a window has a scanner and a light, a kiosk a scanner and a keypad', () => {
  expect(emulator.devices.views().map(({ id }) => id)).toEqual([
    'kiosk-scanner',
    'kiosk-keypad',
    'desk-scanner',
    'desk-light',
  ])
})

test('what is scanned and pressed on the page is heard, at its place', async () => {
  await uses('desk-scanner/scan', { text: '26-04417' }, 'window:1 26-04417')
  await uses('kiosk-keypad/press', { action: 'select' }, 'kiosk:front select')
})

test('a scanner pulled out is silent, and goes on when it is plugged in', async () => {
  await uses('desk-scanner/scan', { text: 'before' }, 'window:1 before')
  await post('desk-scanner/plug', { plugged: false })
  await post('desk-scanner/scan', { text: 'meanwhile' })
  await post('desk-scanner/plug', { plugged: true })
  await uses('desk-scanner/scan', { text: 'after' }, 'window:1 after')
  expect(heard).not.toContain('window:1 meanwhile')
})

test('the page sees the color of a light', async () => {
  station.light('window:1', 'amber')
  await waitFor(() =>
    expect(emulator.devices.views().find(({ id }) => id === 'desk-light')?.color).toBe('amber'),
  )
})

test('strangers and nonsense are turned away', async () => {
  expect(await post('nobody/scan', { text: 'x' })).toBe(404)
  expect(await post('desk-scanner/scan', { text: '' })).toBe(400)
  expect(await post('kiosk-keypad/press', { action: 'fly' })).toBe(400)
})
