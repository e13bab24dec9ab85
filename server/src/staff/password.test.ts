import { expect, it } from 'vitest'
import { hashPassword, isPassword } from './password.ts'

it('knows a password by its argon2id hash, however it was composed', async () => {
  const stored = await hashPassword('caf\u00e9 at noon')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword('cafe\u0301 at noon', stored)).toBe(true)
  expect(await isPassword('cafe at noon', stored)).toBe(false)
})

it('is nobody without a hash, and takes the same work to say so', async () => {
  expect(await isPassword('nobody has this password', null)).toBe(false)
})
