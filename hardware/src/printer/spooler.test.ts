import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PrintJob, Slip } from '../contract.ts'
import { encodeSlip } from '../escpos/encode.ts'
import { profiles, type Profile } from '../escpos/profile.ts'
import { ticket } from '../fixtures/slips.ts'
import { openJournal, type Journal } from './journal.ts'
import { createLink } from './link.ts'
import { memoryTransport, type MemoryTransport } from './memory-transport.ts'
import { createSpooler, type Spooler } from './spooler.ts'
import { waitFor } from '../fixtures/wait-for.ts'

// an automatic status, then the answers to DLE EOT 1, 2 and 4
const ready = [0x10, 0, 0, 0x0f, 0x12, 0x12, 0x12]
const paperOut = [0x18, 0, 0x0f, 0x0f, 0x1a, 0x32, 0x7e]
const slip: Slip = { kind: 'test', language: 'en', blocks: [{ type: 'text', text: 'Hello' }] }
const clear = Buffer.from('10140801031401060208', 'hex')
const ticketOpening = encodeSlip(ticket, profiles['epson-tm-t20'], { copy: 0, jobToken: 'AAAA' }).opening
const aJob = (jobId: string, expiresAt: number | null = null): PrintJob => ({
  jobId,
  printerId: 'p1',
  work: { type: 'slip', slip, copy: 0 },
  expiresAt,
})

let folder = ''
let journal: Journal
let transport: MemoryTransport
let told: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lobbyline-spooler-'))
  journal = await openJournal(join(folder, 'journal.jsonl'))
  transport = memoryTransport()
  told = []
})
afterEach(async () => {
  await journal.close()
  await rm(folder, { recursive: true })
})

const start = (
  profile: Profile = profiles['epson-tm-t20'],
  { heartbeatMs = 60_000, ...more }: { confirmMs?: number; heartbeatMs?: number } = {},
): Spooler => {
  const spooler = createSpooler({
    printerId: 'p1',
    profile,
    link: createLink(transport, profile, { heartbeatMs, answerMs: 40 }),
    journal,
    reports: {
      outcome: (jobId, outcome) => told.push(`${jobId} ${outcome}`),
      condition: (_, condition) => told.push(condition),
      unprintable: () => {},
    },
    ...more,
  })
  spooler.start()
  if (profile.confirmation.processId) transport.answer(0x37, 0x25, 0x00)
  return spooler
}

