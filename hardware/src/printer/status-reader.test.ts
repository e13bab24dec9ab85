import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStatusReader, type StatusEvent } from './status-reader.ts'

const token = fc.stringMatching(/^[A-Oa-o]{4}$/)
const low = fc.integer({ min: 0, max: 0x0f })

/** An answer as its bytes, and as what should be read from them. */
const answer: fc.Arbitrary<readonly [readonly number[], StatusEvent]> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0x10, 0x14, 0x18, 0x3c), low, low, low)
    .map((bytes) => [bytes, { type: 'asb', bytes }] as const),
  fc
    .constantFrom(0x12, 0x16, 0x1a, 0x32, 0x72, 0x7e)
    .map((byte) => [[byte], { type: 'real-time', byte }] as const),
  fc.constantFrom(0x00, 0x03, 0x0c, 0x0f).map((byte) => [[byte], { type: 'queued', byte }] as const),
  token.map((token) => [[0x37, 0x22, ...Buffer.from(token), 0x00], { type: 'process-id', token }] as const),
  fc.constant([[0x37, 0x25, 0x00], { type: 'buffer-cleared' }] as const),
)

const inPieces = (bytes: readonly number[], cuts: readonly number[]): Uint8Array[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return places.slice(1).map((place, index) => Uint8Array.from(bytes.slice(places[index], place)))
}

test('[any answers, split anywhere] are read as what they are', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 30 }),
      (answers, cuts) => {
        const read = createStatusReader()
        const bytes = answers.flatMap(([bytes]) => bytes)
        expect(inPieces(bytes, cuts).flatMap(read)).toEqual(answers.map(([, event]) => event))
      },
    ),
  )
})

test('[any noise] never keeps the next confirmations from being read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), token, (noise, token) => {
      const read = createStatusReader()
      read(noise)
      const id = Uint8Array.from([0x37, 0x22, ...Buffer.from(token), 0x00])
      const events = [...read(id), ...read(id)]
      expect(events).toContainEqual({ type: 'process-id', token })
    }),
  )
})

test('a real-time answer in the middle of an automatic status disturbs neither', () => {
  expect(createStatusReader()(Uint8Array.from([0x10, 0x00, 0x12, 0x0c, 0x0f]))).toEqual([
    { type: 'real-time', byte: 0x12 },
    { type: 'asb', bytes: [0x10, 0x00, 0x0c, 0x0f] },
  ])
})
