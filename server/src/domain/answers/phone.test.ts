import { describe, expect, test } from 'vitest'
import { formatPhone, parsePhone } from './phone.ts'

describe('phone', () => {
  test.each([
    '951 555 0142',
    '(951) 555-0142',
    '951.555.0142',
    '9515550142',
    '+1 951 555 0142',
    '1-951-555-0142',
  ])('%s is ten digits', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: '9515550142' })
  })

  test.each([
    '',
    '555 0142',
    '951 055 0142',
    '151 555 0142',
    '951 555 01423',
    'call me',
    '951 555 0142 x3',
    '٩٥١٥٥٥٠١٤٢',
  ])('%j is none', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: false, code: 'not-a-phone' })
  })

  test('reads well', () => {
    expect(formatPhone('9515550142')).toBe('(951) 555-0142')
    expect(formatPhone('12')).toBe('12')
  })
})
