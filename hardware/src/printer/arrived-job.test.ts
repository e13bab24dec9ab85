import { expect, test } from 'vitest'
import type { Slip } from '../contract.ts'
import { encode } from '../escpos/encode.ts'
import { profiles } from '../escpos/profile.ts'
import { receipt, spanishTicket, ticket } from '../fixtures/slips.ts'
import { createEncoder, isArrivedJob, type ArrivedJob } from './arrived-job.ts'

const profile = profiles['epson-tm-t20']
const whole = ({ opening, rest }: { opening: Buffer; rest: () => Buffer }): Buffer =>
  Buffer.concat([opening, rest()])
const aJob = (work: ArrivedJob['work']): ArrivedJob => ({ jobId: 'a', printerId: 'p', work, expiresAt: null })
const beginning = (...first: Slip['blocks'][number][]): Slip => ({
  ...ticket,
  blocks: [...first, ...ticket.blocks.slice(1)],
})
const city = { type: 'text', text: 'City' } as const

test('a remembered opening gives the same bytes', () => {
  const encodeJob = createEncoder(profile)
  const slips = [
    ticket,
    receipt,
    spanishTicket,
    beginning(city),
    beginning({ ...city, bold: true }),
    beginning({ type: 'logo' }, city),
    beginning({ type: 'logo' }, { type: 'rule' }),
    { ...ticket, blocks: [city] },
    { ...ticket, blocks: [{ type: 'logo' }, city] } as const,
  ]
  for (const slip of [...slips, ...slips])
    for (const copy of [0, 1])
      expect(whole(encodeJob(aJob({ type: 'slip', slip, copy }), 'ABCD'))).toEqual(
        encode(slip, profile, { copy, jobToken: 'ABCD' }),
      )
})

test('the opening of a known heading needs neither the slip to be read nor to be right', () => {
  const encodeJob = createEncoder(profile)
  const { opening } = encodeJob(aJob({ type: 'slip', slip: ticket, copy: 0 }), 'ABCD')
  const broken = { ...ticket, blocks: [ticket.blocks[0], { type: 'spell', text: 7 }] }
  const parts = encodeJob(aJob({ type: 'slip', slip: broken, copy: 0 }), 'ABCE')
  expect(parts.opening).toBe(opening)
  expect(parts.rest).toThrow()
})

test.each([null, 'text', {}, { blocks: [] }, { language: 'en', blocks: [{ type: 'text', text: 7 }] }])(
  'what is no slip is refused: %j',
  (slip) => {
    expect(() => createEncoder(profile)(aJob({ type: 'slip', slip, copy: 0 }), 'ABCD')).toThrow()
  },
)

test('only what may come out twice stands in an opening', () => {
  const encodeJob = createEncoder(profile)
  for (const slip of [ticket, receipt, spanishTicket]) {
    const { opening } = encodeJob(aJob({ type: 'slip', slip, copy: 0 }), 'ABCD')
    expect(opening.includes(Buffer.from([0x1d, 0x56]))).toBe(false)
    expect(opening.toString('latin1').match(/[ -~]{5,}/g)).toEqual([
      expect.stringMatching(/^(City of|Ciudad de) Beaumont$/),
    ])
  }
  expect(encodeJob(aJob({ type: 'drawer' }), 'ABCD').opening.toString('hex')).toBe('1b401d61ff')
})

test.each([null, 'x', [], {}, { jobId: 'a', printerId: 'p', expiresAt: null, work: null }, { jobId: 7 }])(
  'what is no job is not taken for one: %j',
  (message) => expect(isArrivedJob(message)).toBe(false),
)
