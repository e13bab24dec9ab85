import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { inlineScriptHashes, securityHeaders } from './security-headers.ts'

it('lets the inline scripts of a page through, by their very bytes', () => {
  const script = '\n\t\t{ start() }\n'
  const hash = createHash('sha256').update(script).digest('base64')
  const page = `<head><script src="/a.js"></script></head><body><script>${script}</script><script type="module">b</script></body>`
  expect(inlineScriptHashes(page)).toHaveLength(2)
  expect(inlineScriptHashes(page)[0]).toBe(`'sha256-${hash}'`)
})

it('[C15] lets pages run and frame nothing that is not ours', () => {
  const headers = securityHeaders({ publicUrl: 'http://lobby', scriptHashes: [`'sha256-abc'`] })
  expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-abc';style-src 'self';`)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  })
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(securityHeaders({ publicUrl: 'https://lobby', scriptHashes: [] })).toHaveProperty(
    'strict-transport-security',
  )
})
