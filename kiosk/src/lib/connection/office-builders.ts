import type { Fact, FactBody, OfficeState, Visit } from '@lobbyline/server/contract'

/** An office for tests: two windows, and whatever visits it is given. */
export const anOffice = (...visits: Visit[]): OfficeState => ({
  officeId: 'office',
  seq: 10,
  hash: 'h10',
  at: 0,
  businessDay: '2026-11-23',
  city: {
    name: 'Toytown',
    office: 'City Hall',
    address: '1 Main St',
    phone: '',
    zone: 'America/Los_Angeles',
  },
  lineSettings: { noShowMs: 1, holdReminderMs: 1, ticketExpiresMs: 1 },
  opening: { week: null, closedDays: [] },
  today: { isClosed: false, servicesOff: [] },
  serviceSettings: {},
  ticketCounters: {},
  receiptCounter: 0,
  issuanceCounters: {},
  visits: Object.fromEntries(visits.map((visit) => [visit.id, visit])),
  intakes: {},
  windows: {
    w1: { id: 'w1', label: '1', printerId: null, lines: null, clerkId: 'ana' },
    w2: { id: 'w2', label: '2', printerId: null, lines: null, clerkId: 'bo' },
  },
  tills: {},
  receipts: {},
  printers: {},
  prints: {},
})

export const aVisit = (id: string, more: Partial<Visit> = {}): Visit => ({
  id,
  number: id.toUpperCase(),
  businessDay: '2026-11-23',
  line: 'toy',
  channel: 'kiosk',
  language: 'en',
  state: 'waiting',
  since: 0,
  createdAt: 0,
  arrival: 1,
  placeAt: 0,
  appointmentAt: null,
  windowId: null,
  clerkId: null,
  calls: 0,
  servedMs: 0,
  due: null,
  undo: null,
  reason: null,
  ...more,
})

export const aFact = (seq: number, fact: FactBody): Fact => ({
  ...fact,
  office: 'office',
  seq,
  v: 1,
  at: seq,
  actor: 'system',
  commandKey: '',
  hash: `h${seq}`,
})
