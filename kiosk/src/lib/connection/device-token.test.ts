import { expect, it } from 'vitest'
import { deviceToken } from './device-token.ts'

it('reads the token behind the address, and nothing else', () => {
  expect(deviceToken('#device=abc-123')).toBe('abc-123')
  expect(deviceToken('')).toBeNull()
  expect(deviceToken('#other=1')).toBeNull()
})
