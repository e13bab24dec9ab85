import { expect, test } from 'vitest'
import { admin, aFairDraft, ana, anOfficeWith, aPrint, aPrinter, kiosk } from '../../../test/builders.ts'
import { fair } from '../../../test/toy-services.ts'
import { settingsOf } from '../intakes/assessing.ts'
import { morning } from '../../../test/memory-office.ts'

const aDayMs = 86_400_000
const aTicket = { channel: 'kiosk', language: 'en', line: 'other', intakes: [], printerId: null } as const
const window = { label: '4', printerId: 'desk', lines: ['key', 'other'] }

test('[P16] what was under way at a printer that moves to another agent is unknown', () => {
  const prints = [
    aPrint({ id: 'queued' }),
    aPrint({ id: 'stalled', state: 'stalled' }),
    aPrint({ id: 'printed', state: 'printed' }),
    aPrint({ id: 'elsewhere', printerId: 'lobby' }),
  ]
  const office = anOfficeWith({ printers: [aPrinter(), aPrinter({ id: 'lobby' })], prints })
  office.must(admin, 'add-printer', { printerId: 'desk', name: 'Front desk', deviceId: 'agent' })
  const standing = () => Object.values(office.state.prints).map(({ state }) => state)
  expect(standing()).toEqual(['queued', 'stalled', 'printed', 'queued'])
  office.must(admin, 'add-printer', { printerId: 'desk', name: 'Front desk', deviceId: 'another' })
  expect(standing()).toEqual(['unknown', 'unknown', 'printed', 'queued'])
})

test('[D7] a window has a label of its own, and a printer and lines that there are', () => {
  const office = anOfficeWith()
  const add = (fields: object) => office.give(admin, 'add-window', { ...window, ...fields })
  expect(add({ label: '2' })).toMatchObject({ code: 'window-taken' })
  expect(add({ printerId: 'gone' })).toMatchObject({ code: 'printer-unknown' })
  expect(add({ lines: ['passports'] })).toMatchObject({ code: 'unknown-service' })
  const { windowId } = office.must(admin, 'add-window', window)
  expect(office.state.windows[windowId]).toEqual({ id: windowId, ...window, clerkId: null })
  office.must(ana, 'close-window', { windowId: 'w1' })
  office.must(ana, 'open-window', { windowId })
  const changed = { windowId, label: '4', printerId: null, lines: null }
  office.must(admin, 'change-window', changed)
  expect(office.state.windows[windowId]).toMatchObject({ clerkId: 'ana', lines: null })
  expect(office.give(admin, 'change-window', { ...changed, label: '1' })).toMatchObject({
    code: 'window-taken',
  })
  expect(office.give(admin, 'change-window', { ...changed, windowId: 'x' })).toMatchObject({
    code: 'not-found',
  })
})

test('[D10] a window is removed when nobody sits there or waits for it, and no till of it is of today', () => {
  const office = anOfficeWith({ tills: [] })
  const remove = (windowId: string) => office.give(admin, 'remove-window', { windowId })
  expect(remove('gone')).toMatchObject({ code: 'not-found' })
  expect(remove('w1')).toMatchObject({ code: 'in-use' })
  const { windowId } = office.must(admin, 'add-window', window)
  const { visitId } = office.must(kiosk, 'take-ticket', { ...aTicket, line: 'key' })
  office.must(ana, 'call-visit', { windowId: 'w1', visitId })
  office.must(ana, 'transfer-visit', { visitId, line: 'key', windowId })
  expect(remove(windowId)).toMatchObject({ code: 'in-use' })
  office.must(ana, 'cancel-visit', { visitId, reason: 'other' })
  expect(remove(windowId).ok).toBe(true)
  expect(office.state.windows[windowId]).toBeUndefined()
  const again = office.must(admin, 'add-window', window)
  expect(office.state.windows[again.windowId]).toMatchObject({ label: '4' })

  office.must(ana, 'close-window', { windowId: 'w1' })
  office.must(ana, 'open-window', { windowId: again.windowId })
  const { tillId } = office.must(ana, 'open-till', { windowId: again.windowId, floatCents: 0 })
  office.must(ana, 'close-till', { tillId, countedCents: 0, reason: null })
  office.must(ana, 'close-window', { windowId: again.windowId })
  expect(remove(again.windowId)).toMatchObject({ code: 'in-use' })
  office.now += aDayMs
  office.must(admin, 'change-opening', { opening: office.state.opening })
  expect(remove(again.windowId).ok).toBe(true)
})

test('[D10] a printer is removed when no window prints there, and what was under way at it is unknown', () => {
  const office = anOfficeWith({
    printers: [aPrinter(), aPrinter({ id: 'old' })],
    prints: [aPrint({ id: 'queued', printerId: 'old' }), aPrint({ id: 'elsewhere' })],
  })
  const remove = (printerId: string) => office.give(admin, 'remove-printer', { printerId })
  expect(remove('gone')).toMatchObject({ code: 'not-found' })
  expect(remove('desk')).toMatchObject({ code: 'in-use' })
  expect(remove('old').ok).toBe(true)
  expect(Object.keys(office.state.printers)).toEqual(['desk'])
  expect(Object.values(office.state.prints).map(({ state }) => state)).toEqual(['unknown', 'queued'])
})

