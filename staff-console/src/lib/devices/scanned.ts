import type { Desk } from '../desk/desk.svelte.ts'

/** What a ticket's square code leads to: `…/t/<visit>.<what only the server can make>`. */
export const secretIn = (text: string): string | null => /\/t\/([\w.-]{8,200})$/.exec(text)?.[1] ?? null

const visitIdIn = (secret: string): string => secret.slice(0, secret.lastIndexOf('.'))

/**
 * A ticket's code opens its visit, once the server says that it is one of ours: a number alone may be another office's of today
 * as well. Anything else, a tag's or a permit's number, is searched. A sheet with work in it stays.
 */
export const takeScan = async (desk: Desk, scanned: string): Promise<void> => {
  const canShow = () =>
    desk.window !== null && [undefined, 'search', 'visit', 'help'].includes(desk.panel?.kind)
  if (!canShow()) return
  const text = scanned.trim()
  const secret = secretIn(text)
  const ticket = secret === null ? null : await desk.client.query('myTicket', { params: { secret } })
  if (!canShow()) return
  if (secret !== null && ticket?.ok)
    return desk.show({ kind: 'visit', visitId: visitIdIn(secret), of: ticket.value.city })
  const visit = Object.values(desk.state?.visits ?? {}).find((each) => each.number === text.toUpperCase())
  if (visit) desk.show({ kind: 'visit', visitId: visit.id })
  else desk.show({ kind: 'search', q: text.slice(0, 80) })
}
