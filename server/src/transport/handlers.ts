import type { FastifyReply } from 'fastify'
import { ok, refuse } from '../domain/result.ts'
import type { Database } from '../database/pool.ts'
import { deviceByToken } from '../devices/device-store.ts'
import type { Office } from '../office/office.ts'
import type { Services } from '../services/registry.ts'
import type { Speech } from '../speech/speech.ts'
import { tokenHash } from '../staff/secret-token.ts'
import { endSession } from '../staff/session-store.ts'
import { signIn } from '../staff/sign-in.ts'
import { staffOf } from '../staff/staff-store.ts'
import { assessView, forTheKiosk, type Counter } from '../views/assess-view.ts'
import { readIntake } from '../views/intake-view.ts'
import { readAmendment, readIssuance } from '../views/issuance-view.ts'
import { readIssuancePage } from '../views/issuance-page.ts'
import { readPaperForm } from '../views/paper-form.ts'
import { myTicketView } from '../views/my-ticket.ts'
import { search } from '../views/search.ts'
import { servicesView } from '../views/services-view.ts'
import { visitOfSecret } from '../views/ticket-secret.ts'
import type { Authenticator } from './authenticator.ts'
import type { Handlers } from './call.ts'
import { networkOf } from './client-address.ts'
import { cookieOptions, deviceCookies, deviceCookieSeconds, sessionCookie } from './cookies.ts'
import type { Offices } from './offices.ts'
import { openApi } from './open-api.ts'
import { LookUpBudget } from './look-up-budget.ts'
import { RequestBudget } from './request-budget.ts'
import type { SecurityEvents } from './security-events.ts'

export interface HandlerOptions {
  pool: Database
  offices: Offices
  services: Services
  serverKey: Buffer
  publicUrl: string
  authenticator: Authenticator
  securityEvents: SecurityEvents
  speech: Speech
  /** told when a session or a device's right ends on this node */
  onCredentialEnded(credential: string): void
}

const catchUpMs = 3_000

/** Sign-ins and enrollments from one address: enough for a whole counter in the morning. */
const doorKnocksPerMinute = 60

/** What one screen says: more than anyone listens to, even key by key. */
const utterancesPerMinute = 400

const caughtUp = (office: Office, seq: number): Promise<boolean> =>
  office.waitFor(seq, catchUpMs).then(
    () => true,
    () => false,
  )