test('[D10] an office has another name, address and phone, and the zone it had', () => {
  const office = anOfficeWith()
  const { zone } = office.state.city
  const city = { name: 'City of Elm', office: 'Annex', address: '2 Main St', phone: '555' }
  office.must(admin, 'change-office', { city })
  expect(office.state.city).toEqual({ ...city, zone })
})

test('[D7] the settings of a service lie over its defaults from their date on, the later over the earlier', () => {
  const office = anOfficeWith()
  const set = (from: string, feeCents: number) =>
    office.must(admin, 'change-service-settings', { service: 'fair', from, values: { feeCents } })
  set('2026-11-25', 3000)
  set('2026-11-24', 2500)
  const fee = () => {
    const { intakeIds } = office.must(kiosk, 'take-ticket', {
      channel: 'kiosk',
      language: 'en',
      line: 'fair',
      intakes: [aFairDraft({ tables: 0 })],
      printerId: null,
    })
    return office.state.intakes[intakeIds[0] ?? '']?.owedCents
  }
  expect(fee()).toBe(1500)
  office.now = morning + aDayMs
  expect(fee()).toBe(2500)
  office.now = morning + 2 * aDayMs
  expect(fee()).toBe(3000)
})

test('[D7] of one date the last change holds, and no more is kept than is set', () => {
  const office = anOfficeWith()
  const set = (from: string, values: Record<string, unknown>) =>
    office.must(admin, 'change-service-settings', { service: 'fair', from, values })
  set('2026-11-24', { feeCents: 1600 })
  set('2026-11-23', { feeCents: 1700, limit: 3 })
  set('2026-11-23', { feeCents: 1800, closed: true })
  expect(office.state.serviceSettings['fair']).toEqual([
    { from: '2026-11-23', values: { feeCents: 1800, limit: 3, closed: true } },
    { from: '2026-11-24', values: { feeCents: 1600 } },
  ])
})

test('[D7] a setting that the service does not have, or of another type, is refused', () => {
  const office = anOfficeWith()
  const set = (service: string, values: Record<string, unknown>) =>
    office.give(admin, 'change-service-settings', { service, from: '2026-11-23', values })
  expect(set('passports', {})).toMatchObject({ code: 'unknown-service' })
  expect(set('fair', { color: 'red' })).toMatchObject({
    code: 'invalid-answers',
    details: { setting: 'color' },
  })
  expect(set('fair', { feeCents: '15' })).toMatchObject({ code: 'invalid-answers' })
  expect(set('fair', { feeCents: -15 })).toMatchObject({ code: 'invalid-answers' })
  expect(set('fair', { feeCents: 1600, closed: false }).ok).toBe(true)
})

test('[D9] a setting out of its range is refused; one that was stored before its rule came stays and hinders no other', () => {
  const office = anOfficeWith()
  const set = (values: Record<string, unknown>) =>
    office.give(admin, 'change-service-settings', { service: 'fair', from: '2026-11-23', values })
  expect(set({ limit: 0 })).toMatchObject({ code: 'invalid-answers', details: { setting: 'limit' } })
  expect(set({ limit: 10 })).toMatchObject({ code: 'invalid-answers' })
  expect(set({ opens: 9 })).toMatchObject({ code: 'invalid-answers', details: { setting: 'closes' } })
  expect(set({ opens: 9, closes: 10 }).ok).toBe(true)

  const body = { service: 'fair', from: '2026-11-23', values: { limit: 99, closes: 5 } }
  office.store(admin, [{ kind: 'service-settings-changed', body }])
  expect(settingsOf(office.state, fair)).toMatchObject({ limit: 99, opens: 9, closes: 5 })
  expect(set({ feeCents: 1600 }).ok).toBe(true)
  expect(set({ opens: 10 })).toMatchObject({ details: { setting: 'closes' } })
  expect(set({ opens: 4 }).ok).toBe(true)
})

test('[D9] what would not go together on a later day, by a change that is to come, is refused', () => {
  const office = anOfficeWith()
  const set = (from: string, values: Record<string, unknown>) =>
    office.give(admin, 'change-service-settings', { service: 'fair', from, values })
  expect(set('2026-12-01', { closes: 6 }).ok).toBe(true)
  expect(set('2026-11-24', { opens: 6 })).toMatchObject({ details: { setting: 'closes' } })
  expect(set('2026-12-02', { opens: 6, closes: 8 }).ok).toBe(true)
})

test('[D7] settings of the line take effect with the next step', () => {
  const office = anOfficeWith()
  const lineSettings = { ...office.state.lineSettings, ticketExpiresMs: 5_000 }
  office.must(admin, 'change-line-settings', { lineSettings })
  expect(office.state.lineSettings).toEqual(lineSettings)
})
