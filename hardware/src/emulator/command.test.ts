import { expect, test } from 'vitest'
import { parseCommand } from './command.ts'

const textIn = (bytes: Buffer): string => {
  let text = ''
  for (let rest = bytes; rest.length > 0;) {
    const { command, length } = parseCommand(rest) ?? { command: { type: 'ignored' }, length: rest.length }
    if (command.type === 'text') text += command.bytes.toString('latin1')
    rest = rest.subarray(length)
  }
  return text
}

test.each([
  ['a command that no printer knows', '\u001b5Hello', '5Hello'],
  ['bold', '\u001bE\u0001Hello', 'Hello'],
])('%s is printed as far as it is no command', (_, bytes, text) => {
  expect(textIn(Buffer.from(bytes, 'latin1'))).toBe(text)
})
