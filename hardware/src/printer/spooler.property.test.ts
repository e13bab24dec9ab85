import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PrintJob, PrintOutcome, PrinterCondition } from '../contract.ts'
import { createEmulatedPrinter, type CutSlip } from '../emulator/emulated-printer.ts'
import { profiles } from '../escpos/profile.ts'
import { ticket } from '../fixtures/slips.ts'
import { openJournal } from './journal.ts'
import { createLink } from './link.ts'
import { createSpooler, type Spooler } from './spooler.ts'
import type { Transport, TransportState } from './transport.ts'

// Random days of one printer: jobs, faults in the middle of them, cables, power cuts and crashes of the agent, in any order.

type Step =
  | { do: 'give'; job: number }
  | { do: 'fault'; condition: PrinterCondition; afterBytes: number | undefined }
  | { do: 'unplug' | 'plug' | 'reboot' | 'crash' | 'rest' }

const jobCount = 4
const condition = fc.constantFrom<PrinterCondition>(
  'ready',
  'paper-low',
  'paper-out',
  'cover-open',
  'error',
  'offline',
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('give' as const), job: fc.nat({ max: jobCount - 1 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      condition,
      afterBytes: fc.option(fc.nat({ max: 15_000 }), { nil: undefined }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('unplug', 'plug', 'reboot', 'crash', 'rest') }),
  },
)

const profile = profiles['epson-tm-t20']
const nameOf = (job: number): string => `J00${job}`
const idOf = (job: number): string => nameOf(job).toLowerCase()
const jobOf = (job: number): PrintJob => ({
  jobId: idOf(job),
  printerId: 'p',
  work: {
    type: 'slip',
    copy: 0,
    slip: {
      ...ticket,
      blocks: ticket.blocks.map((block) =>
        block.type === 'text' && block.size === 'number' ? { ...block, text: nameOf(job) } : block,
      ),
    },
  },
  expiresAt: null,
})

/** A printer and its cable: bytes take a turn of the event loop, and are lost with the connection. */
const aPrinter = () => {
  const slips: CutSlip[] = []
  let plugged = true
  let heard: { data: (chunk: Uint8Array) => void; state: (state: TransportState) => void } | null = null
  const device = createEmulatedPrinter(profile.dots, {
    answer: (bytes) => {
      const mine = heard
      setImmediate(() => mine === heard && mine?.data(bytes))
    },
    slip: (slip) => slips.push(slip),
    changed: () => {},
  })
  const lose = (): void => {
    const mine = heard
    heard = null
    device.hangUp()
    mine?.state({ state: 'lost', reason: 'unplugged' })
  }
  /** what one agent holds of it */
  const transport = (): Transport & { end: () => void; dial: () => void } => {
    const mine = { data: (_: Uint8Array) => {}, state: (_: TransportState) => {} }
    let isOver = false
    const dial = (): void => {
      if (isOver || !plugged || heard !== null) return
      heard = mine
      mine.state({ state: 'open' })
    }
    return {
      bytesPerSecond: Infinity,
      dial,
      open: dial,
      write: (bytes, left) => {
        const copy = Buffer.from(bytes)
        const take = (): void => {
          if (heard !== mine) return
          device.receive(copy)
          left?.()
        }
        if (heard === mine) setImmediate(take)
      },
      onData: (listener) => (mine.data = listener),
      onState: (listener) => (mine.state = listener),
      close: () => {
        if (heard !== mine) return
        heard = null
        device.hangUp()
        mine.state({ state: 'closed' })
      },
      end: () => {
        isOver = true
        if (heard === mine) heard = null
        device.hangUp()
      },
    }
  }
  return {
    slips,
    device,
    transport,
    setPlugged: (next: boolean) => {
      plugged = next
      if (!plugged) lose()
    },
    lose,
  }
}

const live = async (steps: readonly Step[]): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lobbyline-days-'))
  const printer = aPrinter()
  const told = new Map<string, PrintOutcome[]>()
  const given = new Set<number>()

  const start = async () => {
    const journal = await openJournal(join(folder, 'journal.jsonl'))
    let isOver = false
    const outcome = (jobId: string, outcome: PrintOutcome): void => {
      if (!isOver) told.set(jobId, [...(told.get(jobId) ?? []), outcome])
    }
    for (const entry of journal.entries())
      if (entry.state === 'sending' || entry.state === 'stalled') {
        await journal.record({ ...entry, state: 'unknown' })
        outcome(entry.jobId, 'unknown')
      }
    const transport = printer.transport()
    const spooler: Spooler = createSpooler({
      printerId: 'p',
      profile,
      journal,
      confirmMs: 60,
      link: createLink(transport, profile, { heartbeatMs: 30, answerMs: 15 }),
      reports: { outcome, condition: () => {}, unprintable: () => {} },
    })
    const again = setInterval(transport.dial, 5)
    spooler.start()
    return {
      journal,
      accept: (job: number) => spooler.accept(jobOf(job)),
      /** nothing of it is heard any more; what it has written so far is on the disk */
      crash: async () => {
        isOver = true
        clearInterval(again)
        transport.end()
        await journal.close()
        void spooler.stop(0)
      },
    }
  }

  const isFinal = (job: number): boolean => ![undefined, 'stalled'].includes(told.get(idOf(job))?.at(-1))
  let agent = await start()
  const giveAll = (): void => {
    for (const job of given) if (!isFinal(job)) agent.accept(job)
  }
  for (const each of steps) {
    switch (each.do) {
      case 'give':
        given.add(each.job)
        agent.accept(each.job)
        break
      case 'fault':
        printer.device.setCondition(each.condition, each.afterBytes)
        break
      case 'unplug':
      case 'plug':
        printer.setPlugged(each.do === 'plug')
        break
      case 'reboot':
        printer.device.restart()
        printer.lose()
        break
      case 'crash':
        await agent.crash()
        agent = await start()
        giveAll()
        break
      case 'rest':
        await delay(8)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }

  printer.setPlugged(true)
  const settled = (): boolean => [...given].every(isFinal)
  for (let turn = 0; turn < 400 && !settled(); turn++) {
    if (turn % 10 === 0) printer.device.setCondition('ready')
    giveAll()
    await delay(5)
  }

  const problems: string[] = []
  for (const job of given) {
    const name = nameOf(job)
    const outcomes = told.get(idOf(job)) ?? []
    const unmarked = printer.slips.filter(({ lines }) => lines.includes(name)).length
    const whole = printer.slips.filter(({ lines, qr }) => lines.includes(name) && qr.length === 1).length
    const last = outcomes.at(-1)
    if (!isFinal(job)) problems.push(`${name} has no outcome: ${outcomes.join(' ')}`)
    if (outcomes.includes('failed')) problems.push(`${name} failed`)
    if (unmarked > 1) problems.push(`${name} is there ${unmarked} times`)
    if (last === 'printed' && whole !== 1) problems.push(`${name} told printed, ${whole} whole`)
    if (agent.journal.get(idOf(job))?.state !== last) problems.push(`${name}: journal and server differ`)
    if (
      outcomes.indexOf('printed') !== -1 &&
      outcomes.slice(outcomes.indexOf('printed')).some((o) => o !== 'printed')
    )
      problems.push(`${name} was printed and then ${outcomes.join(' ')}`)
  }
  await agent.crash()
  await rm(folder, { recursive: true, force: true })
  return problems
}

test('[any day] leaves at most one unmarked copy of each job, and all tell the same in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      expect(await live(steps)).toEqual([])
    }),
    { numRuns: Number(process.env['RUNS'] ?? 15) },
  )
})
