import type { Database } from '../database/pool.ts'
import { networkOf } from './client-address.ts'
import { RequestBudget } from './request-budget.ts'

export type SecurityEventKind =
  | 'sign-in-refused'
  | 'locked-out'
  | 'unauthenticated'
  | 'forbidden'
  | 'wrong-origin'
  | 'handshake-refused'
  | 'enrollment-refused'
  | 'too-curious'
  | 'agent-replaced'

export interface SecurityEvent {
  kind: SecurityEventKind
  address: string
  /** codes and route names; never a name, an answer or a secret */
  detail: Readonly<Record<string, string>>
  /** looks up the device whose token this was before it ended: a lost or stolen one that is tried again */
  endedDevice?: () => Promise<string | null>
}

/** Intruders are written down outside the chain of facts, and not so fast that they fill the disk: 20 a minute of a kind and address. */
export class SecurityEvents {
  readonly #pool: Database
  readonly #onError: (error: unknown) => void
  readonly #budget = new RequestBudget(20, 60_000)

  constructor(pool: Database, onError: (error: unknown) => void) {
    this.#pool = pool
    this.#onError = onError
  }

  record({ kind, address, detail, endedDevice }: SecurityEvent): void {
    if (!this.#budget.take(`${kind} ${networkOf(address)}`)) return
    const write = async (): Promise<void> => {
      const device = await endedDevice?.()
      await this.#pool.query('insert into security_event (kind, source, detail) values ($1, $2, $3)', [
        kind,
        address,
        device ? { ...detail, endedTokenOf: device } : detail,
      ])
    }
    write().catch(this.#onError)
  }
}
