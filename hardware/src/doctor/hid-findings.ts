import { isCardReader, isWanted, kindOf, type HidWanted } from '../hid/device-kind.ts'
import type { HidDevice, HidPort } from '../hid/hid-port.ts'
import { fine, missing, note, type Finding } from './finding.ts'

const hex = (value: number): string => value.toString(16).padStart(4, '0')

const nameOf = (device: HidDevice): string =>
  `${device.product || 'without a name'} (vendorId ${hex(device.vendorId)}, productId ${hex(device.productId)})`

const udevRule = ({ vendorId }: HidDevice): string =>
  `write into /etc/udev/rules.d/70-lobbyline.rules:\nKERNEL=="hidraw*", ATTRS{idVendor}=="${hex(vendorId)}", MODE="0660", GROUP="plugdev", TAG+="uaccess"\nthen: sudo udevadm control --reload && sudo udevadm trigger`

const canOpen = async (port: HidPort, { path }: HidDevice): Promise<boolean> => {
  try {
    await (await port.open(path)).close()
    return true
  } catch {
    return false
  }
}

const look = async (port: HidPort, device: HidDevice): Promise<Finding> => {
  const kind = kindOf(device)
  if (isCardReader(device))
    return note(`${nameOf(device)}: a card reader; it is never opened, card numbers do not enter the system`)
  if (kind === null) return note(nameOf(device))
  if (await canOpen(port, device)) return fine(`${kind}: ${nameOf(device)}`)
  return missing(`${kind}: ${nameOf(device)} is there, but this user may not open it`, udevRule(device))
}

/** The machine's scanners, keypads and lights, and which of the configured ones are not there. */
export const hidFindings = async (
  port: HidPort,
  wanted: readonly (HidWanted & { at: string })[],
): Promise<Finding[]> => {
  const listed = await port.list().catch((error: unknown) => error)
  if (!Array.isArray(listed))
    return [
      missing(
        'scanners, keypads and lights cannot be seen; printing works without them',
        listed instanceof Error ? listed.message : String(listed),
      ),
    ]
  const devices = listed as readonly HidDevice[]
  const absent = wanted.filter((each) => !devices.some((device) => isWanted(device, each)))
  return [
    ...(devices.length === 0 ? [note('no scanner, keypad or light')] : []),
    ...(await Promise.all(devices.map((device) => look(port, device)))),
    ...absent.map(({ kind, at }) =>
      missing(
        `the ${kind} for ${at} is not there`,
        'plug it in, or correct its vendorId and productId in the configuration',
      ),
    ),
  ]
}
