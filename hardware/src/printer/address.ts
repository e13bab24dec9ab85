import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileTransport, openDeviceFile } from './file-transport.ts'
import { tcpTransport } from './tcp-transport.ts'
import type { Transport } from './transport.ts'

/** Where a printer is: `tcp://192.168.1.50:9100`, `usb:/dev/usb/lp0` or `serial:/dev/ttyUSB0?baud=38400`. */
export type PrinterAddress =
  | { type: 'tcp'; host: string; port: number }
  | { type: 'usb'; path: string }
  | { type: 'serial'; path: string; baud: number }

const usualBaud = 38_400
const bauds = new Set([4_800, 9_600, 19_200, 38_400, 57_600, 115_200])

export const parsePrinterAddress = (address: string): PrinterAddress | null => {
  const [, host, port] = /^tcp:\/\/([^\s/:]+):(\d{1,5})$/.exec(address) ?? []
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
    return { type: 'tcp', host, port: Number(port) }
  const [, usb] = /^usb:(\/dev\/[\w./-]+)$/.exec(address) ?? []
  if (usb !== undefined) return { type: 'usb', path: usb }
  const [, serial, digits] = /^serial:(\/dev\/[\w./-]+)(?:\?baud=(\d+))?$/.exec(address) ?? []
  const baud = Number(digits ?? usualBaud)
  return serial !== undefined && bauds.has(baud) ? { type: 'serial', path: serial, baud } : null
}

const run = promisify(execFile)

/** Eight bits, no parity, no echo, no translation of line ends. */
const setUpSerial = async (path: string, baud: number): Promise<void> => {
  await run('stty', ['-F', path, String(baud), 'raw', '-echo', '-parenb', 'cs8', '-cstopb', 'clocal'])
}

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
        await setUpSerial(path, baud)
        return openDeviceFile(path)
      }
      // a start and a stop bit to each byte
      return fileTransport({ openFile, endsAtZero: true, bytesPerSecond: baud / 10 })
    }
    case undefined:
      throw new RangeError(`No printer can be at ${address}`)
  }
}