const copies = (): number => transport.written().toString('latin1').split('Hello').length - 1
const tokens = (): number[][] =>
  Array.from(
    transport
      .written()
      .toString('latin1')
      .matchAll(/\u001d\(H\u0006\u000000(....)/g),
    ([, token]) => [...Buffer.from(token ?? '', 'latin1')],
  )
const confirm = (token: number[] | undefined): void => transport.answer(0x37, 0x22, ...(token ?? []), 0x00)
const sent = (count: number): Promise<void> => waitFor(() => expect(copies()).toBe(count))
const hears = (line: string): Promise<void> => waitFor(() => expect(told).toContain(line))
/** As often as it is asked: on a busy machine an answer may come too late, and the question again. */
const answersUntilSent = (count: number, ...answer: number[]): Promise<void> =>
  waitFor(() => {
    transport.answer(...answer)
    expect(copies()).toBe(count)
  })
const answersUntil = (line: string, ...answer: number[]): Promise<void> =>
  waitFor(() => {
    transport.answer(...answer)
    expect(told).toContain(line)
  })

describe('a healthy printer', () => {
  test('is believed when it confirms, and only then', async () => {
    const spooler = start()
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await sent(1)
    expect(journal.get('a')?.state).toBe('sending')
    expect(told).toEqual(['ready'])
    confirm(tokens()[0])
    await hears('a printed')
    expect(journal.get('a')?.state).toBe('printed')
    await spooler.stop(0)
  })

  test('gets a job at once when its status is fresh, without being asked again', async () => {
    const spooler = start()
    transport.answer(...ready)
    const asked = transport.written().length
    spooler.accept(aJob('a'))
    await sent(1)
    expect(transport.written().subarray(asked, asked + 2)).toEqual(Buffer.from([0x1b, 0x40]))
    await spooler.stop(0)
  })

  test('gets one job at a time, in order', async () => {
    const spooler = start()
    transport.answer(...ready)
    for (const jobId of ['a', 'b', 'c']) spooler.accept(aJob(jobId))
    for (const count of [1, 2, 3]) {
      await sent(count)
      expect(tokens()).toHaveLength(count)
      confirm(tokens()[count - 1])
    }
    await hears('c printed')
    expect(told).toEqual(['ready', 'a printed', 'b printed', 'c printed'])
    expect(new Set(tokens().map(String)).size).toBe(3)
    await spooler.stop(0)
  })

  test('whose paper ends right behind a slip has printed it, and nothing is stalled', async () => {
    const spooler = start()
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await sent(1)
    transport.answer(0x37, 0x22, ...(tokens()[0] ?? []), 0x00, ...paperOut)
    await hears('a printed')
    expect(told).toEqual(['ready', 'paper-out', 'a printed'])
    await spooler.stop(0)
  })

  test('is not believed for another job', async () => {
    const spooler = start()
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await sent(1)
    confirm([...Buffer.from('zzzz')])
    await journal.record({ jobId: 'x', printerId: 'p1', state: 'sent', at: 0, reported: true })
    expect(told).toEqual(['ready'])
    await spooler.stop(0)
  })
})

describe('the same job id', () => {
  test('waiting, under way and done is printed once, and its outcome is told again', async () => {
    const spooler = start()
    spooler.accept(aJob('a'))
    spooler.accept(aJob('a'))
    transport.answer(...ready)
    await sent(1)
    spooler.accept(aJob('a'))
    confirm(tokens()[0])
    await hears('a printed')
    spooler.accept(aJob('a'))
    spooler.accept(aJob('b'))
    await sent(2)
    expect(told).toEqual(['ready', 'a printed', 'a printed'])
    await spooler.stop(0)
  })
})

describe('trouble before the first byte', () => {
  test('a printer out of paper gets nothing, and prints once it has paper', async () => {
    const spooler = start()
    transport.answer(...paperOut)
    spooler.accept(aJob('a'))
    await hears('paper-out')
    expect(copies()).toBe(0)
    expect(journal.get('a')).toBeUndefined()
    transport.answer(...ready)
    await sent(1)
    await spooler.stop(0)
  })

  test('a job that waited too long expires, even behind one that is stuck', async () => {
    const spooler = start()
    transport.answer(...ready)
    spooler.accept(aJob('stuck'))
    await sent(1)
    spooler.accept(aJob('late', Date.now() + 30))
    await hears('late expired')
    confirm(tokens()[0])
    await hears('stuck printed')
    expect(copies()).toBe(1)
    await spooler.stop(0)
  })

  test('a slip that cannot be printed fails, and the next one prints', async () => {
    const spooler = start()
    transport.answer(...ready)
    const bad: Slip = { ...slip, blocks: [{ type: 'qr', data: 'ñ' }] }
    spooler.accept({ ...aJob('bad'), work: { type: 'slip', slip: bad, copy: 0 } })
    spooler.accept(aJob('good'))
    await sent(1)
    expect(told).toContain('bad failed')
    await spooler.stop(0)
  })

  test('a journal that cannot be written lets nothing be printed', async () => {
    const spooler = start()
    transport.answer(...ready)
    const greeted = transport.written().length
    vi.spyOn(journal, 'isHealthy').mockReturnValue(false)
    vi.spyOn(journal, 'record').mockRejectedValue(new Error('disk full'))
    spooler.accept({ ...aJob('a'), work: { type: 'slip', slip: ticket, copy: 0 } })
    await hears('a failed')
    expect(transport.written().subarray(greeted).includes(ticketOpening)).toBe(false)
    await spooler.stop(0)
    vi.restoreAllMocks()
  })
})

describe('while the disk has not answered', () => {
  const aTicket: PrintJob = { ...aJob('t'), work: { type: 'slip', slip: ticket, copy: 0 } }
  const parts = encodeSlip(ticket, profiles['epson-tm-t20'], { copy: 0, jobToken: 'AAAA' })
  const knife = Buffer.from([0x1d, 0x56, 0x42])
  let greeted = 0
  let disk: PromiseWithResolvers<void>
  let spooler: Spooler
  beforeEach(() => {
    disk = Promise.withResolvers()
    spooler = start()
    transport.answer(...ready)
    greeted = transport.written().length
    vi.spyOn(journal, 'record').mockReturnValueOnce(disk.promise)
    spooler.accept(aTicket)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await spooler.stop(0)
  })
  const cuts = (): number => transport.written().toString('latin1').split(knife.toString('latin1')).length - 1

  test('the opening has left, and nothing else', async () => {
    expect(transport.written().subarray(greeted)).toEqual(parts.opening)
    disk.resolve()
    await waitFor(() => expect(cuts()).toBe(1))
    expect(transport.written().subarray(greeted)).toHaveLength(parts.opening.length + parts.rest().length)
  })

  test('a line that breaks sends the job anew, whole and once', async () => {
    transport.drop()
    transport.connect()
    greeted = transport.written().length
    disk.resolve()
    transport.answer(...ready)
    await waitFor(() => expect(cuts()).toBe(1))
    expect(transport.written().subarray(greeted).includes(parts.opening)).toBe(true)
  })

  test('a disk that fails lets nothing more out, for good', async () => {
    disk.reject(new Error('I/O error'))
    await hears('t failed')
    expect(cuts()).toBe(0)
    expect(
      transport
        .written()
        .subarray(greeted + parts.opening.length)
        .includes(clear),
    ).toBe(true)
  })
})

describe('between the opening and the rest', () => {
  let disk: PromiseWithResolvers<void>
  const open = async (spooler: Spooler, ...answer: number[]): Promise<void> => {
    disk = Promise.withResolvers()
    const record = vi.spyOn(journal, 'record').mockReturnValueOnce(disk.promise)
    spooler.accept(aJob('a'))
    await waitFor(() => {
      transport.answer(...answer)
      expect(record).toHaveBeenCalled()
    })
  }
  afterEach(() => vi.restoreAllMocks())

  test('out of paper is stalled, however long that takes', async () => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 20 })
    await open(spooler, ...ready)
    transport.answer(...paperOut)
    await hears('a stalled')
    disk.resolve()
    await sent(1)
    await new Promise((resolve) => setTimeout(resolve, 60))
    transport.answer(...ready)
    confirm(tokens()[0])
    await hears('a printed')
    expect(told).not.toContain('a unknown')
    await spooler.stop(0)
  })

  test('a late answer to an earlier question is none about this job', async () => {
    const spooler = start(profiles['generic-80mm'])
    await open(spooler, 0x12, 0x12, 0x12)
    transport.answer(0x00)
    disk.resolve()
    await sent(1)
    await journal.record({ jobId: 'x', printerId: 'p1', state: 'sent', at: 0, reported: true })
    expect(told).not.toContain('a sent')
    transport.answer(0x00)
    await hears('a sent')
    await spooler.stop(0)
  })
})

