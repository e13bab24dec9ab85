import { expect, test } from 'vitest'
import { withLengths } from './wav.ts'

const piped = (soundBytes: number): Buffer => {
  const wav = Buffer.alloc(44 + soundBytes)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(0x7ffff024, 4)
  wav.writeUInt32LE(0x7ffff000, 40)
  return wav
}

test('[SP1] a sound from a pipe is given its true length', () => {
  const wav = withLengths(piped(1000))
  expect(wav?.readUInt32LE(4)).toBe(1036)
  expect(wav?.readUInt32LE(40)).toBe(1000)
})

test('[SP1] what is no sound is none', () => {
  expect(withLengths(Buffer.from('espeak-ng: cannot do that, and says so at some length'))).toBeNull()
  expect(withLengths(piped(0))).toBeNull()
})
