import { z } from 'zod'
import { keypadActions, type ClientEvents } from '../../contract/live.ts'
import { text } from '../../contract/schemas.ts'
import type { Office } from '../../office/office.ts'
import type { LiveNamespace, LiveSocket } from './live.ts'

type SentInput = Parameters<ClientEvents['input']>[0]

const place = z.string().regex(/^(window|kiosk):.{1,64}$/)

const inputSchema: z.ZodType<SentInput> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scan'), at: place, text: text(300, 1) }),
  z.strictObject({
    kind: z.literal('key'),
    at: place,
    action: z.enum(keypadActions),
  }),
])

/** The screen of this kiosk, or the console of who sits at this window; only where the agent's own printer stands too. */
const isAt = (socket: LiveSocket, office: Office, at: string, agentId: string | null): boolean => {
  const { room, admitted } = socket.data
  const { state } = office
  const own = (printerId: string | null): boolean =>
    printerId !== null && state.printers[printerId]?.deviceId === agentId
  if (room.officeId !== office.id) return false
  if (room.audience === 'kiosk') return at === `kiosk:${room.deviceId}` && own(room.printerId)
  if (room.audience !== 'console' || admitted.identity.type !== 'staff') return false
  const { id: clerkId } = admitted.identity.staff
  return Object.values(state.windows).some(
    (window) => at === `window:${window.label}` && window.clerkId === clerkId && own(window.printerId),
  )
}

/**
 * Hands what a scanner or a keypad said on to the screens beside it, and nowhere else; it is neither kept nor logged.
 * @returns false when an agent says what it cannot mean
 */
export const relayInput = (live: LiveNamespace, office: Office, from: LiveSocket, sent: unknown): boolean => {
  const parsed = inputSchema.safeParse(sent)
  if (!parsed.success) return false
  const { at, ...input } = parsed.data
  for (const socket of live.sockets.values())
    if (isAt(socket, office, at, from.data.room.deviceId)) socket.emit('input', input)
  return true
}
