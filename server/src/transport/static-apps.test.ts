import Fastify, { type FastifyInstance } from 'fastify'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadApp, registerStaticApps } from './static-apps.ts'

const root = mkdtempSync(join(tmpdir(), 'lobbyline-app-'))
const app: FastifyInstance = Fastify()
const pages: string[] = []

const build = (version: string): void => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, '_app/immutable'), { recursive: true })
  writeFileSync(join(root, 'index.html'), `<script src="/_app/immutable/${version}.js"></script>`)
  writeFileSync(join(root, `_app/immutable/${version}.js`), `start('${version}')`)
  writeFileSync(join(root, 'kiosk.html'), `the kiosk's own page, ${version}`)
  writeFileSync(join(root, 'favicon.svg'), '<svg/>')
}

beforeAll(() => {
  build('first')
  const apps = (['/', '/staff'] as const).flatMap((path) => loadApp({ root, path }) ?? [])
  registerStaticApps(app, apps, async ({ url }) => void pages.push(url))
})

afterAll(async () => {
  await app.close()
  rmSync(root, { recursive: true, force: true })
})

it('serves a page at each of its addresses, and says so before', async () => {
  for (const url of [
    '/',
    '/kiosk',
    '/kiosk/keys',
    '/display',
    '/t/abc',
    '/staff',
    '/staff/',
    '/staff/till',
  ]) {
    const page = await app.inject(url)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(pages.pop()).toBe(url)
  }
  expect((await app.inject('/elsewhere')).statusCode).toBe(404)
})

it('serves a page that was made at build time at its own address, and at no other', async () => {
  expect((await app.inject('/kiosk')).body).toBe(`the kiosk's own page, first`)
  expect((await app.inject('/display')).body).toContain('first.js')
  expect((await app.inject('/kiosk.html')).statusCode).toBe(404)
})

it('lets a browser keep what never changes, and ask again for the rest', async () => {
  const script = await app.inject('/staff/_app/immutable/first.js')
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  const icon = await app.inject('/favicon.svg')
  expect(icon.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' })
  const etag = String(icon.headers['etag'])
  for (const known of [etag, `W/${etag}`]) {
    const again = await app.inject({ url: '/favicon.svg', headers: { 'if-none-match': known } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  }
  expect((await app.inject({ url: '/favicon.svg', headers: { 'if-none-match': '"other"' } })).body).toBe(
    '<svg/>',
  )
})

it('[C14] goes on with its pages when the apps are built anew under it', async () => {
  const before = await app.inject('/kiosk')
  build('second')
  const after = await app.inject('/kiosk')
  expect(after.body).toBe(before.body)
  expect((await app.inject('/_app/immutable/first.js')).body).toBe(`start('first')`)
  expect((await app.inject('/_app/immutable/second.js')).statusCode).toBe(404)
})

it('knows an app that is not built', () => {
  expect(loadApp({ root: join(root, 'nowhere'), path: '/' })).toBeNull()
})
