import type { Database } from '../database/pool.ts'
import type { Command, CommandActor } from '../domain/command.ts'
import { deciders as ourDeciders } from '../domain/deciders.ts'
import type { Deciders } from '../domain/decision.ts'
import type { Service, ServiceId } from '../domain/service.ts'
import type { PrintJob } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { Waiting } from './batch.ts'
import { bodyHash, commandIds } from './command-id.ts'
import { DueTimers } from './due-timers.ts'
import { readJobs } from './fact-log.ts'
import { factsSince } from './facts-since.ts'
import { Hints } from './hints.ts'
import type { HintMember } from './hints.ts'
import { Line } from './line.ts'
import { LiveOffice } from './live-office.ts'
import { ensureOffice, loadState } from './load-state.ts'
import type { OfficeLog } from './log.ts'
import { silent } from './log.ts'
import type { Office, SubmitResult } from './office.ts'

export interface OpenOfficeOptions {
  pool: Database
  officeId: string
  services: ReadonlyMap<ServiceId, Service>
  /** where a phone follows a visit */
  visitUrl: (visitId: string) => string
  deciders?: Deciders
  clock?: () => Instant
  log?: OfficeLog
  /** how often the log is looked at without a hint */
  pollMs?: number
  /** after which a command that cannot be stored is answered `outcome-unknown` */
  giveUpAfterMs?: number
}

export const actorName = (actor: CommandActor): string =>
  actor.type === 'system' ? 'system' : `${actor.type}:${actor.id}`

/** Opens this node's line to an office. The office need not exist yet: its first command is `open-office`. */
export const openOffice = async ({
  pool,
  officeId,
  services,
  visitUrl,
  deciders = ourDeciders,
  clock = Date.now,
  log = silent,
  pollMs = 1_000,
  giveUpAfterMs = 15_000,
}: OpenOfficeOptions): Promise<Office> => {
  await ensureOffice(pool, officeId)
  const live = new LiveOffice(await loadState(pool, officeId), log)
  const line = new Line({ pool, live, rules: { deciders, services, visitUrl }, clock, log })
  const underWay = new Map<string, { bodyHash: string; result: Promise<SubmitResult> }>()
  let stopped = false

  const submit = (command: Command, actor: CommandActor, key: string): Promise<SubmitResult> => {
    if (stopped || line.outdated) return Promise.resolve({ ok: false, code: 'outcome-unknown' })
    const name = actorName(actor)
    const place = JSON.stringify([name, key])
    const hash = bodyHash(command.kind, command.body)
    const twin = underWay.get(place)
    if (twin) return twin.bodyHash === hash ? twin.result : Promise.resolve({ ok: false, code: 'key-reused' })
    const result = new Promise<SubmitResult>((resolve) => {
      const waiting: Waiting = {
        command,
        actor,
        actorName: name,
        key,
        bodyHash: hash,
        newId: commandIds(officeId, name, key),
        giveUpAt: performance.now() + giveUpAfterMs,
        settled: false,
        settle: (answer) => {
          if (waiting.settled) return
          waiting.settled = true
          underWay.delete(place)
          resolve(answer)
        },
      }
      line.push(waiting)
    })
    underWay.set(place, { bodyHash: hash, result })
    return result
  }

  const due = new DueTimers({
    state: () => live.state,
    clock,
    submit: (command, key) => submit(command, { type: 'system' }, key),
  })
  const hints = Hints.of(pool, log)
  const member: HintMember = { officeId, onHint: (seq) => seq > live.state.seq && line.catchUp() }
  live.onFacts(({ facts, upTo }) => {
    due.changed()
    if (facts.length > 0) hints.send(officeId, upTo)
  })
  live.onReset(() => due.changed())
  due.changed()
  await hints.join(member)
  const poll = setInterval(() => line.catchUp(), pollMs).unref()

  return {
    id: officeId,
    get state() {
      return live.state
    },
    submit: submit as Office['submit'],
    onFacts: (listener) => live.onFacts(listener),
    onReset: (listener) => live.onReset(listener),

    factsSince: (cursor) => factsSince(pool, live, cursor),

    waitFor(seq, timeoutMs = 5_000) {
      if (live.state.seq < seq) line.catchUp()
      return live.waitFor(seq, timeoutMs)
    },

    async queuedJobs(printerIds): Promise<readonly PrintJob[]> {
      const queued = Object.values(live.state.prints)
        .filter((print) => print.state === 'queued' && printerIds.includes(print.printerId))
        .sort((one, other) => one.at - other.at)
      return readJobs(
        pool,
        officeId,
        queued.map(({ id }) => id),
      )
    },

    async stop() {
      stopped = true
      clearInterval(poll)
      due.stop()
      await line.stop()
      await hints.leave(member)
    },
  }
}
