import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A built single-page app: its folder, and the path below which it answers. */
export interface StaticApp {
  root: string
  path: '/' | '/staff'
}

interface StaticFile {
  body: Buffer
  type: string
  etag: string
  cacheControl: string
}

/** An app as it was built when this server started: a later build of the same folder changes nothing for it. */
export interface LoadedApp {
  path: StaticApp['path']
  page: StaticFile
  /** pages that were made at build time, by the path that asks for them */
  ownPages: ReadonlyMap<string, StaticFile>
  /** by the path that asks for it */
  files: ReadonlyMap<string, StaticFile>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
}

/** File names with a hash in them never change their content; everything else is asked for again each time. */
const cacheControlOf = (path: string): string =>
  path.includes('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'

const readStaticFile = (path: string): StaticFile => {
  const body = readFileSync(path)
  return {
    body,
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    cacheControl: cacheControlOf(path.replaceAll('\\', '/')),
  }
}

const pageName = 'index.html'

/** Reads all of an app into memory; null when it is not built. */
export const loadApp = ({ root, path }: StaticApp): LoadedApp | null => {
  if (!existsSync(join(root, pageName))) return null
  const files = new Map<string, StaticFile>()
  const ownPages = new Map<string, StaticFile>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const below = file.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, '')
    const address = `${path === '/' ? '' : path}/${below}`
    if (extname(below) !== '.html') files.set(address, readStaticFile(file))
    else if (below !== pageName) ownPages.set(address.slice(0, -'.html'.length), readStaticFile(file))
  }
  return { path, files, ownPages, page: readStaticFile(join(root, pageName)) }
}

const send = (request: FastifyRequest, reply: FastifyReply, file: StaticFile): FastifyReply => {
  reply.header('etag', file.etag).header('cache-control', file.cacheControl)
  // A proxy that compresses makes the tag a weak one.
  return request.headers['if-none-match']?.includes(file.etag)
    ? reply.code(304).send()
    : reply.type(file.type).send(file.body)
}

export type OnPage = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Serves the apps' files; any other path below an app is one of its pages. */
export const registerStaticApps = (
  app: FastifyInstance,
  apps: readonly LoadedApp[],
  onPage: OnPage,
): void => {
  for (const { path, files, page, ownPages } of apps) {
    for (const [at, file] of files) app.get(at, (request, reply) => send(request, reply, file))
    const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      await onPage(request, reply)
      return send(request, reply, ownPages.get(request.routeOptions.url ?? '') ?? page)
    }
    if (path === '/')
      for (const at of ['/', '/kiosk', '/kiosk/keys', '/display', '/t/*']) app.get(at, sendPage)
    else for (const at of [path, `${path}/`, `${path}/*`]) app.get(at, sendPage)
  }
}
