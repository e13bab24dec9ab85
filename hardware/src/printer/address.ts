import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileTransport, openDeviceFile } from './file-transport.ts'
import { tcpTransport } from './tcp-transport.ts'
import type { Transport } from './transport.ts'

const flows = ['none', 'rtscts', 'xonxoff'] as const
/** How a printer on a serial port says that its buffer is full: not at all, by its line to CTS, or by a byte. */
type Flow = (typeof flows)[number]

/** Where a printer is: `tcp://192.168.1.50:9100`, `usb:/dev/usb/lp0` or `serial:/dev/ttyUSB0?baud=38400&flow=rtscts`. */
export type PrinterAddress =
  | { type: 'tcp'; host: string; port: number }
  | { type: 'usb'; path: string }
  | { type: 'serial'; path: string; baud: number; flow: Flow }

const usualBaud = 38_400
// Costs nothing where the printer does otherwise, for no answer of a printer has these bytes in it.
const usualFlow: Flow = 'xonxoff'
const bauds = new Set([4_800, 9_600, 19_200, 38_400, 57_600, 115_200])

const parseSerial = (path: string, settings: URLSearchParams): PrinterAddress | null => {
  const baud = Number(settings.get('baud') ?? usualBaud)
  const wanted = settings.get('flow') ?? usualFlow
  const flow = flows.find((each) => each === wanted)
  const isKnown = [...settings.keys()].every((name) => name === 'baud' || name === 'flow')
  return isKnown && bauds.has(baud) && flow !== undefined ? { type: 'serial', path, baud, flow } : null
}

export const parsePrinterAddress = (address: string): PrinterAddress | null => {
  const [, host, port] = /^tcp:\/\/([^\s/:]+):(\d{1,5})$/.exec(address) ?? []
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
    return { type: 'tcp', host, port: Number(port) }
  const [, usb] = /^usb:(\/dev\/[\w./-]+)$/.exec(address) ?? []
  if (usb !== undefined) return { type: 'usb', path: usb }
  const [, serial, settings = ''] = /^serial:(\/dev\/[\w./-]+)(?:\?([\w=&]+))?$/.exec(address) ?? []
  return serial === undefined ? null : parseSerial(serial, new URLSearchParams(settings))
}

const run = promisify(execFile)

/** For `stty`: eight bits, no parity, no echo, no translation of line ends. */
export const serialSettings = ({ baud, flow }: { baud: number; flow: Flow }): string[] => [
  ...[String(baud), 'raw', '-echo', '-parenb', 'cs8', '-cstopb', 'clocal'],
  ...[flow === 'rtscts' ? 'crtscts' : '-crtscts', flow === 'xonxoff' ? 'ixon' : '-ixon'],
]

/** Throws a RangeError for what is no address. */
export const transportTo = (address: string): Transport => {
  const parsed = parsePrinterAddress(address)
  switch (parsed?.type) {
    case 'tcp':
      return tcpTransport(parsed.host, parsed.port)
    case 'usb':
      return fileTransport({ openFile: () => openDeviceFile(parsed.path), endsAtZero: false })
    case 'serial': {
      const { path, baud } = parsed
      const openFile = async () => {
        await run('stty', ['-F', path, ...serialSettings(parsed)])
        return openDeviceFile(path)
      }
      // a start and a stop bit to each byte
      return fileTransport({ openFile, endsAtZero: true, bytesPerSecond: baud / 10 })
    }
    case undefined:
      throw new RangeError(`No printer can be at ${address}`)
  }
}
