import type { CommandBodies, CommandKind } from '@lobbyline/server/contract'
import { randomUUID } from 'node:crypto'
import type { CityHall } from './city-hall.ts'

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** Sam, who sets the city hall up: what `npm run admin` gives beside a running server. */
export const administers = async <Kind extends CommandKind>(
  { url }: CityHall,
  kind: Kind,
  body: CommandBodies[Kind],
): Promise<void> => {
  const signedIn = await post(`${url}/api/session`, { login: 'sam', password: 'beaumont' })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  const given = await post(`${url}/api/commands/${kind}`, body, { cookie, 'idempotency-key': randomUUID() })
  if (!given.ok) throw new Error(`${kind} refused: ${await given.text()}`)
}