describe('trouble in the middle', () => {
  test('out of paper is stalled, and printed when the printer says so after a refill', async () => {
    const spooler = start()
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await sent(1)
    transport.answer(...paperOut)
    await hears('a stalled')
    transport.answer(...ready)
    confirm(tokens()[0])
    await hears('a printed')
    expect(copies()).toBe(1)
    await spooler.stop(0)
  })

  test.each([
    ['an open cover', [0x38, 0, 0, 0x0f]],
    ['a jammed cutter', [0x18, 0x08, 0, 0x0f]],
    ['its pause button', [0x18, 0, 0, 0x0f]],
  ])('stopped by %s it is stalled, however long that takes', async (_, status) => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 200 })
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await sent(1)
    transport.answer(...status)
    await hears('a stalled')
    await new Promise((resolve) => setTimeout(resolve, 250))
    confirm(tokens()[0])
    await hears('a printed')
    await spooler.stop(0)
  })

  test('a lost connection is unknown and never sent again; the next job finds the buffer cleared', async () => {
    const spooler = start()
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await sent(1)
    transport.drop()
    await hears('a unknown')
    spooler.accept(aJob('a'))
    spooler.accept(aJob('b'))
    const before = transport.written().length
    transport.connect()
    transport.answer(...ready)
    await sent(2)
    expect(
      transport
        .written()
        .subarray(before, before + 10)
        .toString('hex'),
    ).toBe('10140801031401060208')
    expect(told.filter((line) => line === 'a unknown')).toHaveLength(2)
    await spooler.stop(0)
  })

  test('a printer that says nothing makes it unknown, and its buffer is cleared', async () => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 20 })
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await hears('a unknown')
    expect(transport.written().lastIndexOf(clear)).toBeGreaterThan(transport.written().indexOf('Hello'))
    await spooler.stop(0)
  })

  test('what an earlier run left in the printer is cleared first', async () => {
    const spooler = start()
    expect(transport.written().subarray(0, 10).toString('hex')).toBe('10140801031401060208')
    await spooler.stop(0)
  })
})

describe('what an interrupted job left', () => {
  test('holds the next job back until the printer says that it is gone', async () => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 20 })
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await hears('a unknown')
    spooler.accept(aJob('b'))
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(copies()).toBe(1)
    await answersUntilSent(2, 0x37, 0x25, 0x00, ...ready)
    await spooler.stop(0)
  })

  test('is not waited for where the printer answers, but does not know the command', async () => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 20 })
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await hears('a unknown')
    spooler.accept(aJob('b'))
    await answersUntilSent(2, ...ready)
    await spooler.stop(0)
  })

  test('is asked for again when the printer has only spoken unasked: the line may have lost it', async () => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 20 })
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await hears('a unknown')
    spooler.accept(aJob('b'))
    transport.answer(0x10, 0, 0, 0x0f)
    const cleared = (): number =>
      transport.written().toString('latin1').split(clear.toString('latin1')).length - 1
    const before = cleared()
    await waitFor(() => expect(cleared()).toBeGreaterThan(before))
    expect(copies()).toBe(1)
    await answersUntilSent(2, 0x37, 0x25, 0x00, ...ready)
    await spooler.stop(0)
  })

  test('keeps the printer waiting as long as it says nothing at all', async () => {
    const spooler = start(profiles['epson-tm-t20'], { confirmMs: 20 })
    transport.answer(...ready)
    spooler.accept(aJob('a'))
    await hears('a unknown')
    spooler.accept(aJob('b'))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(copies()).toBe(1)
    await answersUntilSent(2, 0x37, 0x25, 0x00, ...ready)
    await spooler.stop(0)
  })
})