/** What each route but the commands does. */
export const createHandlers = (options: HandlerOptions): Handlers => {
  const { pool, offices, services, serverKey, publicUrl, securityEvents } = options
  const cookie = cookieOptions(publicUrl)
  const document = openApi()
  const door = new RequestBudget(doorKnocksPerMinute, 60_000)
  const curiosity = new LookUpBudget()
  const breath = new RequestBudget(utterancesPerMinute, 60_000)

  /** The one that its browser came with. */
  const endSessionOf = async ({ request }: FastifyReply): Promise<void> => {
    const token = request.cookies[sessionCookie]
    if (token === undefined) return
    await endSession(pool, tokenHash(token))
    options.onCredentialEnded(tokenHash(token))
  }

  const counter = ({ state }: Office): Counter => ({ state, services, now: Date.now(), pool })

  return {
    signIn: async ({ body, address, reply }) => {
      if (!door.take(networkOf(address))) return refuse('too-many-requests')
      const signedIn = await signIn(pool, { ...body, network: networkOf(address) })
      if (!signedIn.ok) {
        const kind = signedIn.code === 'locked-out' ? 'locked-out' : 'sign-in-refused'
        securityEvents.record({ kind, address, detail: {} })
        return signedIn
      }
      await endSessionOf(reply)
      reply.setCookie(sessionCookie, signedIn.value.token, cookie)
      return ok(signedIn.value.session)
    },

    session: async ({ identity }) =>
      identity.type === 'staff'
        ? ok({ staff: identity.staff, officeId: identity.officeId })
        : refuse('forbidden'),

    signOut: async ({ reply }) => {
      await endSessionOf(reply)
      reply.clearCookie(sessionCookie, cookie)
      return ok({})
    },

    enrollDevice: async ({ body: { token }, address, reply }) => {
      if (!door.take(networkOf(address))) return refuse('too-many-requests')
      const device = await deviceByToken(pool, tokenHash(token))
      if (!device) {
        securityEvents.record({
          kind: 'enrollment-refused',
          address,
          detail: {},
          endedDevice: () => options.authenticator.endedDevice({ token, cookies: {} }),
        })
        return refuse('unauthenticated')
      }
      const { id: deviceId, kind, printerId } = device
      if (kind !== 'agent')
        reply.setCookie(deviceCookies[kind], token, { ...cookie, maxAge: deviceCookieSeconds })
      return ok({ deviceId, kind, printerId })
    },

    services: async ({ office }) => ok(servicesView(office.state, services)),

    assess: async ({ identity, office, body: { service, answers, intakeId }, address }) => {
      if (identity.type === 'device') {
        const { id, kind } = identity.device
        if (kind !== 'kiosk') return refuse('forbidden')
        if (!curiosity.take(id, services.get(service), answers)) {
          securityEvents.record({ kind: 'too-curious', address, detail: { device: id, service } })
          return refuse('too-many-requests')
        }
      }
      const own = identity.type === 'staff' ? intakeId : undefined
      const view = await assessView(service, answers, counter(office), own)
      return view.ok && identity.type === 'device' ? ok(forTheKiosk(view.value)) : view
    },

    staff: async ({ office }) => ok(await staffOf(pool, office.id)),

    intake: async ({ office, params: { intakeId }, query: { atLeast } }) => {
      if (!(await caughtUp(office, atLeast))) return refuse('not-ready')
      const view = await readIntake({ intakeId, ...counter(office) })
      return view ? ok(view) : refuse('not-found')
    },

    paperForm: async ({ office, params: { intakeId, paper } }) => {
      const view = await readPaperForm(intakeId, paper, counter(office))
      return view ? ok(view) : refuse('not-found')
    },

    issuance: async ({ office, params: { issuanceId } }) => {
      const view = await readIssuance(issuanceId, counter(office))
      return view ? ok(view) : refuse('not-found')
    },

    amendment: async ({ office, params: { issuanceId }, body: { answers } }) => {
      const view = await readAmendment(issuanceId, answers, counter(office))
      return view ? ok(view) : refuse('not-found')
    },

    issuancePage: async ({ office, params: { issuanceId } }) => {
      const page = await readIssuancePage(pool, office.state, services, issuanceId)
      return page ? ok(page) : refuse('not-found')
    },

    search: async ({ office, query: { q } }) => ok(await search(q, counter(office))),

    voices: async () => ok(await options.speech.languages()),

    speech: async ({ identity, body: { keep, ...utterance }, reply }) => {
      if (identity.type !== 'device' || identity.device.kind === 'agent') return refuse('forbidden')
      if (!breath.take(identity.device.id)) return refuse('too-many-requests')
      const sound = await options.speech.say(utterance, { keep })
      if (!sound) return refuse('not-found')
      reply.type(sound.mediaType)
      return ok(sound.audio)
    },

    myTicket: async ({ params: { secret } }) => {
      const visitId = visitOfSecret(serverKey, secret)
      const office = visitId && offices.all().find(({ state }) => state.visits[visitId])
      const view = office && myTicketView(office.state, visitId, Date.now())
      return view ? ok(view) : refuse('not-found')
    },

    health: async () => ok({ ok: true }),

    ready: async () => {
      const all = offices.all()
      const answers = await pool.query('select 1').then(
        () => true,
        () => false,
      )
      if (!answers || all.length === 0) return refuse('not-ready')
      return ok({ ok: true, seq: Math.max(...all.map(({ state }) => state.seq)) })
    },

    openApi: async () => ok(document),
  }
}
