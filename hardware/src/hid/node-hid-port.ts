import type { HIDAsync } from 'node-hid'
import { HidUnavailableError, type HidPort, type OpenHid } from './hid-port.ts'

// The only file that touches the native library. It is loaded at the first use, for a machine may lack what it needs; and only
// its asynchronous half is used, for closing the other one can end the process.

const adviceFor = (message: string): string => {
  if (message.includes('libusb-1.0')) return 'install libusb: apt install libusb-1.0-0'
  if (message.includes('libudev')) return 'install libudev: apt install libudev1'
  return message
}

const unavailable = (error: unknown): HidUnavailableError =>
  new HidUnavailableError(
    `Scanners, keypads and lights are not available: ${adviceFor(error instanceof Error ? error.message : String(error))}`,
  )

const load = async () => {
  try {
    return (await import('node-hid')).default
  } catch (error) {
    throw unavailable(error)
  }
}

const opened = (device: HIDAsync): OpenHid => {
  let gone: () => void = () => {}
  // An unplugged device is an error without a message; an error without a listener would end the process.
  device.on('error', () => gone())
  return {
    onReport: (listener) => void device.on('data', (report: Buffer) => listener(report)),
    onGone: (listener) => (gone = listener),
    write: async (report) => void (await device.write(Buffer.from(report))),
    sendFeature: async (report) => void (await device.sendFeatureReport(Buffer.from(report))),
    close: () => device.close(),
  }
}

export const nodeHidPort = (): HidPort => ({
  list: async () => {
    const { devicesAsync } = await load()
    const devices = await devicesAsync()
    return devices.flatMap(({ path, vendorId, productId, usagePage, usage, product, serialNumber }) =>
      path === undefined
        ? []
        : [
            {
              path,
              vendorId,
              productId,
              usagePage: usagePage ?? 0,
              usage: usage ?? 0,
              product: product ?? '',
              serialNumber: serialNumber ?? '',
            },
          ],
    )
  },
  open: async (path) => opened(await (await load()).HIDAsync.open(path)),
})
