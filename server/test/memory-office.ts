import type { CommandActor, CommandBodies, CommandKind, Reply } from '../src/domain/command.ts'
import { deciders } from '../src/domain/deciders.ts'
import type { Decision, DecisionContext } from '../src/domain/decision.ts'
import { Draft } from '../src/domain/draft.ts'
import { apply } from '../src/domain/evolve.ts'
import type { Fact, FactBody } from '../src/domain/fact.ts'
import type { Filing } from '../src/domain/filing.ts'
import { Found, lookupKey } from '../src/domain/lookup.ts'
import type {
  CityRecord,
  Claim,
  IntakeFile,
  Issuance,
  Lookup,
  PrintedPaper,
  ReceiptFile,
  StaffName,
} from '../src/domain/lookup.ts'
import { emptyOffice } from '../src/domain/offices/office.ts'
import type { RefusalCode } from '../src/domain/refusal.ts'
import type { Result } from '../src/domain/result.ts'
import type { Service, ServiceId } from '../src/domain/service.ts'
import type { PrintJob, Slip } from '../src/domain/slip.ts'
import type { OfficeState } from '../src/domain/state.ts'
import { toyServices } from './toy-services.ts'

/** 2026-11-23 09:00 in Los Angeles */
export const morning = Date.UTC(2026, 10, 23, 17)

const sameSlot = (one: Claim, other: Claim): boolean =>
  one.scope === other.scope && one.subject === other.subject && one.slot === other.slot

/** A whole office in memory: its line without a database. What is filed is found again by the next command. */
export class MemoryOffice {
  readonly facts: Fact[] = []
  readonly filings: Filing[] = []
  readonly services: ReadonlyMap<ServiceId, Service>
  readonly staff: StaffName[] = [
    { staffId: 'ana', name: 'Ana' },
    { staffId: 'ben', name: 'Ben' },
  ]
  now = morning
  #draft: Draft
  #ids = 0
  readonly #files = new Map<string, IntakeFile>()
  readonly #issuances = new Map<string, Issuance>()
  readonly #records = new Map<string, CityRecord>()
  readonly #receipts = new Map<string, ReceiptFile>()
  readonly #papers = new Map<string, PrintedPaper>()
  claims: Claim[] = []

  constructor(
    services: ReadonlyMap<ServiceId, Service> = toyServices,
    state: OfficeState = emptyOffice('city-hall'),
  ) {
    this.services = services
    this.#draft = new Draft(state)
  }

  get state(): OfficeState {
    return this.#draft.state
  }

  context(actor: CommandActor, found = new Found()): DecisionContext {
    const command = ++this.#ids
    return {
      actor,
      now: this.now,
      services: this.services,
      found,
      newId: (name) => `${name}-${command}`,
      visitUrl: (visitId) => `https://city.example/t/${visitId}`,
    }
  }

  decide<Kind extends CommandKind>(
    actor: CommandActor,
    kind: Kind,
    body: CommandBodies[Kind],
  ): Result<Decision<Kind>, RefusalCode> {
    const decider = deciders[kind]
    const context = this.context(actor)
    for (;;) {
      const wanted = decider.lookups?.(this.state, body, context) ?? []
      const unread = wanted.filter((lookup) => !context.found.has(lookup))
      if (unread.length === 0) return decider.decide(this.state, body, context)
      for (const lookup of unread) this.#read(context.found, lookup)
    }
  }

  give<Kind extends CommandKind>(
    actor: CommandActor,
    kind: Kind,
    body: CommandBodies[Kind],
  ): Result<Reply<Kind>, RefusalCode> {
    const result = this.decide(actor, kind, body)
    if (!result.ok) return result
    this.store(actor, result.value.facts)
    for (const filing of result.value.filings) this.file(filing)
    return { ok: true, value: result.value.reply }
  }

