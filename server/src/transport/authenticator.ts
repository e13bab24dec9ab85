import type { IncomingHttpHeaders } from 'node:http'
import { audienceHeader, audiences, type Audience } from '../contract/live.ts'
import type { StaffView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import type { CommandActor } from '../domain/command.ts'
import { deviceByToken, deviceOfEndedToken, type Device } from '../devices/device-store.ts'
import { tokenHash } from '../staff/secret-token.ts'
import { readSession } from '../staff/session-store.ts'
import { deviceCookies, sessionCookie } from './cookies.ts'
import { RecentlyKnown } from './recently-known.ts'

/** Who asks. `credential` is the hash of what they showed. */
export type Identity = { officeId: string; credential: string } & (
  { type: 'staff'; staff: StaffView } | { type: 'device'; device: Device }
)

export const actorOf = (identity: Identity): CommandActor =>
  identity.type === 'staff'
    ? { type: 'clerk', ...identity.staff }
    : {
        type: 'device',
        id: identity.device.id,
        kind: identity.device.kind,
        printerId: identity.device.printerId,
      }

/**
 * How long a right that was ended elsewhere, by an administrator or on another node, may still be used on a node that has just seen
 * it: long enough that a busy counter asks the database for it once, and not so long that it would matter.
 */
const rememberedMs = 1_000

type Cookies = Readonly<Record<string, string | undefined>>

/** Ours hold nothing that would have to be decoded. */
export const cookiesOf = (headers: IncomingHttpHeaders): Cookies =>
  Object.fromEntries(
    (headers.cookie ?? '').split(/; */).map((pair) => {
      const end = pair.indexOf('=')
      return [pair.slice(0, end), pair.slice(end + 1)]
    }),
  )

/** What somebody shows to come in. */
interface Shown {
  token?: string | undefined
  cookies: Cookies
}

const bearerOf = (headers: IncomingHttpHeaders): string | undefined =>
  /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1]

const audienceOf = (headers: IncomingHttpHeaders): Audience | undefined =>
  audiences.find((audience) => audience === headers[audienceHeader])

/** Knows people and devices by what their requests carry. */
export class Authenticator {
  readonly #pool: Database
  readonly #sessions = new RecentlyKnown<Identity | null>(rememberedMs)
  readonly #devices = new RecentlyKnown<Identity | null>(rememberedMs)

  constructor(pool: Database) {
    this.#pool = pool
  }

  session(token: string): Promise<Identity | null> {
    const hash = tokenHash(token)
    return this.#sessions.get(hash, async () => {
      const session = await readSession(this.#pool, hash)
      return session && { type: 'staff', officeId: session.officeId, staff: session.staff, credential: hash }
    })
  }

  device(token: string): Promise<Identity | null> {
    const hash = tokenHash(token)
    return this.#devices.get(hash, async () => {
      const device = await deviceByToken(this.#pool, hash)
      return device && { type: 'device', officeId: device.officeId, device, credential: hash }
    })
  }

  /**
   * Of a token and cookies those that the audience means; without an audience a token, then a clerk's session, then a kiosk's
   * cookie, then a display's.
   */
  async identify({ token, cookies }: Shown, audience?: Audience): Promise<Identity | null> {
    if (token !== undefined) {
      const known = await this.device(token)
      const meant = known?.type === 'device' && (audience === undefined || known.device.kind === audience)
      return meant ? known : null
    }
    const session = cookies[sessionCookie]
    if (session !== undefined && (audience === undefined || audience === 'console')) {
      const known = await this.session(session)
      if (known || audience) return known
    }
    for (const kind of ['kiosk', 'display'] as const) {
      const cookie = cookies[deviceCookies[kind]]
      if (cookie === undefined || (audience !== undefined && audience !== kind)) continue
      const known = await this.device(cookie)
      if (known?.type === 'device' && known.device.kind === kind) return known
    }
    return null
  }

  ofRequest(headers: IncomingHttpHeaders): Promise<Identity | null> {
    return this.identify({ token: bearerOf(headers), cookies: cookiesOf(headers) }, audienceOf(headers))
  }

  /** The device whose token this was before it was replaced or revoked. */
  endedDevice({ token, cookies }: Shown): Promise<string | null> {
    const shown = [token, ...Object.values(deviceCookies).map((name) => cookies[name])]
    return deviceOfEndedToken(
      this.#pool,
      shown.flatMap((each) => (each === undefined ? [] : tokenHash(each))),
    )
  }

  endedDeviceOf(headers: IncomingHttpHeaders): Promise<string | null> {
    return this.endedDevice({ token: bearerOf(headers), cookies: cookiesOf(headers) })
  }

  forget(credential: string): void {
    this.#sessions.forget(credential)
    this.#devices.forget(credential)
  }
}
