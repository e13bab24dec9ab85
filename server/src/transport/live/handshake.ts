import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { audiences, protocolVersion, type LiveAuth, type LiveRefusal } from '../../contract/live.ts'
import type { Authenticator, Identity } from '../authenticator.ts'
import { cookiesOf } from '../authenticator.ts'

/** A version is asked for before anything else is understood: another one may say the rest in other words. */
const versionSchema = z.looseObject({ protocol: z.number() })

const authSchema = z.object({
  audience: z.enum(audiences),
  protocol: z.literal(protocolVersion),
  token: z.string().max(100).exactOptional(),
  journal: z.string().min(1).max(100).exactOptional(),
  yields: z.boolean().exactOptional(),
  cursor: z
    .object({ seq: z.int().min(0), hash: z.string().max(100) })
    .nullish()
    .transform((cursor) => cursor ?? undefined),
})

/** The token that a handshake shows, whatever else is wrong with it. */
export const tokenIn = (auth: unknown): string | undefined =>
  z.looseObject({ token: authSchema.shape.token }).safeParse(auth).data?.token

export interface Admitted {
  identity: Identity
  audience: LiveAuth['audience']
  cursor: { seq: number; hash: string } | undefined
  /** an agent's; empty for a screen */
  journal: string
  yields: boolean
}

/** Who this socket is and which room it may enter, by session or device token. */
export const admitSocket = async (
  authenticator: Authenticator,
  headers: IncomingHttpHeaders,
  auth: unknown,
): Promise<Admitted | LiveRefusal> => {
  const version = versionSchema.safeParse(auth)
  if (version.success && version.data.protocol !== protocolVersion) return 'protocol-mismatch'
  const parsed = authSchema.safeParse(auth)
  if (!parsed.success) return 'unauthenticated'
  const { audience, token, cursor, journal = '', yields = false } = parsed.data
  const cookies = cookiesOf(headers)
  const identity = await authenticator.identify({ token, cookies }, audience)
  if (identity && audience === 'agent' && journal === '') return 'unauthenticated'
  if (identity) return { identity, audience, cursor, journal, yields }
  const someone = await authenticator.identify({ token, cookies })
  return someone ? 'forbidden' : 'unauthenticated'
}
