import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { ownFonts } from '../escpos/fonts.ts'
import { keypadActions } from '../contract.ts'
import type { EmulatedDevices } from './emulated-devices.ts'
import type { EmulatedSlip, Emulator } from './emulator.ts'
import { faults } from './station.ts'

export interface PaperServer {
  port: number
  slipCut(slip: EmulatedSlip): void
  printersChanged(): void
  devicesChanged(): void
  stop(): Promise<void>
}

type Source = Pick<Emulator, 'printers' | 'slips' | 'setCondition' | 'closeDrawer' | 'devices'>

const faultSchema = z.strictObject({
  condition: z.enum(faults),
  afterBytes: z.int().min(0).exactOptional(),
})

const useSchemas = {
  scan: z.strictObject({ text: z.string().min(1).max(400) }),
  press: z.strictObject({ action: z.enum(keypadActions) }),
  plug: z.strictObject({ plugged: z.boolean() }),
}

/** @throws z.ZodError */
const useDevice = (
  devices: EmulatedDevices,
  id: string,
  action: keyof typeof useSchemas,
  body: unknown,
): void => {
  switch (action) {
    case 'scan':
      return devices.scan(id, useSchemas.scan.parse(body).text)
    case 'press':
      return devices.press(id, useSchemas.press.parse(body).action)
    case 'plug':
      return devices.setPlugged(id, useSchemas.plug.parse(body).plugged)
  }
}

const viewOf = ({ id, at, printer, lines, qr, bytes }: EmulatedSlip) => ({
  id,
  at,
  printer,
  lines,
  qr,
  bytesBase64: bytes.toString('base64'),
  png: `/api/slips/${id}.png`,
  cut: true,
})

const send = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json', JSON.stringify(value))

const isJson = ({ headers }: IncomingMessage): boolean =>
  (headers['content-type'] ?? '').startsWith('application/json')

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new RangeError('The body is too long')
  }
  return text === '' ? {} : JSON.parse(text)
}

/** The page "the paper" and its JSON, for people on this machine only. */
export const servePaper = async (source: Source, host: string, port: number): Promise<PaperServer> => {
  const pageHtml = await readFile(new URL('paper.html', import.meta.url))
  const watchers = new Set<ServerResponse>()

  const tell = (event: string, value: unknown): void => {
    for (const watcher of watchers) watcher.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`)
  }

  const watch = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(`retry: 500\nevent: printers\ndata: ${JSON.stringify(source.printers())}\n\n`)
    response.write(`event: devices\ndata: ${JSON.stringify(source.devices.views())}\n\n`)
    watchers.add(response)
    response.on('close', () => watchers.delete(response))
  }

  const get = (response: ServerResponse, url: URL): void => {
    const [, png] = /^\/api\/slips\/([0-9a-f-]+)\.png$/.exec(url.pathname) ?? []
    const [, font] = /^\/fonts\/([a-z0-9-]+\.woff2)$/.exec(url.pathname) ?? []
    if (url.pathname === '/') return send(response, 200, 'text/html; charset=utf-8', pageHtml)
    if (url.pathname === '/api/events') return watch(response)
    if (url.pathname === '/api/printers') return sendJson(response, 200, source.printers())
    if (url.pathname === '/api/devices') return sendJson(response, 200, source.devices.views())
    if (url.pathname === '/api/slips')
      return sendJson(response, 200, source.slips(url.searchParams.get('printer') ?? undefined).map(viewOf))
    if (png !== undefined) {
      const slip = source.slips().find(({ id }) => id === png)
      if (slip !== undefined) return send(response, 200, 'image/png', slip.png())
    }
    if (font !== undefined) {
      const file = createReadStream(new URL(font, ownFonts))
      file.on('open', () =>
        response.writeHead(200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' }),
      )
      file.on('error', () => sendJson(response, 404, { error: 'not-found' }))
      return void file.pipe(response)
    }
    sendJson(response, 404, { error: 'not-found' })
  }

  const postToDevice = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> => {
    const [, id = '', action = ''] =
      /^\/api\/devices\/([0-9a-z-]+)\/(scan|press|plug)$/.exec(url.pathname) ?? []
    if (!source.devices.views().some((device) => device.id === id))
      return sendJson(response, 404, { error: 'not-found' })
    if (!isJson(request)) return sendJson(response, 415, { error: 'send application/json' })
    try {
      useDevice(source.devices, id, action as keyof typeof useSchemas, await readBody(request))
      sendJson(
        response,
        200,
        source.devices.views().find((device) => device.id === id),
      )
    } catch (error) {
      sendJson(response, 400, { error: error instanceof z.ZodError ? z.prettifyError(error) : String(error) })
    }
  }

  const post = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (url.pathname.startsWith('/api/devices/')) return postToDevice(request, response, url)
    const [, printerId, action] =
      /^\/api\/printers\/([0-9a-z-]+)\/(fault|close-drawer)$/.exec(url.pathname) ?? []
    if (printerId === undefined || !source.printers().some(({ id }) => id === printerId))
      return sendJson(response, 404, { error: 'not-found' })
    if (!isJson(request)) return sendJson(response, 415, { error: 'send application/json' })
    const body = await readBody(request).catch(() => null)
    if (action === 'close-drawer') source.closeDrawer(printerId)
    else {
      const fault = faultSchema.safeParse(body)
      if (!fault.success) return sendJson(response, 400, { error: z.prettifyError(fault.error) })
      source.setCondition(printerId, fault.data.condition, fault.data.afterBytes)
    }
    sendJson(
      response,
      200,
      source.printers().find(({ id }) => id === printerId),
    )
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Another site's page must not reach this one under a name of its own.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
      return sendJson(response, 403, { error: 'wrong-host' })
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method === 'GET') return get(response, url)
    if (request.method === 'POST') return post(request, response, url)
    sendJson(response, 405, { error: 'method-not-allowed' })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { error: String(error) })
    })
  })
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  await listening

  return {
    port: (server.address() as AddressInfo).port,
    slipCut: (slip) => tell('slip', viewOf(slip)),
    printersChanged: () => tell('printers', source.printers()),
    devicesChanged: () => tell('devices', source.devices.views()),
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      server.closeAllConnections()
      await promise
    },
  }
}
