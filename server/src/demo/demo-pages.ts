import { cookieOptions, deviceCookies, deviceCookieSeconds } from '../transport/cookies.ts'
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
