import type { Role } from '../domain/command.ts'
import type { City } from '../domain/service.ts'
import type { LineSettings } from '../domain/state.ts'

/** A city hall to look at: the places are real, the people, their pets and the amounts marked so are not. */
export const officeId = 'beaumont'

export const city: City = {
  name: 'City of Beaumont',
  office: 'City Hall',
  address: '550 E 6th St, Beaumont, CA 92223',
  phone: '(951) 555-0100',
  zone: 'America/Los_Angeles',
}

export const lineSettings: LineSettings = {
  noShowMs: 3 * 60_000,
  holdReminderMs: 15 * 60_000,
  ticketExpiresMs: 60_000,
}

export const agentId = 'demo-agent'
export const kioskId = 'demo-kiosk'
export const kioskPrinterId = 'printer-kiosk'

interface DemoWindow {
  label: string
  printerId: string
}

export const windows: readonly DemoWindow[] = ['1', '2', '3', '4'].map((label) => ({
  label,
  printerId: `printer-window-${label}`,
}))

export const printers: readonly { id: string; name: string }[] = [
  { id: kioskPrinterId, name: 'Kiosk' },
  ...windows.map(({ label, printerId }) => ({ id: printerId, name: `Window ${label}` })),
]

/** The printers as the emulator plays them, each with the scanner, the keypad or the light beside it. */
export const emulatedPrinters: readonly { id: string; name: string; at: string }[] = printers.map(
  (printer) => {
    const window = windows.find(({ printerId }) => printerId === printer.id)
    return { ...printer, at: window ? `window:${window.label}` : `kiosk:${kioskId}` }
  },
)

/** The same for all of them, and public: the demo listens on this machine only. */
export const password = 'beaumont'

interface DemoStaff {
  login: string
  name: string
  roles: readonly Role[]
}

export const staff: readonly DemoStaff[] = [
  { login: 'rosa', name: 'Rosa', roles: ['clerk'] },
  { login: 'miguel', name: 'Miguel', roles: ['clerk', 'oath'] },
  { login: 'grace', name: 'Grace', roles: ['supervisor', 'oath'] },
  { login: 'sam', name: 'Sam', roles: ['admin'] },
]