  /** Gives a command that must be accepted. */
  must<Kind extends CommandKind>(actor: CommandActor, kind: Kind, body: CommandBodies[Kind]): Reply<Kind> {
    const result = this.give(actor, kind, body)
    if (!result.ok) throw new Error(`${kind} refused: ${result.code} ${JSON.stringify(result.details ?? {})}`)
    return result.value
  }

  store(actor: CommandActor, bodies: readonly FactBody[]): void {
    const at = Math.max(this.now, this.state.at)
    for (const body of bodies) {
      const seq = this.state.seq + 1
      const fact: Fact = {
        ...body,
        office: this.state.officeId,
        seq,
        v: 1,
        at,
        actor: actor.type === 'system' ? 'system' : `${actor.type}:${actor.id}`,
        commandKey: `key-${this.#ids}`,
        hash: `hash-${seq}`,
      }
      this.facts.push(fact)
      apply(this.#draft, fact)
      this.#draft.keep()
    }
  }

  file(filing: Filing): void {
    this.filings.push(filing)
    switch (filing.type) {
      case 'intake-file':
        this.#files.set(filing.file.intakeId, filing.file)
        break
      case 'issuance':
        this.#issuances.set(filing.issuance.id, filing.issuance)
        break
      case 'record':
        this.#records.set(`${filing.record.service}:${filing.record.key}`, filing.record)
        break
      case 'receipt-file':
        this.#receipts.set(filing.receiptId, { receiptId: filing.receiptId, payer: filing.payer })
        break
      case 'claim-taken':
        if (this.claims.some((claim) => sameSlot(claim, filing.claim)))
          throw new Error(`slot ${filing.claim.slot} of ${filing.claim.scope} is taken already`)
        this.claims.push(filing.claim)
        break
      case 'claim-released':
        this.claims = this.claims.filter((claim) => !sameSlot(claim, filing.claim))
        break
      case 'print-job':
        this.#filePaper(filing.job, filing.originalJobId)
        break
      case 'correction':
      case 'oath':
        break
    }
  }

  intakeFile(intakeId: string): IntakeFile | undefined {
    return this.#files.get(intakeId)
  }

  slip(jobId: string | null): Slip {
    const slip = jobId === null ? null : this.#papers.get(jobId)?.slip
    if (!slip) throw new Error(`no slip ${jobId}`)
    return slip
  }

  #filePaper({ jobId, printerId, work }: PrintJob, originalJobId: string): void {
    const slip = work.type === 'slip' ? work.slip : null
    const copy = work.type === 'slip' ? work.copy : 0
    this.#papers.set(jobId, { jobId, printerId, copy, slip, originalJobId, copies: copy })
    for (const [id, paper] of this.#papers) {
      if (paper.originalJobId === originalJobId) {
        this.#papers.set(id, { ...paper, copies: Math.max(paper.copies, copy) })
      }
    }
  }

  #read(found: Found, lookup: Lookup): void {
    switch (lookup.kind) {
      case 'intake-file':
        found.with(lookup, this.#files.get(lookup.intakeId) ?? null)
        return
      case 'record':
        found.with(lookup, this.#records.get(`${lookup.service}:${lookup.key}`) ?? null)
        return
      case 'issuances':
        found.with(
          lookup,
          [...this.#issuances.values()].filter(
            ({ service, subject }) => service === lookup.service && subject === lookup.subject,
          ),
        )
        return
      case 'issuance':
        found.with(lookup, this.#issuances.get(lookup.issuanceId) ?? null)
        return
      case 'claims':
        found.with(
          lookup,
          this.claims.filter(({ scope, subject }) => scope === lookup.scope && subject === lookup.subject),
        )
        return
      case 'print-job':
        found.with(lookup, this.#papers.get(lookup.jobId) ?? null)
        return
      case 'receipt':
        found.with(lookup, this.#receipts.get(lookup.receiptId) ?? null)
        return
      case 'staff':
        found.with(lookup, this.staff.find(({ staffId }) => staffId === lookup.staffId) ?? null)
        return
      default:
        throw new Error(`unknown lookup ${lookupKey(lookup)}`)
    }
  }
}
