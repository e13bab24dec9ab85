import { z } from 'zod'
import { isSearchable } from '../domain/answers/searchable.ts'
import type { CommandKind, Reply } from '../domain/command.ts'
import type { Language } from '../domain/language.ts'
import { paths, type RouteName } from './paths.ts'
import type { ProblemCode } from './problem.ts'
import { answers, id, language, text } from './schemas.ts'
import { maxSpokenLength, speeds, type SpeechOrder } from './speech.ts'
import type {
  AmendmentView,
  AssessmentView,
  IntakeView,
  IssuancePageView,
  IssuanceView,
  MyTicketView,
  PaperFormView,
  SearchHit,
  ServicesView,
  SessionView,
  StaffView,
} from './views.ts'

/**
 * Who may use a route: anyone, a signed-in member of staff, an enrolled device, or one of two. `counter` is staff that serves
 * people: who only sets things up reads nothing of a resident.
 */
export type Access = 'public' | 'staff' | 'counter' | 'device' | 'staff-or-device' | 'counter-or-device'

interface Route {
  at: (typeof paths)[RouteName]
  summary: string
  access: Access
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  errors: readonly ProblemCode[]
}

export const routes = {
  signIn: {
    at: paths.signIn,
    summary: 'Sign in; sets the session cookie.',
    access: 'public',
    body: z.strictObject({ login: text(60, 1), password: z.string().min(1).max(200) }),
    errors: ['wrong-credentials', 'locked-out', 'too-many-requests'],
  },
  session: { at: paths.session, summary: 'Who is signed in.', access: 'staff', errors: [] },
  signOut: { at: paths.signOut, summary: 'Sign out.', access: 'public', errors: [] },
  enrollDevice: {
    at: paths.enrollDevice,
    summary: "Turns a device's token into its cookie.",
    access: 'public',
    body: z.strictObject({ token: z.string().min(20).max(100) }),
    errors: ['unauthenticated', 'too-many-requests'],
  },
  services: {
    at: paths.services,
    summary: 'City, services and their questions in every language.',
    access: 'staff-or-device',
    errors: [],
  },
  assess: {
    at: paths.assess,
    summary: 'What follows from answers and records: problems, fees, papers to bring. Nothing is stored.',
    access: 'counter-or-device',
    /** `intakeId`, from staff: the intake whose answers are being corrected, so that its own claims do not count against it */
    body: z.strictObject({ service: id, answers, intakeId: id.optional() }),
    errors: ['unknown-service', 'invalid-answers'],
  },
  staff: { at: paths.staff, summary: 'Names of the staff of this office.', access: 'staff', errors: [] },
  intake: {
    at: paths.intake,
    summary: 'Answers, assessment and papers of an intake, not older than fact `atLeast`.',
    access: 'counter',
    params: z.object({ intakeId: id }),
    query: z.object({ atLeast: z.coerce.number().int().min(0).default(0) }),
    errors: ['not-found', 'not-ready'],
  },
  paperForm: {
    at: paths.paperForm,
    summary:
      "A letter-size form of the checklist to print and sign, in the resident's language and in English.",
    access: 'counter',
    params: z.object({ intakeId: id, paper: id }),
    errors: ['not-found'],
  },
  issuance: {
    at: paths.issuance,
    summary: 'What was issued, to whom, and what may still be done with it.',
    access: 'counter',
    params: z.object({ issuanceId: id }),
    errors: ['not-found'],
  },
  amendment: {
    at: paths.amendment,
    summary: 'What amending it with these answers would come to. Nothing is stored.',
    access: 'counter',
    params: z.object({ issuanceId: id }),
    body: z.strictObject({ answers }),
    errors: ['not-found'],
  },
  issuancePage: {
    at: paths.issuancePage,
    summary: 'A letter-size page of what was issued, to print.',
    access: 'counter',
    params: z.object({ issuanceId: id }),
    errors: ['not-found'],
  },
  search: {
    at: paths.search,
    summary: 'Tickets, issuances, intakes and records by number, tag, permit, name, phone or address.',
    access: 'counter',
    query: z.object({ q: text(80).refine(isSearchable, { message: 'too-short' }) }),
    errors: [],
  },
  voices: {
    at: paths.voices,
    summary: 'Languages in which the public’s screens can speak.',
    access: 'device',
    errors: [],
  },
  speech: {
    at: paths.speech,
    summary: 'A text as sound. Only with `keep`, for a text of the interface itself, may the sound be kept.',
    access: 'device',
    body: z.strictObject({
      language,
      speed: z.enum(speeds),
      text: text(maxSpokenLength, 1),
      keep: z.boolean(),
    }),
    errors: ['not-found', 'too-many-requests'],
  },
  myTicket: {
    at: paths.myTicket,
    summary: "A visit's place in line, by its ticket's secret.",
    access: 'public',
    params: z.object({ secret: z.string().min(1).max(120) }),
    errors: ['not-found'],
  },
  health: { at: paths.health, summary: 'The process is up.', access: 'public', errors: [] },
  ready: {
    at: paths.ready,
    summary: 'The database answers and the office is loaded.',
    access: 'public',
    errors: ['not-ready'],
  },
  openApi: { at: paths.openApi, summary: 'This interface as OpenAPI 3.1.', access: 'public', errors: [] },
  command: {
    at: paths.command,
    summary: 'Gives a command to the line. Needs an `idempotency-key`: the same key gives the same answer.',
    access: 'staff-or-device',
    params: z.object({ kind: z.string() }),
    body: z.unknown(),
    errors: ['invalid-body', 'card-number', 'invalid-key', 'key-reused', 'outcome-unknown'],
  },
} satisfies Record<RouteName, Route>

/** What each query answers. A command answers `CommandReply`. */
export interface RouteReplies {
  signIn: SessionView
  session: SessionView
  signOut: Record<string, never>
  enrollDevice: { deviceId: string; kind: 'kiosk' | 'display' | 'agent'; printerId: string | null }
  services: ServicesView
  assess: AssessmentView
  staff: readonly StaffView[]
  intake: IntakeView
  paperForm: PaperFormView
  issuance: IssuanceView
  amendment: AmendmentView
  issuancePage: IssuancePageView
  search: readonly SearchHit[]
  voices: readonly Language[]
  speech: Uint8Array
  myTicket: MyTicketView
  health: { ok: true }
  ready: { ok: true; seq: number }
  openApi: object
}

export interface RouteInputs {
  signIn: { body: { login: string; password: string } }
  session: object
  signOut: object
  enrollDevice: { body: { token: string } }
  services: object
  assess: { body: { service: string; answers: z.input<typeof answers>; intakeId?: string } }
  staff: object
  intake: { params: { intakeId: string }; query?: { atLeast?: number } }
  paperForm: { params: { intakeId: string; paper: string } }
  issuance: { params: { issuanceId: string } }
  amendment: { params: { issuanceId: string }; body: { answers: z.input<typeof answers> } }
  issuancePage: { params: { issuanceId: string } }
  search: { query: { q: string } }
  voices: object
  speech: { body: SpeechOrder }
  myTicket: { params: { secret: string } }
  health: object
  ready: object
  openApi: object
}

/** `seq` is the office's number of the command's last fact. */
export type CommandReply<Kind extends CommandKind> = Reply<Kind> & { seq: number }

/** A command's reply as it travels. A ticket's `url` is where a phone follows it: told to whoever took it, kept with no reply. */
export type CommandAnswer<Kind extends CommandKind> = CommandReply<Kind> &
  (Kind extends 'take-ticket' ? { url: string } : object)
