import {
  newKey,
  type Client,
  type ClientError,
  type CommandBodies,
  type CommandKind,
  type CommandReply,
} from '@lobbyline/server/contract'
import { backOffMs } from './back-off.ts'

export type Outcome<Kind extends CommandKind> =
  { ok: true; reply: CommandReply<Kind> } | { ok: false; error: ClientError }

/** The errors after which nobody knows whether the command was stored: only the same key may ask again. */
const isOpen = (error: ClientError): boolean =>
  error.code === 'offline' || error.code === 'outcome-unknown' || error.code === 'not-ready'

interface CommanderOptions {
  client: Client
  /** told before each wait for another attempt, and with null when the command was answered */
  onWaiting?: (attempt: number | null) => void
  sleep?: (ms: number) => Promise<void>
}

const realSleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Gives a command until it is answered. It keeps one key over all attempts, so a lost answer or a lost connection never makes
 * something happen twice, and never leaves anybody to guess.
 */
export const createCommander =
  ({ client, onWaiting, sleep = realSleep }: CommanderOptions) =>
  async <Kind extends CommandKind>(kind: Kind, body: CommandBodies[Kind]): Promise<Outcome<Kind>> => {
    const key = newKey()
    for (let attempt = 0; ; attempt += 1) {
      const result = await client.command(kind, body, key)
      if (result.ok || !isOpen(result.error)) {
        if (attempt > 0) onWaiting?.(null)
        return result.ok ? { ok: true, reply: result.value } : result
      }
      onWaiting?.(attempt + 1)
      await sleep(backOffMs(attempt))
    }
  }

export type Commander = ReturnType<typeof createCommander>
