import { expect, test } from 'vitest'
import { emulatedHid } from './emulated-hid.ts'
import { keyReports } from './key-report.ts'
import { learnKeys } from './learn-keys.ts'

const keypad = {
  path: 'keypad',
  vendorId: 0x2047,
  productId: 1,
  usagePage: 1,
  usage: 6,
  product: '',
  serialNumber: '',
}

test('each key is asked for in turn; one that is missing or taken is left out', async () => {
  const hid = emulatedHid()
  hid.plug(keypad)
  const codes: Record<string, number> = { Up: 0x68, Down: 0x69, Left: 0x68, Right: 0x6a, Select: 0x6b }
  const said: string[] = []
  const say = (line: string): void => {
    said.push(line)
    const usage = codes[/^Press: (\w+)/.exec(line)?.[1] ?? '']
    if (usage !== undefined)
      queueMicrotask(() => {
        for (const report of keyReports(usage)) hid.report('keypad', report)
      })
  }
  await learnKeys({ port: hid, say, patienceMs: 5 })
  expect(said).toContain('  this key is already Up: left out')
  expect(said.at(-1)).toBe(
    'Put into the keypad\'s entry: "keys": {"up":104,"down":105,"right":106,"select":107}',
  )
  expect(hid.isOpen('keypad')).toBe(false)
})

test('without a keypad it says so, and asks nothing', async () => {
  const said: string[] = []
  await learnKeys({ port: emulatedHid(), say: (line) => said.push(line) })
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/no keypad/)
})
