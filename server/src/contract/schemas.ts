import { z } from 'zod'
import type { Command, CommandBodies, CommandKind, Tender } from '../domain/command.ts'
import { holdsCardNumber } from '../domain/answers/card-number.ts'
import { plainText } from '../domain/answers/plain-text.ts'
import { languages } from '../domain/language.ts'
import {
  cancelReasons,
  countReasons,
  holdReasons,
  informationReasons,
  voidReasons,
} from '../domain/reason.ts'
import type { PrintJob, Slip } from '../domain/slip.ts'

/** Every string that somebody can type, as plain-text.ts has it. */
export const text = (maxLength: number, minLength = 0) =>
  z
    .string()
    .transform((raw, context) => {
      const plain = plainText(raw, maxLength)
      if (plain.ok) return plain.value
      context.addIssue({ code: 'custom', message: plain.code })
      return z.NEVER
    })
    .pipe(z.string().min(minLength).max(maxLength))

/**
 * What somebody writes in their own words, or off a slip: a card's number is no part of it. What is read off a thing that is
 * handed over or searched for, is `text`; an answer is told apart by its question.
 */
export const ownWords = (maxLength: number, minLength = 0) =>
  text(maxLength, minLength).refine((words) => !holdsCardNumber(words), { message: 'card-number' })

/** What every object of JavaScript has is not the id of anything. */
const isOwnName = (name: string): boolean => !(name in {})

export const id = z
  .string()
  .regex(/^[0-9a-z-]{1,64}$/)
  .refine(isOwnName)
const cents = z.int().min(0).max(100_000_000)
const lineId = z
  .string()
  .regex(/^[a-z][a-z-]{0,39}$/)
  .refine(isOwnName)
const civilDate = z.iso.date()
const channel = z.enum(['kiosk', 'counter', 'phone', 'mail'])
export const language = z.enum(languages)
export const answerValue = z.union([
  z.boolean(),
  z.number().min(-1e9).max(1e9),
  text(300),
  z.array(text(40)).max(31).readonly(),
])
export const answers = z
  .record(z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/), answerValue)
  .refine((value) => Object.keys(value).length <= 60, { message: 'too-many' })

const intakeDraft = z.strictObject({ service: lineId, answers, quotedCents: cents.nullable() })
const visit = z.strictObject({ visitId: id })
const intake = z.strictObject({ intakeId: id })
const printerId = id.nullable()
const note = ownWords(120)
const lines = z.array(lineId).max(30).readonly().nullable()

const tender: z.ZodType<Tender> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), cents }),
  z.strictObject({ kind: z.literal('check'), cents, checkNumber: ownWords(20, 1) }),
  z.strictObject({
    kind: z.literal('card'),
    cents,
    reference: ownWords(40, 1),
    lastFour: z.string().regex(/^\d{4}$/),
  }),
])

const lineSettings = z.strictObject({
  noShowMs: z.int().min(10_000).max(86_400_000),
  holdReminderMs: z.int().min(10_000).max(86_400_000),
  ticketExpiresMs: z.int().min(1_000).max(3_600_000),
})
const city = z.strictObject({
  name: ownWords(80, 1),
  office: ownWords(80, 1),
  address: ownWords(120, 1),
  phone: text(40, 1),
  zone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'),
})
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const openHours = z
  .array(z.strictObject({ from: timeOfDay, until: timeOfDay }))
  .max(4)
  .refine(
    (spans) =>
      spans.every(({ from, until }, at) => from < until && (at === 0 || (spans[at - 1]?.until ?? '') < from)),
    { message: 'out-of-order' },
  )
  .readonly()
const opening = z.strictObject({
  week: z.array(openHours).length(7).readonly().nullable(),
  closedDays: z.array(civilDate).max(100).readonly(),
})
const today = z.strictObject({ isClosed: z.boolean(), servicesOff: z.array(lineId).max(30).readonly() })
/** so late that a day after it is still a date */
const lastInstant = 8_000_000_000_000_000
const windowShape = { label: text(12, 1), printerId, lines }

