import { newKey } from '@lobbyline/server/contract'
import type {
  Client,
  ClientError,
  CommandBodies,
  CommandAnswer,
  Instant,
  Language,
  LineId,
} from '@lobbyline/server/contract'
import { sumCents } from './filed.ts'
import type { Filed } from './filed.ts'

export type Ticket = CommandAnswer<'take-ticket'>

export type OrderStanding =
  | { state: 'sending'; attempt: number }
  /** no answer came: the same order is given again, by itself */
  | { state: 'retrying'; attempt: number }
  | { state: 'taken'; ticket: Ticket }
  | { state: 'refused'; code: ClientError['code'] }
  | { state: 'dropped' }

const passing: ReadonlySet<ClientError['code']> = new Set([
  'offline',
  'outcome-unknown',
  'not-ready',
  'too-many-requests',
])
/** A defect may pass, as when a server is changed; one that stays is an answer. */
const defectAttempts = 5

const passes = (code: ClientError['code'], attempt: number): boolean =>
  passing.has(code) || (code === 'internal' && attempt < defectAttempts)

const delaysMs = [500, 1000, 2000, 4000]

export const retryDelayMs = (attempt: number): number => delaysMs[attempt - 1] ?? 5000

/** A number in a line, and the services on its ticket that are told in full. */
export interface Wish {
  line: LineId
  language: Language
  appointmentAt: Instant | null
  told: readonly Filed[]
}

/**
 * One ticket that someone wants. The body and its key never change, so that however often it is sent, on whatever network,
 * one ticket comes of it.
 */
export class TicketOrder {
  readonly wish: Wish
  readonly #key = newKey()
  readonly #body: CommandBodies['take-ticket']
  readonly #client: Pick<Client, 'command'>
  readonly #sleep: (delayMs: number) => Promise<void>
  #standing = $state.raw<OrderStanding>({ state: 'sending', attempt: 1 })
  #running = false

  constructor(
    client: Pick<Client, 'command'>,
    wish: Wish,
    sleep: (delayMs: number) => Promise<void> = (delayMs) =>
      new Promise((resolve) => setTimeout(resolve, delayMs)),
  ) {
    this.#client = client
    this.wish = wish
    const { told, ...place } = wish
    this.#body = {
      ...place,
      channel: 'kiosk',
      intakes: told.map(({ service, answers, quotedCents }) => ({
        service: service.id,
        answers,
        quotedCents,
      })),
      printerId: null,
    }
    this.#sleep = sleep
  }

  get standing(): OrderStanding {
    return this.#standing
  }

  /** to pay for all of it; null as long as it is not known */
  get totalCents(): number | null {
    return sumCents(this.wish.told.map(({ quotedCents }) => quotedCents))
  }

  /** Sends until there is an answer. A second call while it runs does nothing. */
  async send(): Promise<OrderStanding> {
    if (this.#running) return this.#standing
    this.#running = true
    for (let attempt = 1; this.#standing.state !== 'dropped'; attempt += 1) {
      const result = await this.#client.command('take-ticket', this.#body, this.#key)
      if (this.#isDropped()) break
      if (result.ok) {
        this.#standing = { state: 'taken', ticket: result.value }
        break
      }
      if (!passes(result.error.code, attempt)) {
        this.#standing = { state: 'refused', code: result.error.code }
        break
      }
      this.#standing = { state: 'retrying', attempt }
      await this.#sleep(retryDelayMs(attempt))
    }
    return this.#standing
  }

  /** Nobody waits for the answer any more. */
  drop(): void {
    this.#standing = { state: 'dropped' }
  }

  #isDropped(): boolean {
    return this.#standing.state === 'dropped'
  }
}
