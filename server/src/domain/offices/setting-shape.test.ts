import { expect, test } from 'vitest'
import { settingMisfit } from './setting-shape.ts'
import type { SettingRules } from './setting-rules.ts'

const prices = { day: { regular: 325, senior: 200 }, monthly: { regular: 4000 } }
const period = { from: '2026-01-01', products: ['monthly'] }

test.for<[unknown, unknown]>([
  [500, 0],
  [[2500, 4000], [2600]],
  [[], ['whatever']],
  [prices, { day: { regular: 350 }, monthly: {} }],
  [[period], [{ from: '2027-01-01', products: [] }]],
  [{ offered: true }, { offered: false }],
  ['16:30', '09:00'],
  ['Beaumont', 'Banning'],
  [null, { any: 'thing' }],
])('[D7] %j may become %j', ([known, value]) => {
  expect(settingMisfit(known, value, 'it')).toBeNull()
})

test.for<[unknown, unknown]>([
  [500, -500],
  [500, 4.5],
  [500, '500'],
  [500, 1e12],
  [500, null],
  [[2500, 4000], {}],
  [[2500, 4000], 2500],
  [
    [2500, 4000],
    [2600, '40'],
  ],
  [prices, { day: { regular: 350 } }],
  [prices, { day: [350], monthly: {} }],
  [prices, { day: { regular: -1 }, monthly: {} }],
  [[period], [{ from: '2027-01-01' }]],
  [prices, { day: { regulr: 350 }, monthly: {} }],
  ['Beaumont', 'Ban\u202ening'],
  ['Beaumont', '4111 1111 1111 1111'],
  [{ offered: true }, { offered: 'yes' }],
  ['16:30', '25:00'],
  ['16:30', 1630],
  [true, 1],
])('[D7] %j may not become %j', ([known, value]) => {
  expect(settingMisfit(known, value, 'it')).not.toBeNull()
})

test.for<[unknown, unknown, string, unknown]>([
  [500, -500, 'it', 500],
  [[2500, 4000], [2600, '40'], 'it[1]', 2500],
  [prices, { day: { regular: -1 }, monthly: {} }, 'it.day.regular', 325],
  [prices, { day: {} }, 'it.monthly', prices.monthly],
  [[period], [period, { ...period, products: 'day' }], 'it[1].products', ['monthly']],
])('[D7] of %j, become %j, it is %s that is wrong', ([whole, value, path, known]) => {
  expect(settingMisfit(whole, value, 'it')).toEqual({ path, known, rule: {} })
})

const rules: SettingRules = {
  it: { from: 1, to: 2, once: true },
  'it[]': { from: 1, to: 7 },
  name: { from: 1, to: 8 },
  kind: { oneOf: ['odd', 'even'] },
  'span[].from': { date: true },
  'span[].until': { date: true, atLeast: 'from' },
  'span[].side': { oneOf: ['odd', 'even'] },
}
const span = { from: '2026-01-01', until: '2026-12-31' }

test.for<[string, unknown, unknown]>([
  ['it', [5, 6], [1, 7]],
  ['name', 'Beaumont', 'Banning'],
  ['kind', 'odd', 'even'],
  ['span', [span], []],
  ['span', [span], [{ from: '2028-02-29', until: '2028-02-29', side: 'odd' }]],
])('[D9] %s, which is %j, may become %j', ([path, known, value]) => {
  expect(settingMisfit(known, value, path, rules)).toBeNull()
})

test.for<[string, unknown, unknown, string]>([
  ['it', [5, 6], [], 'it'],
  ['it', [5, 6], [1, 2, 3], 'it'],
  ['it', [5, 6], [6, 6], 'it'],
  ['it', [5, 6], [6, 8], 'it[1]'],
  ['it', [5, 6], [0], 'it[0]'],
  ['name', 'Beaumont', '', 'name'],
  ['name', 'Beaumont', 'x'.repeat(9), 'name'],
  ['kind', 'odd', 'both', 'kind'],
  ['span', [span], [{ from: '2026-13-01', until: '2026-12-31' }], 'span[0].from'],
  ['span', [span], [span, { from: '2027-02-29', until: '2027-12-31' }], 'span[1].from'],
  ['span', [span], [{ from: '2027-01-01', until: '2026-12-31' }], 'span[0].until'],
  ['span', [span], [{ ...span, side: 'left' }], 'span[0].side'],
])('[D9] %s, which is %j, may not become %j', ([path, known, value, wrong]) => {
  expect(settingMisfit(known, value, path, rules)?.path).toBe(wrong)
})