/** The body of every command, checked at the edge. */
export const commandSchemas = {
  'take-ticket': z.strictObject({
    channel,
    language,
    line: lineId,
    intakes: z.array(intakeDraft).max(6).readonly(),
    printerId,
    appointmentAt: z.int().min(0).max(lastInstant).nullable().optional(),
  }),
  'call-next': z.strictObject({ windowId: id }),
  'call-visit': z.strictObject({ windowId: id, visitId: id }),
  'recall-visit': visit,
  'start-visit': visit,
  'hold-visit': z.strictObject({ visitId: id, reason: z.enum(holdReasons), note }),
  'resume-visit': z.strictObject({ visitId: id, windowId: id }),
  'transfer-visit': z.strictObject({ visitId: id, line: lineId.nullable(), windowId: id.nullable() }),
  'return-visit': visit,
  'mark-no-show': visit,
  'rejoin-visit': visit,
  'complete-visit': visit,
  'cancel-visit': z.strictObject({ visitId: id, reason: z.enum(cancelReasons) }),
  'undo-visit-step': visit,
  'remind-hold': visit,

  'open-window': z.strictObject({ windowId: id }),
  'close-window': z.strictObject({ windowId: id }),

  'add-intake': z.strictObject({ visitId: id.nullable(), channel, language, intake: intakeDraft }),
  'correct-answers': z.strictObject({ intakeId: id, rev: z.int().min(1), answers }),
  'change-service': z.strictObject({ intakeId: id, rev: z.int().min(1), service: lineId, answers }),
  'start-review': intake,
  'mark-paper': z.strictObject({
    intakeId: id,
    rev: z.int().min(1),
    item: z.int().min(0).max(60),
    mark: z.enum(['seen', 'copied', 'waived', 'not-acceptable']),
    evidence: ownWords(120),
  }),
  'request-information': z.strictObject({ intakeId: id, reason: z.enum(informationReasons), note }),
  'receive-information': intake,
  'take-up-intake': z.strictObject({ intakeId: id, visitId: id }),
  'print-declaration': z.strictObject({ intakeId: id, printerId: id }),
  'sign-declaration': intake,
  'administer-oath': z.strictObject({
    intakeId: id,
    manner: z.enum(['swear', 'affirm']),
    wordingVersion: z.int().min(1),
  }),
  'approve-intake': z.strictObject({ intakeId: id, rev: z.int().min(1) }),
  'deny-intake': z.strictObject({ intakeId: id, code: lineId }),
  'withdraw-intake': intake,
  'withdraw-paid-intake': z.strictObject({ intakeId: id, reason: z.enum(voidReasons) }),
  'issue-intake': z.strictObject({
    intakeId: id,
    handedNumbers: z.array(text(40, 1)).max(20).readonly(),
    printerId,
  }),
  'cancel-issuance': z.strictObject({ issuanceId: id, again: z.boolean() }),
  'amend-issuance': z.strictObject({ issuanceId: id, answers, printerId }),

  'open-till': z.strictObject({ windowId: id, floatCents: cents }),
  'take-payment': z.strictObject({
    tillId: id,
    visitId: id.nullable(),
    intakeIds: z.array(id).min(1).max(12).readonly(),
    totalCents: cents,
    tenders: z.array(tender).max(8).readonly(),
    payer: ownWords(80),
    printerId,
  }),
  'void-payment': z.strictObject({ receiptId: id, reason: z.enum(voidReasons) }),
  'open-drawer': z.strictObject({ tillId: id, reason: z.enum(['no-sale', 'count']) }),
  'close-till': z.strictObject({ tillId: id, countedCents: cents, reason: z.enum(countReasons).nullable() }),

  reprint: z.strictObject({ jobId: id, printerId: id }),
  'print-ticket': z.strictObject({ visitId: id, printerId }),
  'report-print': z.strictObject({
    jobId: id,
    outcome: z.enum(['printed', 'sent', 'failed', 'stalled', 'unknown', 'expired']),
  }),
  'report-printer': z.strictObject({
    printerId: id,
    condition: z.enum(['ready', 'paper-low', 'paper-out', 'cover-open', 'error', 'offline']),
  }),
  'report-drawer': z.strictObject({ printerId: id, open: z.boolean() }),

  'open-office': z.strictObject({ city, lineSettings }),
  'change-office': z.strictObject({ city: city.omit({ zone: true }) }),
  'add-window': z.strictObject(windowShape),
  'change-window': z.strictObject({ windowId: id, ...windowShape }),
  'remove-window': z.strictObject({ windowId: id }),
  'add-printer': z.strictObject({ printerId: id, name: ownWords(60, 1), deviceId: id }),
  'remove-printer': z.strictObject({ printerId: id }),
  'change-line-settings': z.strictObject({ lineSettings }),
  'change-opening': z.strictObject({ opening }),
  'change-today': z.strictObject({ today }),
  'change-service-settings': z.strictObject({
    service: lineId,
    from: civilDate,
    values: z.record(z.string().max(60), z.json()),
  }),
} satisfies { [Kind in CommandKind]: z.ZodType<CommandBodies[Kind]> }

/** @throws z.ZodError when the body does not fit the kind */
export const parseCommand = (kind: CommandKind, body: unknown): Command =>
  ({ kind, body: commandSchemas[kind].parse(body) }) as Command

const slipText = z.string().max(400)
export const slipSchema: z.ZodType<Slip> = z.object({
  kind: z.enum(['ticket', 'receipt', 'declaration', 'permit', 'count', 'test']),
  language,
  blocks: z
    .array(
      z.discriminatedUnion('type', [
        z.object({
          type: z.literal('text'),
          text: z.string().max(2000),
          size: z.enum(['small', 'normal', 'large', 'number']).exactOptional(),
          bold: z.boolean().exactOptional(),
          align: z.enum(['left', 'center']).exactOptional(),
        }),
        z.object({
          type: z.literal('row'),
          left: slipText,
          right: slipText,
          bold: z.boolean().exactOptional(),
        }),
        z.object({ type: z.literal('box'), text: slipText }),
        z.object({ type: z.literal('rule') }),
        z.object({ type: z.literal('space'), lines: z.int().min(1).max(20) }),
        z.object({
          type: z.literal('qr'),
          data: z.string().regex(/^[\x20-\x7e]{1,400}$/),
          caption: slipText.exactOptional(),
        }),
        z.object({ type: z.literal('barcode'), data: z.string().regex(/^[\x20-\x7e]{1,40}$/) }),
        z.object({ type: z.literal('logo') }),
        z.object({ type: z.literal('signature'), label: slipText }),
      ]),
    )
    .max(200)
    .readonly(),
})

export const printJobSchema: z.ZodType<PrintJob> = z.object({
  jobId: id,
  printerId: id,
  work: z.discriminatedUnion('type', [
    z.object({ type: z.literal('slip'), slip: slipSchema, copy: z.int().min(0) }),
    z.object({ type: z.literal('drawer') }),
  ]),
  expiresAt: z.number().nullable(),
})
