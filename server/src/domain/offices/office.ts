import type { Draft } from '../draft.ts'
import type { Evolvers } from '../evolver.ts'
import { isFinalIntake } from '../intakes/intake.ts'
import type { OfficeState } from '../state.ts'
import type { CivilDate } from '../time.ts'
import { isUnderWay } from '../papers/print.ts'
import { isOpenVisit } from '../visits/visit.ts'
import { alwaysOpen, usualToday } from './opening.ts'

export type SettingChange = OfficeState['serviceSettings'][string][number]

/** The earlier date first, and of one date one change: what is set last holds, and what it set before is not kept. */
export const withChange = (changes: readonly SettingChange[], change: SettingChange): SettingChange[] => {
  const byDate = new Map<CivilDate, SettingChange>()
  for (const { from, values } of [...changes, change])
    byDate.set(from, { from, values: { ...byDate.get(from)?.values, ...values } })
  return [...byDate.values()].sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** Before its first fact an office has no name: only `open-office` is taken. */
export const emptyOffice = (officeId: string, zone = 'UTC'): OfficeState => ({
  officeId,
  seq: 0,
  hash: '',
  at: 0,
  businessDay: '',
  city: { name: '', office: '', address: '', phone: '', zone },
  lineSettings: { noShowMs: 180_000, holdReminderMs: 900_000, ticketExpiresMs: 60_000 },
  opening: alwaysOpen,
  today: usualToday,
  serviceSettings: {},
  ticketCounters: {},
  receiptCounter: 0,
  issuanceCounters: {},
  visits: {},
  intakes: {},
  windows: {},
  tills: {},
  receipts: {},
  printers: {},
  prints: {},
})

export const isOpenOffice = (state: OfficeState): boolean => state.city.name !== ''

/** A new day starts with what is still open, and with what hangs on it. */
const openDay = (draft: Draft, day: CivilDate): void => {
  const { intakes } = draft.state
  const withOpenIntake = new Set(
    Object.values(intakes)
      .filter((intake) => !isFinalIntake(intake))
      .map((intake) => intake.visitId),
  )
  draft.retain(
    'visits',
    (visit) => visit.businessDay >= day || isOpenVisit(visit) || withOpenIntake.has(visit.id),
  )
  const { visits } = draft.state
  draft.retain(
    'intakes',
    (intake) =>
      intake.businessDay >= day ||
      !isFinalIntake(intake) ||
      (intake.visitId !== null && visits[intake.visitId] !== undefined),
  )
  draft.retain('tills', (till) => till.businessDay >= day || till.state === 'open')
  const { tills } = draft.state
  const owned = new Set(Object.values(draft.state.intakes).map((intake) => intake.receiptId))
  draft.retain(
    'receipts',
    (receipt) => receipt.businessDay >= day || tills[receipt.tillId] !== undefined || owned.has(receipt.id),
  )
  draft.retain(
    'prints',
    (print) => print.businessDay >= day || isUnderWay(print) || visits[print.of.visitId ?? ''] !== undefined,
  )
  draft.set({ businessDay: day, ticketCounters: {} })
  const { today } = draft.state
  if (today.isClosed || today.servicesOff.length > 0) draft.set({ today: usualToday })
}

export const officeEvolvers: Evolvers<
  | 'office-opened'
  | 'office-changed'
  | 'day-opened'
  | 'line-settings-changed'
  | 'service-settings-changed'
  | 'opening-changed'
  | 'today-changed'
> = {
  'office-opened': (draft, body) => draft.set({ city: body.city, lineSettings: body.lineSettings }),
  'office-changed': (draft, body) => draft.set({ city: body.city }),
  'day-opened': (draft, body) => openDay(draft, body.businessDay),
  'line-settings-changed': (draft, body) => draft.set({ lineSettings: body.lineSettings }),
  'opening-changed': (draft, body) => draft.set({ opening: body.opening }),
  'today-changed': (draft, body) => draft.set({ today: body.today }),
  'service-settings-changed': (draft, body) => {
    const { serviceSettings } = draft.state
    const change = { from: body.from, values: body.values }
    const all = withChange(serviceSettings[body.service] ?? [], change)
    draft.set({ serviceSettings: { ...serviceSettings, [body.service]: all } })
  },
}
