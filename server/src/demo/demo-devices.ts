import { createHmac } from 'node:crypto'
import type { NewDevice } from '../devices/device-store.ts'
import { agentId, kioskId, kioskPrinterId, officeId } from './demo-city.ts'

/** The same at every start with the same data, so that open pages stay enrolled; no other server can make it. */
const tokenOf = (serverKey: Buffer, deviceId: string): string =>
  createHmac('sha256', serverKey).update(`device:${deviceId}`).digest('base64url')

export interface DemoDevices {
  kiosk: NewDevice
  display: NewDevice
  agent: NewDevice
}

export const demoDevices = (serverKey: Buffer): DemoDevices => {
  const device = (
    kind: NewDevice['kind'],
    id: string,
    name: string,
    printerId: string | null = null,
  ): NewDevice => ({ id, officeId, kind, name, printerId, token: tokenOf(serverKey, id) })
  return {
    kiosk: device('kiosk', kioskId, 'Kiosk', kioskPrinterId),
    display: device('display', 'demo-display', 'Lobby display'),
    agent: device('agent', agentId, 'Device agent'),
  }
}
