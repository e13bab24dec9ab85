import { text as sentText } from '@lobbyline/server/contract/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScanReader } from './scan-report.ts'
import { createScannedText, longestScan } from './scanned-text.ts'

const scannedText = createScannedText()

test('[any code] is handed on as the server takes it, or not at all', () => {
  const hostile = fc.constantFrom(
    '\u202e',
    '\u0085',
    '\ud800',
    '\ufeff',
    'e\u0301',
    '\u0301'.repeat(5),
    '\u200b',
    '\t',
    'A',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), hostile)), (parts) => {
      const text = scannedText(parts.join(''))
      if (text !== null) expect(sentText(longestScan, 1).safeParse(text)).toMatchObject({ data: text })
    }),
    { numRuns: 300 },
  )
})

test('[any bytes] of a scanner are, too', () => {
  const read = createScanReader()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 56 }), (bytes) => {
      const report = new Uint8Array(64)
      report.set([2, bytes.length])
      report.set(bytes, 5)
      const text = scannedText(read(report)?.text ?? '')
      if (text !== null) expect(sentText(longestScan, 1).safeParse(text)).toMatchObject({ data: text })
    }),
    { numRuns: 300 },
  )
})

test('a driver’s license, and what is longer than any code of ours, goes nowhere', () => {
  expect(
    createScannedText()('@\n\u001e\rANSI 636014080002DL00410288ZC03290024DLDAQD1234562\nDCSDOE'),
  ).toBeNull()
  expect(createScannedText()('x'.repeat(longestScan + 1))).toBeNull()
  expect(createScannedText()(' 26-04417\r\n')).toBe('26-04417')
})
