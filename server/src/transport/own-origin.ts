import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../configuration.ts'

export interface OwnOrigin {
  publicUrl: string
  /** the demo is reached by any of this machine's own names */
  loopback: boolean
}

const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null)

const hostnameOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/**
 * Whether a request comes from our own pages, or from no browser at all. CORS guards neither a websocket's handshake nor a
 * form's post, so both are asked; a name that someone else's DNS points at this machine is not ours either.
 */
export const isOwnOrigin = (headers: IncomingHttpHeaders, own: OwnOrigin): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = headers
  if (origin === undefined) return true
  const url = parse(origin)
  if (!url) return false
  return url.origin === own.publicUrl || (own.loopback && isLoopback(hostnameOf(url)))
}

/** Whether the address that was asked for is one of ours. */
export const isOwnHost = (host: string | undefined, own: OwnOrigin): boolean => {
  const url = parse(`http://${host ?? ''}`)
  if (!url) return false
  return url.host === new URL(own.publicUrl).host || (own.loopback && isLoopback(hostnameOf(url)))
}
