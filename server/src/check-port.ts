import { once } from 'node:events'
import { createServer } from 'node:net'

/** Throws as listening there would, before anything else is begun. */
export const checkPort = async ({ host, port }: { host: string; port: number }): Promise<void> => {
  if (port === 0) return
  const server = createServer().listen({ host, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    // A host that no name service knows fails before that, as a lookup.
    throw Object.assign(error as Error, { syscall: 'listen', port })
  }
  server.close()
  await once(server, 'close')
}
