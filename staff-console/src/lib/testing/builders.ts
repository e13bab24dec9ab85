import type {
  Intake,
  OfficeState,
  Print,
  Printer,
  Receipt,
  Till,
  Visit,
  Window,
} from '@lobbyline/server/contract'

/** 2026-11-23, 10:00 in Beaumont */
export const morning = Date.UTC(2026, 10, 23, 18, 0)

export const aVisit = (changes: Partial<Visit> = {}): Visit => ({
  id: 'v1',
  number: 'P001',
  businessDay: '2026-11-23',
  line: 'pet-tag',
  channel: 'kiosk',
  language: 'en',
  state: 'waiting',
  since: morning,
  createdAt: morning,
  arrival: 1,
  placeAt: morning,
  appointmentAt: null,
  windowId: null,
  clerkId: null,
  calls: 0,
  servedMs: 0,
  due: null,
  reason: null,
  undo: null,
  ...changes,
})

export const anIntake = (changes: Partial<Intake> = {}): Intake => ({
  id: 'i1',
  service: 'pet-tag',
  channel: 'kiosk',
  visitId: 'v1',
  businessDay: '2026-11-23',
  state: 'in-review',
  since: morning,
  reason: null,
  rev: 1,
  marks: [],
  owedCents: 4000,
  quotedCents: 4000,
  blocked: false,
  needsDeclaration: false,
  declarationAt: null,
  needsOath: false,
  oathAt: null,
  receiptId: null,
  issuanceId: null,
  ...changes,
})

export const aWindow = (changes: Partial<Window> = {}): Window => ({
  id: 'w3',
  label: '3',
  printerId: 'p3',
  lines: null,
  clerkId: 'rosa',
  ...changes,
})

export const aTill = (changes: Partial<Till> = {}): Till => ({
  id: 't1',
  clerkId: 'rosa',
  windowId: 'w3',
  businessDay: '2026-11-23',
  state: 'open',
  openedAt: morning,
  closedAt: null,
  floatCents: 20_000,
  expectedCents: 20_000,
  countedCents: null,
  ...changes,
})

export const aReceipt = (changes: Partial<Receipt> = {}): Receipt => ({
  id: 'r1',
  number: 1042,
  tillId: 't1',
  clerkId: 'rosa',
  windowId: 'w3',
  visitId: 'v1',
  intakeIds: ['i1'],
  businessDay: '2026-11-23',
  at: morning,
  totalCents: 4000,
  tenders: [{ kind: 'cash', cents: 4000 }],
  changeCents: 1000,
  revenue: [{ account: 'revenue:pet-tag', cents: 4000 }],
  voidedAt: null,
  ...changes,
})

export const aPrint = (changes: Partial<Print> = {}): Print => ({
  id: 'j1',
  printerId: 'p3',
  kind: 'ticket',
  of: { visitId: 'v1' },
  copy: 0,
  originalId: changes.id ?? 'j1',
  state: 'queued',
  at: morning,
  businessDay: '2026-11-23',
  ...changes,
})

const byId = <Thing extends { id: string }>(things: readonly Thing[]): Record<string, Thing> =>
  Object.fromEntries(things.map((thing) => [thing.id, thing]))

export const aPrinter = (changes: Partial<Printer> = {}): Printer => ({
  id: 'printer-kiosk',
  name: 'Kiosk',
  deviceId: 'agent',
  condition: 'ready',
  since: morning,
  drawerOpenSince: null,
  ...changes,
})

interface Parts {
  visits?: readonly Visit[]
  intakes?: readonly Intake[]
  windows?: readonly Window[]
  tills?: readonly Till[]
  receipts?: readonly Receipt[]
  printers?: readonly Printer[]
  prints?: readonly Print[]
}

/** An open office with Rosa at window 3 and her till open. */
export const anOffice = (parts: Parts = {}): OfficeState => ({
  officeId: 'city-hall',
  seq: 10,
  hash: 'h10',
  at: morning,
  businessDay: '2026-11-23',
  city: {
    name: 'City of Beaumont',
    office: 'City Hall',
    address: '550 E. 6th St, Beaumont, CA 92223',
    phone: '(951) 555-0100',
    zone: 'America/Los_Angeles',
  },
  lineSettings: { noShowMs: 120_000, holdReminderMs: 900_000, ticketExpiresMs: 60_000 },
  opening: { week: null, closedDays: [] },
  today: { isClosed: false, servicesOff: [] },
  serviceSettings: {},
  ticketCounters: {},
  receiptCounter: 0,
  issuanceCounters: {},
  visits: byId(parts.visits ?? []),
  intakes: byId(parts.intakes ?? []),
  windows: byId(parts.windows ?? [aWindow()]),
  tills: byId(parts.tills ?? [aTill()]),
  receipts: byId(parts.receipts ?? []),
  printers: byId(parts.printers ?? []),
  prints: byId(parts.prints ?? []),
})
