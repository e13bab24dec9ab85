import type { CommandActor, IntakeDraft, Role } from '../src/domain/command.ts'
import { emptyOffice } from '../src/domain/offices/office.ts'
import type { City } from '../src/domain/service.ts'
import type {
  Intake,
  LineSettings,
  OfficeState,
  Print,
  Printer,
  Receipt,
  Till,
  Visit,
  VisitUndo,
  Window,
} from '../src/domain/state.ts'
import { MemoryOffice, morning } from './memory-office.ts'
import { toyServices } from './toy-services.ts'

export const today = '2026-11-23'

export const city: City = {
  name: 'City of Beaumont',
  office: 'City Hall',
  address: '550 E 6th St',
  phone: '(951) 555-0100',
  zone: 'America/Los_Angeles',
}

export const lineSettings: LineSettings = {
  noShowMs: 180_000,
  holdReminderMs: 900_000,
  ticketExpiresMs: 60_000,
}

export const aClerk = (id: string, ...roles: Role[]): CommandActor & { type: 'clerk' } => ({
  type: 'clerk',
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  roles: ['clerk', ...roles],
})

export const ana = aClerk('ana', 'oath')
export const ben = aClerk('ben')
export const sue = aClerk('sue', 'supervisor')
export const admin: CommandActor = { type: 'clerk', id: 'ada', name: 'Ada', roles: ['admin'] }
export const system: CommandActor = { type: 'system' }
export const kiosk: CommandActor = { type: 'device', id: 'kiosk', kind: 'kiosk', printerId: 'lobby' }
export const display: CommandActor = { type: 'device', id: 'display', kind: 'display', printerId: null }
export const agent: CommandActor = { type: 'device', id: 'agent', kind: 'agent', printerId: null }

export const aWindow = (fields: Partial<Window> = {}): Window => ({
  id: 'w1',
  label: '1',
  printerId: 'desk',
  lines: null,
  clerkId: 'ana',
  ...fields,
})

export const aPrinter = (fields: Partial<Printer> = {}): Printer => ({
  id: 'desk',
  name: 'Desk',
  deviceId: 'agent',
  condition: 'ready',
  since: morning,
  drawerOpenSince: null,
  ...fields,
})

const anUndo = (state: Visit['state']): VisitUndo | null => {
  const at = { since: morning, windowId: 'w1', clerkId: 'ana' }
  if (state === 'called') {
    const none = { since: morning, windowId: null, clerkId: null }
    return { step: 'call', state: 'waiting', ...none, remainingMs: null }
  }
  if (state === 'on-hold') return { step: 'hold', state: 'serving', ...at, remainingMs: null }
  if (state === 'no-show') return { step: 'no-show', state: 'called', ...at, remainingMs: 60_000 }
  if (state === 'completed') return { step: 'complete', state: 'serving', ...at, remainingMs: null }
  return null
}

/** A visit as it stands right after its last step: at window w1 with Ana where its state needs one. */
export const aVisit = (fields: Partial<Visit> = {}): Visit => {
  const state = fields.state ?? 'waiting'
  const atWindow = state === 'called' || state === 'serving'
  return {
    id: 'v1',
    number: 'F001',
    businessDay: today,
    line: 'fair',
    channel: 'kiosk',
    language: 'en',
    state,
    since: morning,
    createdAt: morning,
    arrival: 1,
    placeAt: morning,
    appointmentAt: null,
    windowId: atWindow ? 'w1' : null,
    clerkId: atWindow ? 'ana' : null,
    calls: atWindow ? 1 : 0,
    servedMs: 0,
    reason: state === 'on-hold' || state === 'canceled' ? 'other' : null,
    due: state === 'called' ? morning + 180_000 : state === 'on-hold' ? morning + 900_000 : null,
    undo: anUndo(state),
    ...fields,
  }
}

export const anIntake = (fields: Partial<Intake> = {}): Intake => ({
  id: 'i1',
  service: 'fair',
  channel: 'kiosk',
  visitId: null,
  businessDay: today,
  state: 'submitted',
  since: morning,
  reason: null,
  rev: 1,
  marks: [null],
  owedCents: 1500,
  quotedCents: 1500,
  blocked: false,
  needsDeclaration: true,
  declarationAt: null,
  needsOath: false,
  oathAt: null,
  receiptId: null,
  issuanceId: null,
  ...fields,
})

