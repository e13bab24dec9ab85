import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator, type Fault } from '../emulator/emulator.ts'
import { profiles } from '../escpos/profile.ts'
import { emulatedHid } from '../hid/emulated-hid.ts'
import { HidUnavailableError, type HidDevice } from '../hid/hid-port.ts'
import { tcpTransport } from '../printer/tcp-transport.ts'
import { examine } from './doctor.ts'
import { isAnythingMissing, reportText, type Finding } from './finding.ts'
import { hidFindings } from './hid-findings.ts'
import { checkPrinter, type PrinterChecks } from './printer-check.ts'
import { serialPorts, usbFindings, usbPrinters } from './system-ports.ts'
import { waitFor } from '../fixtures/wait-for.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'lobbyline-doctor-'))))
afterEach(() => rm(folder, { recursive: true }))

const words = (findings: readonly Finding[]): string =>
  reportText([{ title: 'Look', findings }]).replace(/^Look\n/, '')

describe('a printer', () => {
  let emulator: Emulator
  beforeEach(async () => {
    emulator = await startEmulator({ printers: [{ id: 'kiosk', port: 0 }], httpPort: 0 })
  })
  afterEach(() => emulator.stop())

  const check = async (checks: Partial<PrinterChecks> = {}): Promise<string> => {
    const port = emulator.ports['kiosk'] ?? 0
    const printer = {
      id: 'kiosk',
      transport: `tcp://127.0.0.1:${port}`,
      profile: profiles['epson-tm-t20'],
      drawerOpenIs: 'high' as const,
    }
    return words(
      await checkPrinter(printer, tcpTransport('127.0.0.1', port), {
        print: false,
        drawer: false,
        patienceMs: 2_000,
        ...checks,
      }),
    )
  }

  test('that is well is said to be, and nothing comes out of it unasked', async () => {
    expect(await check()).toBe('  ok kiosk (epson-tm-t20) answers: ready\n  ok kiosk: its drawer is closed')
    expect(emulator.slips()).toHaveLength(0)
    expect(emulator.printers()[0]?.drawerOpen).toBe(false)
  })

  test('prints a test slip and opens its drawer on request', async () => {
    const said = await check({ print: true, drawer: true })
    expect(said).toContain('the test slip is on paper, it says so itself')
    expect(said).toContain("the drawer's pulse went out, and it is open")
    expect(emulator.slips()[0]?.lines).toContain('Español: Tome su número, por favor')
    expect(emulator.slips()[0]?.qr).toEqual(['https://www.example.gov/test'])
  })

  test.each<[Fault, string]>([
    ['paper-out', 'put in a new roll'],
    ['cover-open', 'close the cover'],
    ['error', 'paper in the cutter'],
    ['unplugged', 'check its power, its cable and its address'],
  ])('that is %s: what to do', async (fault, advice) => {
    emulator.setCondition('kiosk', fault)
    const said = await check({ print: true })
    expect(said).toContain('  !! kiosk')
    expect(said).toContain(advice)
    expect(emulator.slips()).toHaveLength(0)
  })

  const nothing = { processId: false, asb: false, gsr: false }

  const mute = { ...nothing, realTime: false }

  test.each([
    ['says nothing', 'mute-80mm', mute, 'is reached, and says nothing about itself'],
    ['only answers', 'generic-80mm', nothing, 'answers: ready'],
  ] as const)('that %s is no fault: look at the paper, and the drawer', async (_, name, abilities, first) => {
    const cheap = await startEmulator({ printers: [{ id: 'cheap', port: 0, abilities }], httpPort: 0 })
    try {
      const port = cheap.ports['cheap'] ?? 0
      const printer = { id: 'cheap', transport: `tcp://127.0.0.1:${port}`, profile: profiles[name] }
      const findings = await checkPrinter(printer, tcpTransport('127.0.0.1', port), {
        ...{ print: true, drawer: true, patienceMs: 500 },
      })
      expect(words(findings).split('\n')).toEqual([
        expect.stringContaining(first),
        '  -  cheap: the test slip went out; this kind cannot say that it printed: look at the paper',
        "  -  cheap: the drawer's pulse went out; this kind cannot say that it came: look at the drawer",
      ])
      expect(isAnythingMissing([{ title: '', findings }])).toBe(false)
      await waitFor(() => expect(cheap.printers()[0]?.drawerOpen).toBe(true))
      expect(cheap.slips()).toHaveLength(1)
    } finally {
      await cheap.stop()
    }
  })

  test.each(['epson-tm-t20', 'generic-80mm'] as const)(
    'that should answer as %s does, and never does, is a fault, and gets no test slip',
    async (name) => {
      const dead = await startEmulator({ printers: [{ id: 'dead', port: 0, abilities: mute }], httpPort: 0 })
      try {
        const port = dead.ports['dead'] ?? 0
        const printer = { id: 'dead', transport: `tcp://127.0.0.1:${port}`, profile: profiles[name] }
        const findings = await checkPrinter(printer, tcpTransport('127.0.0.1', port), {
          ...{ print: true, drawer: true, patienceMs: 500 },
        })
        expect(words(findings)).toMatch(/^ {2}!! dead at .*does not answer as .*[^]*like mute-80mm/)
        expect(dead.slips()).toHaveLength(0)
      } finally {
        await dead.stop()
      }
    },
  )

  test('a logo that cannot be read is named, with what to do', async () => {
    const port = emulator.ports['kiosk'] ?? 0
    const sections = await examine({
      config: {
        serverUrl: 'http://127.0.0.1:1',
        deviceToken: 'x',
        dataDir: folder,
        logo: join(folder, 'no-seal.png'),
        printers: [{ id: 'kiosk', transport: `tcp://127.0.0.1:${port}`, profile: 'epson-tm-t20' }],
      },
      checks: { print: false, drawer: false, patienceMs: 2_000 },
      hid: emulatedHid(),
      transportOf: () => tcpTransport('127.0.0.1', port),
    })
    expect(reportText(sections)).toMatch(/!! LOGO \(logo\): .*no-seal\.png cannot be read[^]*-> give a PNG/)
  })

  test('a drawer opened by the doctor stands in a record', async () => {
    const port = emulator.ports['kiosk'] ?? 0
    const sections = await examine({
      config: {
        serverUrl: 'http://127.0.0.1:1',
        deviceToken: 'x',
        dataDir: folder,
        printers: [{ id: 'kiosk', transport: `tcp://127.0.0.1:${port}`, profile: 'epson-tm-t20' }],
      },
      checks: { print: false, drawer: true, patienceMs: 2_000 },
      hid: emulatedHid(),
      transportOf: () => tcpTransport('127.0.0.1', port),
    })
    const record = JSON.parse(await readFile(join(folder, 'drawer-tests.jsonl'), 'utf8')) as unknown
    expect(record).toMatchObject({ printerId: 'kiosk', reason: 'doctor' })
    expect(reportText(sections)).toContain('http://127.0.0.1:1 does not answer')
    expect(isAnythingMissing(sections)).toBe(true)
  })
})

