import { expect, test } from '@playwright/test'
import { openPrintShop, type JobRecord } from '../src/print-shop.ts'

const faults = ['paper-out', 'cover-open', 'error', 'offline', 'unplugged', 'reboot'] as const

/** As `Math.random`, but the same again for the same seed. */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const isSettled = ({ server }: JobRecord): boolean => server !== 'queued' && server !== 'stalled'

test('after any day of faults the server’s rows, the log of facts, the agent’s journal and the paper tell the same', async () => {
  test.setTimeout(300_000)
  const seed = Math.floor(Math.random() * 2 ** 31)
  const random = randomFrom(seed)
  const shop = await openPrintShop()
  try {
    for (let round = 0; round < 24; round++) {
      const fault = faults[Math.floor(random() * faults.length)] ?? 'offline'
      // all of a ticket is some 20,000 bytes; the rest strikes the next one
      if (round % 2 === 1) await shop.breakPrinter(fault, Math.floor(random() * 22_000))
      await shop.takeTicket()
      if (round % 6 === 3) await shop.killAgent()
      if (round % 12 === 7) await shop.killServer()
      await shop.startAll()
      await shop.breakPrinter('ready')
    }
    await expect
      .poll(async () => (await shop.records()).filter((record) => !isSettled(record)), {
        timeout: 90_000,
        message: `every job comes to something, seed ${seed}`,
      })
      .toEqual([])
    await expect
      .poll(async () => (await shop.records()).filter((each) => each.server !== each.journal), {
        message: `server and journal agree, seed ${seed}`,
      })
      .toEqual([])
    const records = await shop.records()
    expect(records).toHaveLength(24)
    for (const record of records) {
      const what = `seed ${seed}: ${JSON.stringify(record)}`
      expect(record.facts, what).toBe(record.server)
      expect(record.papers, what).toBeLessThanOrEqual(1)
      if (record.server === 'printed') expect(record.papers, what).toBe(1)
      if (record.server === 'expired' || record.server === 'failed') expect(record.papers, what).toBe(0)
    }
    expect(records.filter(({ server }) => server === 'printed').length).toBeGreaterThan(8)
  } finally {
    await shop.close()
  }
})
