import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { inlineScriptHashes } from './security-headers.ts'

it('lets the inline scripts of a page through, by their very bytes', () => {
  const script = '\n\t\t{ start() }\n'
  const hash = createHash('sha256').update(script).digest('base64')
  const page = `<head><script src="/a.js"></script></head><body><script>${script}</script><script type="module">b</script></body>`
  expect(inlineScriptHashes(page)).toHaveLength(2)
  expect(inlineScriptHashes(page)[0]).toBe(`'sha256-${hash}'`)
})
