import { constants } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fine, missing, note, type Finding } from './finding.ts'

/** A device file of this machine. */
export interface SystemPort {
  path: string
  usable: boolean
}

const usable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  )

const named = async (folder: string, pattern: RegExp): Promise<SystemPort[]> => {
  const names = await readdir(folder).catch((): string[] => [])
  const paths = names
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name))
  return Promise.all(paths.map(async (path) => ({ path, usable: await usable(path) })))
}

export const usbPrinters = (dev = '/dev'): Promise<SystemPort[]> => named(join(dev, 'usb'), /^lp\d+$/)

/** Real ones come as adapters or as the board's own; the board's own are there even where nothing is behind them. */
export const serialPorts = (dev = '/dev'): Promise<SystemPort[]> =>
  named(dev, /^(ttyUSB|ttyACM|ttyS[0-3]$|cu\.usb)/)

const findingOf = ({ path, usable }: SystemPort, group: string): Finding =>
  usable
    ? fine(path)
    : missing(
        `${path} is there, but this user may not use it`,
        `sudo usermod -a -G ${group} ${process.env['USER'] ?? 'the-user'}, then sign in again`,
      )

export const usbFindings = (ports: readonly SystemPort[], platform: string): Finding[] => {
  if (platform !== 'linux') return [note('USB printers are used on Linux; elsewhere connect by network')]
  if (ports.length === 0) return [note('no printer on USB')]
  return ports.map((port) => findingOf(port, 'lp'))
}

export const serialFindings = (ports: readonly SystemPort[]): Finding[] =>
  ports.length === 0 ? [note('no serial port')] : ports.map((port) => findingOf(port, 'dialout'))