test('a drawer is not opened where no record of it can be written', async () => {
  const emulator = await startEmulator({ printers: [{ id: 'kiosk', port: 0 }], httpPort: 0 })
  try {
    const port = emulator.ports['kiosk'] ?? 0
    await writeFile(join(folder, 'file'), '')
    const sections = await examine({
      config: {
        serverUrl: 'http://127.0.0.1:1',
        deviceToken: 'x',
        dataDir: join(folder, 'file', 'data'),
        printers: [{ id: 'kiosk', transport: `tcp://127.0.0.1:${port}`, profile: 'epson-tm-t20' }],
      },
      checks: { print: false, drawer: true, patienceMs: 2_000 },
      hid: emulatedHid(),
      transportOf: () => tcpTransport('127.0.0.1', port),
    })
    expect(reportText(sections)).toMatch(/!! kiosk: its drawer stays closed.*ENOTDIR[^]*-> give this user/)
    expect(emulator.printers()[0]?.drawerOpen).toBe(false)
  } finally {
    await emulator.stop()
  }
})

describe('other devices', () => {
  const device = (rest: Partial<HidDevice>): HidDevice => ({
    path: '/dev/hidraw0',
    vendorId: 0x0c2e,
    productId: 0x0b07,
    usagePage: 0x8c,
    usage: 2,
    product: 'Honeywell Voyager',
    serialNumber: '',
    ...rest,
  })

  test('a scanner that is there, and one that is not', async () => {
    const hid = emulatedHid()
    hid.plug(device({}))
    const said = words(
      await hidFindings(hid, [
        { kind: 'scanner', at: 'window:1' },
        { kind: 'light', at: 'window:1' },
      ]),
    )
    expect(said).toContain('  ok scanner: Honeywell Voyager (vendorId 0c2e, productId 0b07)')
    expect(said).toContain('  !! the light for window:1 is not there')
  })

  test('a scanner that may not be opened: the rule to write', async () => {
    const hid = emulatedHid()
    hid.plug(device({}))
    const said = words(await hidFindings({ ...hid, open: () => Promise.reject(new Error('EACCES')) }, []))
    expect(said).toContain('ATTRS{idVendor}=="0c2e"')
  })

  test('a card reader is named and let be', async () => {
    const hid = emulatedHid()
    hid.plug(device({ usagePage: 0x8e, product: 'MagTek' }))
    let opened = 0
    const open = (path: string) => {
      opened += 1
      return hid.open(path)
    }
    expect(words(await hidFindings({ ...hid, open }, []))).toContain('MagTek')
    expect(opened).toBe(0)
  })

  test('a missing library is named with what to install', async () => {
    const list = () => Promise.reject(new HidUnavailableError('install libusb'))
    expect(words(await hidFindings({ ...emulatedHid(), list }, []))).toContain('-> install libusb')
  })

  test('ports of the machine are found by their names', async () => {
    await mkdir(join(folder, 'usb'))
    for (const name of ['usb/lp0', 'usb/hiddev0', 'ttyUSB0', 'ttyS1', 'tty1'])
      await writeFile(join(folder, name), '')
    expect((await usbPrinters(folder)).map(({ path }) => path)).toEqual([join(folder, 'usb/lp0')])
    expect((await serialPorts(folder)).map(({ path }) => path)).toEqual(
      ['ttyS1', 'ttyUSB0'].map((name) => join(folder, name)),
    )
    expect(words(usbFindings([{ path: '/dev/usb/lp0', usable: false }], 'linux'))).toContain(
      'usermod -a -G lp',
    )
  })
})
