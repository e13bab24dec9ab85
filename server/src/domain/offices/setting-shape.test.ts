import { expect, test } from 'vitest'
import { settingMisfit } from './setting-shape.ts'

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
  expect(settingMisfit(whole, value, 'it')).toEqual({ path, known })
})