export const aTill = (fields: Partial<Till> = {}): Till => ({
  id: 't1',
  clerkId: 'ana',
  windowId: 'w1',
  businessDay: today,
  state: 'open',
  openedAt: morning,
  closedAt: null,
  floatCents: 10_000,
  expectedCents: 10_000,
  countedCents: null,
  ...fields,
})

export const aReceipt = (fields: Partial<Receipt> = {}): Receipt => ({
  id: 'r1',
  number: 1,
  tillId: 't1',
  clerkId: 'ana',
  windowId: 'w1',
  visitId: null,
  intakeIds: ['i1'],
  businessDay: today,
  at: morning,
  totalCents: 1500,
  tenders: [{ kind: 'cash', cents: 1500 }],
  changeCents: 0,
  revenue: [{ account: 'revenue:fair', cents: 1500 }],
  voidedAt: null,
  ...fields,
})

export const aPrint = (fields: Partial<Print> = {}): Print => ({
  id: 'p1',
  printerId: 'desk',
  kind: 'ticket',
  of: {},
  copy: 0,
  originalId: 'p1',
  state: 'queued',
  at: morning,
  businessDay: today,
  ...fields,
})

const byId = <Each extends { id: string }>(all: readonly Each[]): Record<string, Each> =>
  Object.fromEntries(all.map((each) => [each.id, each]))

interface Things {
  visits?: Visit[]
  intakes?: Intake[]
  windows?: Window[]
  tills?: Till[]
  receipts?: Receipt[]
  printers?: Printer[]
  prints?: Print[]
}

/** The state of an open office this morning: window 1 with Ana, window 2 with Ben, window 3 closed. */
export const aState = (things: Things = {}, fields: Partial<OfficeState> = {}): OfficeState => ({
  ...emptyOffice('city-hall'),
  at: morning,
  businessDay: today,
  city,
  lineSettings,
  windows: byId(
    things.windows ?? [
      aWindow(),
      aWindow({ id: 'w2', label: '2', clerkId: 'ben' }),
      aWindow({ id: 'w3', label: '3', clerkId: null }),
    ],
  ),
  printers: byId(things.printers ?? [aPrinter(), aPrinter({ id: 'lobby', name: 'Lobby' })]),
  visits: byId(things.visits ?? []),
  intakes: byId(things.intakes ?? []),
  tills: byId(things.tills ?? []),
  receipts: byId(things.receipts ?? []),
  prints: byId(things.prints ?? []),
  ...fields,
})

/** An office that goes on from a state made by hand. */
export const anOfficeWith = (things: Things = {}, fields: Partial<OfficeState> = {}): MemoryOffice =>
  new MemoryOffice(toyServices, aState(things, fields))

/** An office made by commands alone: two printers, three windows (w1 and w2 named by `windowIds`), nobody there yet. */
export const anOffice = (): { office: MemoryOffice; windowIds: [string, string, string] } => {
  const office = new MemoryOffice()
  office.must(admin, 'open-office', { city, lineSettings })
  office.must(admin, 'add-printer', { printerId: 'desk', name: 'Desk', deviceId: 'agent' })
  office.must(admin, 'add-printer', { printerId: 'lobby', name: 'Lobby', deviceId: 'agent' })
  const add = (label: string): string =>
    office.must(admin, 'add-window', { label, printerId: 'desk', lines: null }).windowId
  return { office, windowIds: [add('1'), add('2'), add('3')] }
}

export const aFairDraft = (answers: IntakeDraft['answers'] = {}): IntakeDraft => ({
  service: 'fair',
  answers: { name: 'Dana Whitfield', street: 'Palm Ave', tables: 1, food: false, ...answers },
  quotedCents: 2000,
})

export const aKeyDraft = (answers: IntakeDraft['answers'] = {}): IntakeDraft => ({
  service: 'key',
  answers: { count: 1, ...answers },
  quotedCents: 700,
})
