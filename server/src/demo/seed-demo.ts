import type { Database } from '../database/pool.ts'
import type { Command } from '../domain/command.ts'
import { isOpenOffice } from '../domain/offices/office.ts'
import { businessDay } from '../domain/time.ts'
import { enrollDevice } from '../devices/device-store.ts'
import type { Office } from '../office/office.ts'
import { putRecords } from '../records/city-record-store.ts'
import { demoPetRecords } from '../services/pet-tag/demo.ts'
import { addStaff } from '../staff/staff-store.ts'
import { agentId, city, lineSettings, officeId, password, printers, staff, windows } from './demo-city.ts'
import type { DemoDevices } from './demo-devices.ts'

/** Gives what the demo city lacks, and leaves alone what is there: it may be started again on the same data, and changed in between. */
export const seedDemo = async (pool: Database, office: Office, devices: DemoDevices): Promise<void> => {
  const give = async (command: Command, key: string): Promise<void> => {
    const result = await office.submit(command, { type: 'system' }, `demo:${key}`)
    if (!result.ok) throw new Error(`The demo city could not be set up: ${command.kind}: ${result.code}`)
  }

  if (!isOpenOffice(office.state)) await give({ kind: 'open-office', body: { city, lineSettings } }, 'open')
  for (const { id: printerId, name } of printers)
    if (!office.state.printers[printerId])
      await give({ kind: 'add-printer', body: { printerId, name, deviceId: agentId } }, printerId)
  const labels = new Set(Object.values(office.state.windows).map(({ label }) => label))
  for (const window of windows)
    if (!labels.has(window.label))
      await give({ kind: 'add-window', body: { ...window, lines: null } }, `window-${window.label}`)

  for (const device of [devices.kiosk, devices.display, devices.agent]) await enrollDevice(pool, device)
  await Promise.all(
    staff.map((someone) => addStaff(pool, { ...someone, id: `demo-${someone.login}`, officeId, password })),
  )
  await putRecords(pool, demoPetRecords(businessDay(Date.now(), city.zone)), 'keep')
}
