import type { FastifyInstance, FastifyReply } from 'fastify'
import { isLoopback } from '../configuration.ts'
import { cookieOptions, deviceCookies, deviceCookieSeconds } from '../transport/cookies.ts'
import { sendProblem } from '../transport/http-routes.ts'
import type { OnPage } from '../transport/static-apps.ts'
import type { DemoDevices } from './demo-devices.ts'

/** Whoever opens the demo's pages has its kiosk and its display before them: no enrollment by hand. */
export const enrollOnPage =
  (devices: DemoDevices, publicUrl: string): OnPage =>
  async (request, reply) => {
    if (request.url.startsWith('/staff')) return
    const options = { ...cookieOptions(publicUrl), maxAge: deviceCookieSeconds }
    for (const kind of ['kiosk', 'display'] as const)
      if (request.cookies[deviceCookies[kind]] !== devices[kind].token)
        reply.setCookie(deviceCookies[kind], devices[kind].token, options)
  }

/** For pages that another program on this machine serves, as hot reload does: cookies know no ports. `/demo?to=ADDRESS` */
export const registerDemoDoor = (http: FastifyInstance, enroll: OnPage): void => {
  http.get<{ Querystring: { to?: string } }>('/demo', async (request, reply): Promise<FastifyReply> => {
    const to = request.query.to ?? ''
    const target = URL.canParse(to) ? new URL(to) : null
    if (target?.protocol !== 'http:' || !isLoopback(target.hostname) || !isLoopback(request.hostname))
      return sendProblem(reply, 'not-found')
    await enroll(request, reply)
    return reply.redirect(target.href)
  })
}
