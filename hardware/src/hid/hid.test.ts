import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isCardReader, kindOf } from './device-kind.ts'
import { emulatedHid } from './emulated-hid.ts'
import { HidUnavailableError, type HidDevice, type HidPort } from './hid-port.ts'
import { createHidStation, type HidConfig, type HidListener, type HidStation } from './hid-station.ts'
import { actionOf, createKeyReader, keyReports, usualKeys } from './key-report.ts'
import { createScanReader, scanReports } from './scan-report.ts'
import { colorIn, lightReport } from './status-light.ts'
import { waitFor } from '../fixtures/wait-for.ts'

const device = (path: string, rest: Partial<HidDevice>): HidDevice => ({
  path,
  vendorId: 0,
  productId: 0,
  usagePage: 0,
  usage: 0,
  product: 'a device',
  serialNumber: '',
  ...rest,
})
const scanner = device('/dev/hidraw0', { vendorId: 0x0c2e, productId: 0x0b07, usagePage: 0x8c, usage: 2 })
const keypad = device('/dev/hidraw1', { vendorId: 0x2047, usagePage: 0x01, usage: 6 })
const light = device('/dev/hidraw2', { vendorId: 0x27b8, productId: 0x01ed })
const cardReader = device('/dev/hidraw3', { usagePage: 0x8e, usage: 1 })

describe('a scanner', () => {
  test('one report is one code', () => {
    const read = createScanReader()
    const report = new Uint8Array(64)
    report.set([0x02, 5, 0x5d, 0x43, 0x30, ...Buffer.from('26-04', 'ascii')])
    expect(read(report)).toEqual({ aim: ']C0', text: '26-04' })
  })

  test('[any text] goes over in as many reports as it needs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400 }), (typed) => {
        const text = typed.replace(/[\u0000-\u001f\u007f]/g, 'x')
        const read = createScanReader()
        const answers = scanReports(text).map(read)
        expect(answers.pop()?.text).toBe(text)
        expect(answers.every((answer) => answer === null)).toBe(true)
      }),
    )
  })

  test('[any bytes] never throw, and a broken report ends what came before it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 5 }), (reports) => {
        const read = createScanReader()
        for (const report of reports) read(report)
        read(Uint8Array.of(9))
        expect(scanReports('P012').map(read).at(-1)?.text).toBe('P012')
      }),
    )
  })
})

describe('a keypad', () => {
  test('a key counts once while it is held', () => {
    const read = createKeyReader()
    const [down = new Uint8Array(), up = new Uint8Array()] = keyReports(0x52)
    expect([down, down, up, down].map(read)).toEqual([[0x52], [], [], [0x52]])
  })

  test('keys are as they were learned', () => {
    expect(actionOf(usualKeys, 0x52)).toBe('up')
    expect(actionOf({ up: 0x68 }, 0x68)).toBe('up')
    expect(actionOf({ up: 0x68 }, 0x52)).toBeNull()
  })
})

test('a light is told its color in its maker’s way', () => {
  expect(Buffer.from(lightReport('blink1', 'red').bytes).toString('hex')).toBe('0163dc0000000a0000')
  expect(Buffer.from(lightReport('luxafor', 'green').bytes).toString('hex')).toBe('0001ff00a028000000')
  for (const model of ['blink1', 'luxafor'] as const)
    for (const color of ['off', 'green', 'amber', 'red'] as const)
      expect(colorIn(lightReport(model, color).bytes)).toBe(color)
})

test('a card reader is no device of ours', () => {
  expect(isCardReader(cardReader)).toBe(true)
  expect([scanner, keypad, light, cardReader].map(kindOf)).toEqual(['scanner', 'keypad', 'light', null])
})

