import type { Desk } from '../desk/desk.svelte.ts'

const secretIn = (text: string): string | null => /\/t\/([\w.-]{8,200})$/.exec(text)?.[1] ?? null

/** The number of the ticket whose QR code this is, or the text itself. */
const numberOf = async (desk: Desk, text: string): Promise<string> => {
  const secret = secretIn(text)
  if (secret === null) return text
  const ticket = await desk.client.query('myTicket', { params: { secret } })
  return ticket.ok ? ticket.value.number : text
}

/** A ticket opens its visit; anything else, a tag's or a permit's number, is searched. A sheet with work in it stays. */
export const takeScan = async (desk: Desk, text: string): Promise<void> => {
  const canShow = () =>
    desk.window !== null && [undefined, 'search', 'visit', 'help'].includes(desk.panel?.kind)
  if (!canShow()) return
  const number = await numberOf(desk, text.trim())
  if (!canShow()) return
  const visit = Object.values(desk.state?.visits ?? {}).find((each) => each.number === number.toUpperCase())
  if (visit) desk.show({ kind: 'visit', visitId: visit.id })
  else desk.show({ kind: 'search', q: number.slice(0, 80) })
}
