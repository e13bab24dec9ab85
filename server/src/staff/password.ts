import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP's password storage cheat sheet asks at least: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const minPasswordLength = 10

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Someone who does not exist takes as long to refuse as someone who does. */
const nobody = hashPassword('nobody has this password')

export const isPassword = async (password: string, passwordHash: string | null): Promise<boolean> => {
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'))
  return matches && passwordHash !== null
}