describe('the station', () => {
  let station: HidStation | null = null
  afterEach(async () => {
    await station?.stop()
    station = null
  })

  const start = (port: HidPort, ...devices: HidConfig[]) => {
    const heard: string[] = []
    const listener: HidListener = {
      scanned: (at, text) => heard.push(`${at} scanned ${text}`),
      pressed: (at, action) => heard.push(`${at} pressed ${action}`),
    }
    const said: string[] = []
    station = createHidStation({ port, devices, listener, log: (event) => said.push(event), lookEveryMs: 5 })
    station.start()
    return { heard, said, station }
  }
  const openSoon = (hid: ReturnType<typeof emulatedHid>, path: string): Promise<void> =>
    waitFor(() => expect(hid.isOpen(path)).toBe(true))

  test('a scanner that was unplugged and plugged in elsewhere goes on', async () => {
    const hid = emulatedHid()
    hid.plug(scanner)
    const { heard, said } = start(hid, { kind: 'scanner', at: 'window-1' })
    await openSoon(hid, scanner.path)
    expect(hid.written(scanner.path)).toEqual([Uint8Array.of(0xfe, 0x01)])
    for (const report of scanReports('26-04417')) hid.report(scanner.path, report)
    hid.unplug(scanner.path)
    hid.plug({ ...scanner, path: '/dev/hidraw9' })
    await openSoon(hid, '/dev/hidraw9')
    for (const report of scanReports('V003')) hid.report('/dev/hidraw9', report)
    expect(heard).toEqual(['window-1 scanned 26-04417', 'window-1 scanned V003'])
    expect(said).toEqual(['plugged', 'unplugged', 'plugged'])
  })

  test('two scanners of one kind serve two windows', async () => {
    const hid = emulatedHid()
    hid.plug({ ...scanner, serialNumber: 'A' })
    hid.plug({ ...scanner, path: '/dev/hidraw8', serialNumber: 'B' })
    const { heard } = start(
      hid,
      { kind: 'scanner', at: 'window-2', serialNumber: 'B' },
      { kind: 'scanner', at: 'window-1' },
    )
    await openSoon(hid, scanner.path)
    await openSoon(hid, '/dev/hidraw8')
    for (const report of scanReports('one')) hid.report(scanner.path, report)
    for (const report of scanReports('two')) hid.report('/dev/hidraw8', report)
    expect(heard).toEqual(['window-1 scanned one', 'window-2 scanned two'])
  })

  test('a keypad speaks in actions', async () => {
    const hid = emulatedHid()
    hid.plug(keypad)
    const { heard } = start(hid, { kind: 'keypad', at: 'kiosk', keys: { select: 0x68 } })
    await openSoon(hid, keypad.path)
    for (const usage of [0x68, 0x52]) for (const report of keyReports(usage)) hid.report(keypad.path, report)
    expect(heard).toEqual(['kiosk pressed select'])
  })

  test('a light shows its color as soon as it is plugged in, and is off at the end', async () => {
    const hid = emulatedHid()
    const { station } = start(hid, { kind: 'light', at: 'window-1' })
    station.light('window-1', 'red')
    hid.plug(light)
    const colors = (): unknown[] => hid.written(light.path).map(colorIn)
    await waitFor(() => expect(colors()).toEqual(['red']))
    station.light('window-1', 'green')
    station.light('window-1', 'green')
    await waitFor(() => expect(colors()).toEqual(['red', 'green']))
    await station.stop()
    expect(colors()).toEqual(['red', 'green', 'off'])
  })

  test('a scanner that refuses to be told its mode is used all the same', async () => {
    const hid = emulatedHid()
    const open = hid.open.bind(hid)
    vi.spyOn(hid, 'open').mockImplementation(async (path) => ({
      ...(await open(path)),
      sendFeature: () => Promise.reject(new Error('could not send feature report')),
    }))
    hid.plug(scanner)
    const { heard, said } = start(hid, { kind: 'scanner', at: 'window-1' })
    await waitFor(() => expect(said).toContain('not-told-to-pos'))
    for (const report of scanReports('26-04417')) hid.report(scanner.path, report)
    expect(heard).toEqual(['window-1 scanned 26-04417'])
    expect(said).toEqual(['plugged', 'not-told-to-pos'])
  })

  test('a device that cannot be opened is told once, and opened when it can be', async () => {
    const hid = emulatedHid()
    let tries = 0
    const open = hid.open.bind(hid)
    vi.spyOn(hid, 'open').mockImplementation((path) =>
      ++tries <= 3 ? Promise.reject(new Error('permission denied')) : open(path),
    )
    hid.plug(scanner)
    const { said } = start(hid, { kind: 'scanner', at: 'window-1' })
    await openSoon(hid, scanner.path)
    await waitFor(() => expect(said).toEqual(['not-opened', 'plugged']))
  })

  test('a light that takes no color is told once, and shows it when it does', async () => {
    const hid = emulatedHid()
    const open = hid.open.bind(hid)
    let tries = 0
    vi.spyOn(hid, 'open').mockImplementation(async (path) => {
      const opened = await open(path)
      return ++tries <= 4 ? { ...opened, sendFeature: () => Promise.reject(new Error('EPIPE')) } : opened
    })
    const { said, station } = start(hid, { kind: 'light', at: 'window-1' })
    station.light('window-1', 'red')
    hid.plug(light)
    await waitFor(() => expect(hid.written(light.path).map(colorIn)).toEqual(['red']))
    expect(said).toEqual(['not-opened', 'plugged'])
  })

  test('a card reader is never opened, whatever the configuration', async () => {
    const hid = emulatedHid()
    hid.plug(cardReader)
    hid.plug(scanner)
    start(
      hid,
      { kind: 'keypad', at: 'kiosk' },
      { kind: 'light', at: 'kiosk' },
      { kind: 'scanner', at: 'kiosk' },
    )
    await openSoon(hid, scanner.path)
    expect(hid.isOpen(cardReader.path)).toBe(false)
  })

  test('a machine that cannot list its devices for a while is said once each time, and looked at again', async () => {
    const hid = emulatedHid()
    hid.plug(scanner)
    let looks = 0
    const list = (): ReturnType<HidPort['list']> =>
      ++looks <= 3 ? Promise.reject(new Error('busy')) : hid.list()
    const { said } = start({ list, open: hid.open.bind(hid) }, { kind: 'scanner', at: 'window-1' })
    await openSoon(hid, scanner.path)
    await waitFor(() => expect(said).toEqual(['hid-unavailable', 'plugged']))
  })

  test('a missing library is said once, and nothing else happens', async () => {
    vi.useFakeTimers()
    const list = vi.fn(() => Promise.reject(new HidUnavailableError('install libusb')))
    const port: HidPort = { list, open: () => Promise.reject(new Error('no')) }
    const { said } = start(port, { kind: 'scanner', at: 'window-1' })
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect(said).toEqual(['hid-unavailable'])
    expect(list).toHaveBeenCalledTimes(1)
  })
})
