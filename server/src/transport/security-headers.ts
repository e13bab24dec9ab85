import { createHash } from 'node:crypto'

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g

/** A static build starts itself by a small script in its page: it is let through by its hash, and no other is. */
export const inlineScriptHashes = (html: string): string[] =>
  [...html.matchAll(inlineScript)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )

const contentSecurityPolicy = (scriptHashes: readonly string[]): string =>
  [
    `default-src 'self'`,
    ['script-src', `'self'`, ...scriptHashes].join(' '),
    `style-src 'self'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    // A build puts small fonts into its style sheets.
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
  ].join(';')

/** On every answer, whatever it is: as OWASP's HTTP headers cheat sheet asks. */
export const securityHeaders = ({
  publicUrl,
  scriptHashes,
}: {
  publicUrl: string
  scriptHashes: readonly string[]
}): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(scriptHashes),
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  // Browsers believe these over TLS only.
  ...(publicUrl.startsWith('https:') && {
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
  }),
})
