import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Slip, SlipBlock } from '../contract.ts'
import * as slips from '../fixtures/slips.ts'
import { encode, encodeDrawerKick } from './encode.ts'
import { profiles, type Profile } from './profile.ts'
import { findRealTime } from './real-time.ts'

const original = { copy: 0, jobToken: 'ABCD' }
const slip = (...blocks: SlipBlock[]): Slip => ({ kind: 'test', language: 'en', blocks })
const epson = profiles['epson-tm-t20']
const generic = profiles['generic-80mm']
const bytes = (...blocks: SlipBlock[]): Buffer => encode(slip(...blocks), epson, original)
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex')

const plainStart = '1b6100' + '1b4500' + '1b4d00' + '1d2100'
const plainEnd = '1d2100' + '1b4d00'

describe('golden bytes', () => {
  test('an Epson job: initialize, automatic status, no real-time drawer, code page, body, cut, process id', () => {
    expect(bytes({ type: 'text', text: 'Hi' }).toString('hex')).toBe(
      '1b40' + '1d50cbcb' + '1d61ff' + '1d28440300140100' + '1b7410' + '1b3322' + // start
        plainStart + hex('Hi') + '0a' + plainEnd +
        '1d564203' + '1d284806003030' + hex('ABCD'), // prettier-ignore
    )
  })

  test('a printer without process ids is asked by GS r after the cut', () => {
    const job = encode(slip({ type: 'text', text: 'Hi' }), generic, original).toString('hex')
    expect(job).toContain('1b7402')
    expect(job.endsWith('1d564203' + '1d7201')).toBe(true)
  })

  test('a drawer kick is its own job', () => {
    expect(encodeDrawerKick(epson, { jobToken: 'ABCD' }).toString('hex')).toBe(
      '1b40' + '1d61ff' + '1b700019fa' + '1d284806003030' + hex('ABCD'),
    )
  })

  test('a QR code by GS ( k: model 2, module, level M, data, print', () => {
    expect(bytes({ type: 'qr', data: 'HELLO' }).toString('hex')).toContain(
      '1d286b040031413200' +
        '1d286b0300314306' +
        '1d286b0300314531' +
        '1d286b0800315030' +
        hex('HELLO') +
        '1d286b0300315130',
    )
  })

  test.each(Object.values<Profile>(profiles).filter(({ qr }) => qr === 'drawn'))(
    '$name has none of the newer commands: its QR code is a picture by GS v 0',
    (profile) => {
      const job = encode(slip({ type: 'qr', data: 'HELLO' }, { type: 'rule' }), profile, original).toString(
        'hex',
      )
      expect(job).not.toMatch(/1d286b|1d384c|1d284c/)
      const dots = 21 * profile.qrModule
      expect(job).toContain('1d763000' + Buffer.from([Math.ceil(dots / 8), 0, dots, 0]).toString('hex'))
    },
  )

  test('a QR code too wide for the paper is drawn smaller, and with white beside it', () => {
    const job = encode(slip({ type: 'qr', data: 'x'.repeat(500) }), profiles['pos-5890'], original)
    expect(job.toString('hex')).toContain('1d763000' + '2b00' + '5401')
  })

  test('graphics by GS 8 L for Epson and GS v 0 for the others, as wide as the paper', () => {
    const rule = slip({ type: 'rule' })
    expect(encode(rule, epson, original).toString('hex')).toContain(
      '1d384ce2000000' + '3070300101314002' + '0300' + 'fcfc',
    )
    expect(encode(rule, generic, original).toString('hex')).toContain('1d763000' + '4800' + '0300' + 'fcfc')
  })

  test('large text is twice as wide and high and wraps to half the columns', () => {
    const job = bytes({
      type: 'text',
      text: 'Permiso para venta de garaje',
      size: 'large',
      bold: true,
      align: 'center',
    })
    expect(job.toString('hex')).toContain(
      '1b6101' + '1b4501' + '1b4d00' + '1d2111' + hex('Permiso para venta de') + '0a',
    )
  })
})

