import { expect, test } from 'vitest'
import { conditionOf, statusFromAsb, statusFromRealTime } from './printer-status.ts'

test.each([
  [[0x10, 0, 0, 0x0f], 'ready'],
  [[0x14, 0, 0, 0x0f], 'ready'],
  [[0x10, 0, 0x03, 0x0f], 'paper-low'],
  [[0x18, 0, 0x0f, 0x0f], 'paper-out'],
  [[0x38, 0, 0x0f, 0x0f], 'cover-open'],
  [[0x18, 0x08, 0, 0x0f], 'error'],
  [[0x18, 0x20, 0, 0x0f], 'error'],
  [[0x18, 0, 0, 0x0f], 'offline'],
] as const)('automatic status %j is %s', (bytes, condition) => {
  expect(conditionOf(statusFromAsb(bytes))).toBe(condition)
})

test.each([
  [[0x12, 0x12, 0x12], 'ready'],
  [[0x12, 0x12, 0x1e], 'paper-low'],
  [[0x1a, 0x32, 0x7e], 'paper-out'],
  [[0x1a, 0x16, 0x12], 'cover-open'],
  [[0x1a, 0x52, 0x12], 'error'],
  [[0x1a, 0x12, 0x12], 'offline'],
] as const)('answers to DLE EOT 1, 2, 4 %j are %s', ([printer, cause, paper], condition) => {
  expect(conditionOf(statusFromRealTime(printer, cause, paper))).toBe(condition)
})
