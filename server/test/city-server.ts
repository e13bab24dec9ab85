import { randomUUID } from 'node:crypto'
import type { CommandAnswer } from '../src/contract/routes.ts'
import { enrollDevice, type NewDevice } from '../src/devices/device-store.ts'
import type { Command, CommandBodies, CommandKind, Role } from '../src/domain/command.ts'
import { ensureOffice } from '../src/office/load-state.ts'
import type { Office } from '../src/office/office.ts'
import { openOffice } from '../src/office/open-office.ts'
import { services } from '../src/services/index.ts'
import { addStaff } from '../src/staff/staff-store.ts'
import { createApp, type App, type AppOptions } from '../src/transport/app.ts'
import { createLog } from '../src/transport/log.ts'
import { Offices } from '../src/transport/offices.ts'
import { readServerKey } from '../src/views/server-key.ts'
import { ticketSecret } from '../src/views/ticket-secret.ts'
import { city, lineSettings } from './builders.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export const password = 'a password for tests'
export const publicUrl = 'http://lobby.test'

export const tokens = {
  kiosk: 'kiosk-token-kiosk-token-kiosk',
  display: 'display-token-display-token',
  agent: 'agent-token-agent-token-agent',
} as const

const staff: readonly { login: string; roles: readonly Role[] }[] = [
  { login: 'rosa', roles: ['clerk'] },
  { login: 'grace', roles: ['supervisor', 'oath'] },
  { login: 'sam', roles: ['admin'] },
]

const log = createLog('silent')

/** One server process: an app over its own offices, on a free port. */
export class CityNode {
  readonly url: string
  readonly office: Office
  readonly app: App
  readonly offices: Offices

  private constructor(url: string, office: Office, app: App, offices: Offices) {
    this.url = url
    this.office = office
    this.app = app
    this.offices = offices
  }

  static async start(
    { pool }: TestDatabase,
    options: Partial<Pick<AppOptions, 'requestTimeoutMs' | 'liveLimits'>> = {},
  ): Promise<CityNode> {
    const serverKey = await readServerKey(pool)
    const offices = new Offices({
      pool,
      open: (officeId) =>
        openOffice({
          pool,
          officeId,
          services,
          visitUrl: (visitId) => `${publicUrl}/t/${ticketSecret(serverKey, visitId)}`,
        }),
      onError: (error) => {
        throw error
      },
    })
    await offices.start()
    const app = await createApp({ pool, offices, services, serverKey, publicUrl, log, ...options })
    const port = await app.listen({ host: '127.0.0.1', port: 0 })
    const [office] = offices.all()
    if (!office) throw new Error('no office')
    return new CityNode(`http://127.0.0.1:${port}`, office, app, offices)
  }

  async stop(): Promise<void> {
    await this.app.close()
    await this.offices.stop()
  }

  /** @returns the session's cookie */
  async signIn(login: string): Promise<string> {
    const response = await this.post('/api/session', { login, password })
    const [cookie] = response.headers.getSetCookie()
    if (!response.ok || !cookie) throw new Error(`${login} could not sign in: ${response.status}`)
    return cookie.split(';', 1)[0] ?? ''
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers })
  }

  give(
    kind: CommandKind,
    body: unknown,
    who: Record<string, string>,
    key: string = randomUUID(),
  ): Promise<Response> {
    return this.post(`/api/commands/${kind}`, body, { ...who, 'idempotency-key': key })
  }

  /** Gives a command that must be accepted. */
  async must<Kind extends CommandKind>(
    kind: Kind,
    body: CommandBodies[Kind],
    who: Record<string, string>,
  ): Promise<CommandAnswer<Kind>> {
    const response = await this.give(kind, body, who)
    if (!response.ok) throw new Error(`${kind} refused: ${await response.text()}`)
    return (await response.json()) as CommandAnswer<Kind>
  }
}

export const bearer = (kind: keyof typeof tokens): Record<string, string> => ({
  authorization: `Bearer ${tokens[kind]}`,
})

const device = (kind: keyof typeof tokens, printerId: string | null = null): NewDevice => ({
  id: `the-${kind}`,
  officeId: 'hall',
  kind,
  name: kind,
  printerId,
  token: tokens[kind],
})

/** A city's database with an office, two windows, two printers, three people and three devices. */
export const aCityDatabase = async (): Promise<TestDatabase> => {
  const database = await freshDatabase()
  const { pool } = database
  await ensureOffice(pool, 'hall')
  const office = await openOffice({ pool, officeId: 'hall', services, visitUrl: () => 'https://x' })
  const commands: Command[] = [
    { kind: 'open-office', body: { city, lineSettings } },
    ...['lobby', 'desk'].map((printerId): Command => {
      return { kind: 'add-printer', body: { printerId, name: printerId, deviceId: 'the-agent' } }
    }),
    ...['1', '2'].map((label): Command => {
      return { kind: 'add-window', body: { label, printerId: 'desk', lines: null } }
    }),
  ]
  for (const command of commands) {
    const result = await office.submit(command, { type: 'system' }, randomUUID())
    if (!result.ok) throw new Error(`${command.kind}: ${result.code}`)
  }
  await office.stop()
  for (const someone of staff)
    await addStaff(pool, { ...someone, id: someone.login, name: someone.login, officeId: 'hall', password })
  for (const each of [device('kiosk', 'lobby'), device('display'), device('agent')])
    await enrollDevice(pool, each)
  return database
}

export const ticket: CommandBodies['take-ticket'] = {
  channel: 'kiosk',
  language: 'en',
  line: 'other',
  intakes: [],
  printerId: null,
}