describe('text', () => {
  test('Spanish is written by the printer itself', () => {
    expect(
      bytes({ type: 'text', text: '¿Niño, mañana? ¡Sí! él ú ü' }).includes(
        Buffer.from('¿Niño, mañana? ¡Sí! él ú ü', 'latin1'),
      ),
    ).toBe(true)
  })

  test('where the code pages lack the letters of one line, all below the heading is drawn in one typeface', () => {
    const blocks: SlipBlock[] = [
      { type: 'text', text: 'City of Beaumont', size: 'large' },
      { type: 'text', text: 'Before' },
      { type: 'row', left: 'Giấy phép', right: '$4.00' },
      { type: 'box', text: 'After' },
    ]
    const job = encode({ kind: 'permit', language: 'vi', blocks }, epson, original)
    expect(job.includes('City of Beaumont\n')).toBe(true)
    for (const text of ['Before', 'Gi', '4.00', 'After']) expect(job.includes(text), text).toBe(false)
    expect(job.toString('hex').match(/1d384c/g)).toHaveLength(3)
    expect(bytes(...blocks).includes('Before\n'), 'a test slip shows what the printer writes itself').toBe(
      true,
    )
  })

  test('for a curved quote that the code page lacks its own line alone is drawn', () => {
    const quoted = slip(
      { type: 'space', lines: 1 },
      { type: 'text', text: 'Before' },
      { type: 'text', text: 'The clerk’s' },
    )
    const job = encode({ ...quoted, kind: 'permit' }, generic, original)
    expect(job.includes('Before\n')).toBe(true)
    expect(job.toString('hex').match(/1d7630/g)).toHaveLength(1)
  })

  test.each(['epson-tm-t88', 'epson-tm-t88iii'] as const)(
    'what the oldest %s has no characters for is drawn',
    (name) => {
      const job = encode(slip({ type: 'text', text: 'Łukasz Černý' }), profiles[name], original).toString(
        'hex',
      )
      expect(job).not.toMatch(/1b742[def]/)
      expect(job).toMatch(/1d384c|1d7630/)
    },
  )

  test('a question mark is itself', () => {
    expect(bytes({ type: 'text', text: 'Why?' }).includes('Why?\n')).toBe(true)
  })
})

describe('copies', () => {
  const count = (copy: number, mark: string, of: Slip): number =>
    encode(of, epson, { ...original, copy })
      .toString('latin1')
      .split(mark).length - 1

  test('the original bears no mark, each copy one at top and bottom, in its language', () => {
    expect(count(0, 'REPRINT', slips.ticket)).toBe(0)
    expect(count(1, 'REPRINT', slips.ticket)).toBe(2)
    expect(count(2, 'REIMPRESIÓN', slips.spanishTicket)).toBe(2)
  })
})

describe('nothing in the data commands the printer', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '\u001b',
      '\u001d',
      '\u0010',
      '\u0004',
      '\u0005',
      '\u0014',
      '\u001c',
      '\u0000',
      '\u007f',
      '\u009b',
      '@',
      'p',
      'V',
      'ñ',
      'ấ',
      '\u202e',
      '\ud83d',
      ' ',
    ),
    maxLength: 40,
  })
  const block = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: hostile }),
    fc.record({ type: fc.constant('row' as const), left: hostile, right: hostile }),
    fc.record({ type: fc.constant('box' as const), text: hostile }),
    fc.record({ type: fc.constant('signature' as const), label: hostile }),
    fc.record({ type: fc.constant('qr' as const), data: fc.constant('x'), caption: hostile }),
    fc.record({ type: fc.constant('text' as const), text: hostile, size: fc.constant('number' as const) }),
  )
  const known: readonly Profile[] = Object.values(profiles)

  test('[any texts] no real-time command, no second initialization, cut or drawer pulse', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.constantFrom(...known), (blocks, profile) => {
        const job = encode(slip(...blocks), { ...profile, raster: 'gs-v-0' }, original)
        expect(findRealTime(job)).toBe(-1)
        expect(job.subarray(2).indexOf('\u001b@', 0, 'latin1')).toBe(-1)
        expect(job.indexOf('\u001bp', 0, 'latin1')).toBe(-1)
        expect(job.toString('latin1').split('\u001dV')).toHaveLength(profile.cutter ? 2 : 1)
      }),
      { numRuns: 60 },
    )
  })

  test('QR data that is no printable ASCII is refused, never changed', () => {
    expect(() => bytes({ type: 'qr', data: 'a\u0010\u0014' })).toThrow(RangeError)
    expect(() => bytes({ type: 'qr', data: 'ñ' })).toThrow(RangeError)
  })
})
