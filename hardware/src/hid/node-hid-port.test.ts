import { expect, test, vi } from 'vitest'
import { HidUnavailableError } from './hid-port.ts'
import { nodeHidPort } from './node-hid-port.ts'

const library = vi.hoisted(() => ({ devicesAsync: () => Promise.resolve<unknown[]>([]) }))
vi.mock('node-hid', () => ({ default: library }))

test('one look that fails is no missing library', async () => {
  library.devicesAsync = () => Promise.reject(new TypeError('cannot get list of devices'))
  const failure: unknown = await nodeHidPort()
    .list()
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(TypeError)
  expect(failure).not.toBeInstanceOf(HidUnavailableError)
})
