import { expect, test } from 'vitest'
import { profiles } from '../escpos/profile.ts'
import { createLink } from './link.ts'
import { memoryTransport } from './memory-transport.ts'

const silent = { opened() {}, lost() {}, condition() {}, confirmed() {}, reached() {} }

const hear = (openIs: 'high' | 'low') => {
  const transport = memoryTransport()
  const said: boolean[] = []
  const times = { heartbeatMs: 60_000, answerMs: 1_000 }
  const link = createLink(transport, profiles['epson-tm-t20'], times, {
    openIs,
    changed: (open) => said.push(open),
  })
  link.open(silent)
  return { transport, said, link }
}

test('a drawer is told at each change, by automatic status or in answer', () => {
  const { transport, said, link } = hear('high')
  transport.answer(0x10, 0x00, 0x00, 0x0f)
  transport.answer(0x14, 0x00, 0x00, 0x0f)
  transport.answer(0x14, 0x00, 0x00, 0x0f)
  expect(said).toEqual([false, true])
  transport.answer(0x12, 0x12, 0x12)
  expect(said).toEqual([false, true, false])
  link.close()
})

test('a drawer wired the other way round is read the other way round', () => {
  const { transport, said, link } = hear('low')
  transport.answer(0x10, 0x00, 0x00, 0x0f)
  expect(said).toEqual([true])
  link.close()
})

test('after a lost connection it is told anew', () => {
  const { transport, said, link } = hear('high')
  transport.answer(0x14, 0x00, 0x00, 0x0f)
  transport.drop()
  transport.connect()
  transport.answer(0x14, 0x00, 0x00, 0x0f)
  expect(said).toEqual([true, true])
  link.close()
})
