import type { FastifyReply } from 'fastify'
import { tokenHash } from '../staff/secret-token.ts'
import type { Identity } from './authenticator.ts'
import { cookieOptions, deviceCookies, deviceCookieSeconds } from './cookies.ts'

const renewedAfterMs = 24 * 3600_000

/** A browser lets go of a cookie however often it shows it: a screen in use is given its own anew, once a day. */
export class CookieRenewal {
  readonly #publicUrl: string
  readonly #renewedAt = new Map<string, number>()

  constructor(publicUrl: string) {
    this.#publicUrl = publicUrl
  }

  renew(reply: FastifyReply, identity: Identity | null): void {
    if (identity?.type !== 'device' || identity.device.kind === 'agent') return
    const name = deviceCookies[identity.device.kind]
    const token = reply.request.cookies[name]
    if (token === undefined || tokenHash(token) !== identity.credential) return
    const now = Date.now()
    if (now - (this.#renewedAt.get(identity.device.id) ?? -Infinity) < renewedAfterMs) return
    this.#renewedAt.set(identity.device.id, now)
    reply.setCookie(name, token, { ...cookieOptions(this.#publicUrl), maxAge: deviceCookieSeconds })
  }
}
