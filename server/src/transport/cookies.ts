import type { CookieSerializeOptions } from '@fastify/cookie'
import type { DeviceKind } from '../devices/device-store.ts'

export const sessionCookie = 'lobbyline_session'

export const deviceCookies = {
  kiosk: 'lobbyline_kiosk',
  display: 'lobbyline_display',
} as const satisfies Partial<Record<DeviceKind, string>>

/** No script reads it and no other site makes a browser send it. */
export const cookieOptions = (publicUrl: string): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: publicUrl.startsWith('https:'),
})

/** A screen in a lobby stays enrolled until its token is revoked; browsers keep no cookie longer than this, if it is not renewed. */
export const deviceCookieSeconds = 400 * 24 * 3600