describe('a printer that cannot confirm', () => {
  test('is asked before each job, and its job is called sent when GS r is answered', async () => {
    const spooler = start(profiles['generic-80mm'])
    spooler.accept(aJob('a'))
    transport.answer(0x12, 0x12, 0x12)
    await waitFor(() => expect(transport.written().subarray(-3)).toEqual(Buffer.from([0x10, 0x04, 0x04])))
    transport.answer(0x12, 0x12, 0x12)
    await sent(1)
    transport.answer(0x00)
    await hears('a sent')
    await spooler.stop(0)
  })

  test('and whose paper ended in the middle of its very first job has stalled it, and is asked until it can go on', async () => {
    const spooler = start(profiles['generic-80mm'], { confirmMs: 20, heartbeatMs: 20 })
    spooler.accept(aJob('a'))
    await answersUntilSent(1, 0x12, 0x12, 0x12)
    await answersUntil('a stalled', 0x1a, 0x32, 0x7e)
    await answersUntil('a sent', 0x12, 0x12, 0x12, 0x00)
    expect(copies()).toBe(1)
    await spooler.stop(0)
  })

  test('and answers nothing any more in the middle of its very first job leaves it unknown', async () => {
    const spooler = start(profiles['generic-80mm'], { confirmMs: 20 })
    spooler.accept(aJob('a'))
    await answersUntilSent(1, 0x12, 0x12, 0x12)
    await hears('a unknown')
    expect(told).not.toContain('a sent')
    await spooler.stop(0)
  })

  test('and never answers anything still prints, where its profile says so', async () => {
    const spooler = start(profiles['mute-80mm'])
    spooler.accept(aJob('a'))
    await hears('a sent')
    expect(copies()).toBe(1)
    await spooler.stop(0)
  })

  test('and should answer, but never did, gets no byte of a job, which expires', async () => {
    const spooler = start(profiles['generic-80mm'], { heartbeatMs: 20 })
    spooler.accept(aJob('a', Date.now() + 400))
    await hears('a expired')
    expect(told).toEqual(['offline', 'a expired'])
    expect(copies()).toBe(0)
    spooler.accept(aJob('b'))
    await answersUntilSent(1, 0x12, 0x12, 0x12)
    await answersUntil('b sent', 0x12, 0x12, 0x12, 0x00)
    await spooler.stop(0)
  })
})

describe('a printer that says nothing and takes no bytes', () => {
  let spooler: Spooler
  beforeEach(async () => {
    spooler = start(profiles['mute-80mm'], { confirmMs: 100 })
    await hears('ready')
    transport.setJammed(true)
    spooler.accept(aJob('a'))
    await waitFor(() => expect(journal.get('a')?.state).toBe('sending'))
    await journal.record({ jobId: 'x', printerId: 'p1', state: 'sent', at: 0, reported: true })
  })
  afterEach(() => spooler.stop(0))

  test('has been sent a job only once it takes them', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(told).toEqual(['ready'])
    transport.setJammed(false)
    await hears('a sent')
    expect(copies()).toBe(1)
  })

  test('for too long leaves it unknown, and the rest of it never comes out', async () => {
    await hears('a unknown')
    transport.setJammed(false)
    expect(copies()).toBe(0)
    spooler.accept(aJob('b'))
    await hears('b sent')
    expect(copies()).toBe(1)
  })

  test('and is pulled out leaves it unknown', async () => {
    transport.drop()
    await hears('a unknown')
    expect(told).not.toContain('a sent')
  })

  test('is given time to when the agent stops', async () => {
    const stopped = spooler.stop(5_000)
    transport.setJammed(false)
    await stopped
    expect(journal.get('a')?.state).toBe('sent')
  })
})

test('stopping waits for the job under way; what it cannot learn stays open in the journal', async () => {
  const spooler = start()
  transport.answer(...ready)
  spooler.accept(aJob('a'))
  await sent(1)
  const stopped = spooler.stop(5_000)
  confirm(tokens()[0])
  await stopped
  expect(journal.get('a')?.state).toBe('printed')
})

test('stopping does not wait for ever', async () => {
  const spooler = start()
  transport.answer(...ready)
  spooler.accept(aJob('a'))
  await sent(1)
  await spooler.stop(10)
  expect(journal.get('a')?.state).toBe('sending')
})
