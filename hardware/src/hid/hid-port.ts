export interface HidDevice {
  /** changes when the device is plugged in again */
  path: string
  vendorId: number
  productId: number
  usagePage: number
  usage: number
  product: string
  serialNumber: string
}

export interface OpenHid {
  /** An input report, its id first where the device numbers its reports. */
  onReport(listener: (report: Uint8Array) => void): void
  /** It was pulled out. */
  onGone(listener: () => void): void
  write(report: Uint8Array): Promise<void>
  sendFeature(report: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** The human interface devices of this machine. */
export interface HidPort {
  /** @throws HidUnavailableError when this machine has not what it takes to be asked */
  list(): Promise<readonly HidDevice[]>
  open(path: string): Promise<OpenHid>
}

/** The message says in plain words what is missing; everything else works without. */
export class HidUnavailableError extends Error {
  override readonly name = 'HidUnavailableError'
}
