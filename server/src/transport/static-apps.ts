import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inlineScriptHashes } from './security-headers.ts'

/** A built single-page app: its folder, and the path below which it answers. */
export interface StaticApp {
  root: string
  path: '/' | '/staff'
}

const pageOf = (app: StaticApp): string => join(app.root, 'index.html')

export const isBuilt = (app: StaticApp): boolean => existsSync(pageOf(app))

export const scriptHashesOf = (apps: readonly StaticApp[]): string[] => [
  ...new Set(apps.flatMap((app) => inlineScriptHashes(readFileSync(pageOf(app), 'utf8')))),
]

/** File names with a hash in them never change their content; everything else is asked for again each time. */
const cacheControlOf = (path: string): string =>
  path.includes('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'

export type OnPage = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Serves the apps' files; any other path below an app is one of its pages. */
export const registerStaticApps = async (
  app: FastifyInstance,
  apps: readonly StaticApp[],
  onPage: OnPage,
): Promise<void> => {
  for (const [index, { root, path }] of apps.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix: path === '/' ? '/' : `${path}/`,
      decorateReply: index === 0,
      index: false,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header('cache-control', cacheControlOf(file.replaceAll('\\', '/')))
      },
    })
    const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      await onPage(request, reply)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', root)
    }
    if (path === '/') for (const page of ['/', '/kiosk', '/display', '/t/*']) app.get(page, sendPage)
    else for (const page of [path, `${path}/`, `${path}/*`]) app.get(page, sendPage)
  }
}
