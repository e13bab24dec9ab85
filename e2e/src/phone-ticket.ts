import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'

/** A form as somebody gave it who lives at 1248 Palm Ave. */
export const aSale = (name = 'Dana Whitfield') => ({
  service: 'yard-sale',
  quotedCents: 500,
  answers: {
    address: '1248 Palm Ave',
    place: 'house',
    occupancy: 'owner',
    exemption: 'none',
    days: ['2026-12-05'],
    opens: '08',
    closes: '15',
    name,
    phone: '9515550142',
  },
})

/** Somebody on the phone meanwhile, for stories that are about the desk. @param page a clerk's */
export const takesTicket = async (
  page: Page,
  intakes: readonly ReturnType<typeof aSale>[] = [],
): Promise<void> => {
  const line = intakes.length > 0 ? 'yard-sale' : 'other'
  const response = await page.request.post('/api/commands/take-ticket', {
    headers: { 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin },
    data: { channel: 'phone', language: 'en', line, printerId: null, intakes },
  })
  expect(response.ok(), await response.text()).toBe(true)
}
