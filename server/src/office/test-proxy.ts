import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { freshDatabase } from '../../test/database.ts'
import type { TestDatabase } from '../../test/database.ts'
import { createPool } from '../database/pool.ts'
import type { Office } from './office.ts'
import type { OpenOfficeOptions } from './open-office.ts'
import { openNode, setUp } from './test-office.ts'

interface Link {
  client: Socket
  server: Socket
  /** what the client has sent and the server has not got yet */
  held: Buffer[] | null
}

/** A network between a node and its database that breaks the way networks do. */
export interface Proxy {
  connectionString: string
  /** The client loses all its connections; the database does not notice, and what has reached it runs on. */
  cut(): void
  /** From now on what clients send on the present connections is kept back. */
  hold(): void
  /** Something with these words in it is kept back. */
  holds(words: string): boolean
  /** What was kept back arrives after all, whether its sender is alive or not. Resolves once the database has answered it. */
  deliver(): Promise<void>
  /** New connections are refused. */
  refuse(refuses: boolean): void
  /** Called before bytes go on to the database, for as long as it takes. */
  onBytes: ((bytes: Buffer) => Promise<void> | void) | null
  stop(): Promise<void>
}

export const startProxy = async (connectionString: string): Promise<Proxy> => {
  const target = new URL(connectionString)
  const links = new Set<Link>()
  let refusing = false

  const server = createServer((client) => {
    if (refusing) {
      client.destroy()
      return
    }
    const link: Link = { client, server: connect(Number(target.port), target.hostname), held: null }
    links.add(link)
    let passed = Promise.resolve()
    client.on('data', (bytes: Buffer) => {
      passed = passed.then(async () => {
        await proxy.onBytes?.(bytes)
        if (link.held) link.held.push(bytes)
        else link.server.write(bytes)
      })
    })
    link.server.on('data', (bytes) => client.write(bytes))
    link.server.on('close', () => {
      client.destroy()
      links.delete(link)
    })
    client.on('error', () => {})
    link.server.on('error', () => {})
    client.on('end', () => link.server.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const proxy: Proxy = {
    connectionString: Object.assign(new URL(connectionString), { host: `127.0.0.1:${port}` }).href,
    cut: () => {
      for (const { client } of links) client.destroy()
    },
    hold: () => {
      for (const link of links) link.held ??= []
    },
    holds: (words) => [...links].some(({ held }) => held && Buffer.concat(held).includes(words)),
    deliver: async () => {
      const answers = [...links].map(async (link) => {
        const held = link.held ?? []
        link.held = null
        if (held.length === 0) return
        const answered = once(link.server, 'data')
        for (const bytes of held) link.server.write(bytes)
        await answered
      })
      await Promise.all(answers)
    },
    refuse: (refuses) => {
      refusing = refuses
    },
    onBytes: null,
    stop: async () => {
      for (const { client, server: toServer } of links) {
        client.destroy()
        toServer.destroy()
      }
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}

/** An open office whose node reaches its database through a proxy; `database` is reached directly. */
export interface FarOffice {
  database: TestDatabase
  proxy: Proxy
  office: Office
  close(): Promise<void>
}

export const openFarOffice = async (options: Partial<OpenOfficeOptions> = {}): Promise<FarOffice> => {
  const database = await freshDatabase()
  const proxy = await startProxy(database.connectionString)
  const pool = createPool(proxy.connectionString, { size: 4 })
  const { office } = await openNode(pool, options)
  await setUp(office)
  return {
    database,
    proxy,
    office,
    close: async () => {
      proxy.refuse(false)
      proxy.onBytes = null
      await office.stop()
      await pool.end()
      await proxy.stop()
      await database.drop()
    },
  }
}
