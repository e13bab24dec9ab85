import type { SecurityEventKind } from '../transport/security-events.ts'
import { UsageError, type AdminCommand, type AdminContext } from './admin-command.ts'

const usualDays = '30'
const mostRows = 100

const kindWords: Readonly<Record<SecurityEventKind, string>> = {
  'sign-in-refused': 'a wrong password or login',
  'locked-out': 'a sign-in that had to wait after wrong guesses',
  unauthenticated: 'a request without a session or token',
  forbidden: 'something that the session or device has no right to',
  'wrong-origin': 'a request from a page that is not ours',
  'handshake-refused': 'a live connection without a session or token',
  'enrollment-refused': 'an enrollment without a good token',
  'agent-replaced': 'a second agent with the token of a device that has one',
  'too-curious': 'a kiosk that asked for records without end',
}

interface Row {
  kind: SecurityEventKind
  source: string | null
  detail: Readonly<Record<string, string>>
  times: number
  last: string
}

/** Alike ones are one row: what is tried every minute would else hide the rest. What stands out comes first, however much else there is. */
const recent = `with alike as (
    select kind, source, detail::text::json as detail, count(*)::int as times, max(at) as last_at,
      detail::text::json->>'endedTokenOf' is not null as stands_out
    from security_event where at > now() - make_interval(days => $1) group by kind, source, detail::text),
  placed as (select *, row_number() over (partition by stands_out order by last_at desc) as place from alike)
  select kind, source, detail, times, to_char(last_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as last
  from placed where stands_out or place <= ${mostRows} order by stands_out desc, last_at desc`

/** A stranger may have sent what moves a terminal's cursor, or turns the line around. */
const harmless = (text: string): string =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (unseen) => `\\u{${unseen.codePointAt(0)?.toString(16) ?? ''}}`)

const line = ({ kind, source, detail: { endedTokenOf, ...detail }, times, last }: Row): string => {
  const what = endedTokenOf
    ? `THE ENDED TOKEN OF ${endedTokenOf}: it was replaced or revoked, and someone tries it`
    : (kindWords[kind] ?? kind)
  const more = Object.entries(detail).map(([name, value]) => `${name} ${value}`)
  const from = source === null ? '' : `, from ${source}`
  return `${last} UTC  ${what}${from}${times > 1 ? `, ${times} times` : ''}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}

const daysOf = ({ options }: AdminContext): number => {
  const given = options['days'] ?? usualDays
  if (!/^[1-9]\d{0,2}$/.test(given)) throw new UsageError('--days should be a number of days, 1 to 999')
  return Number(given)
}

export const securityCommands: Readonly<Record<string, AdminCommand>> = {
  'security-events': {
    usage: 'security-events [--days DAYS]',
    about: `who was refused in the last days (${usualDays} unless told), the latest first; a device's ended token stands out`,
    onlyReads: true,
    run: async (context) => {
      const days = daysOf(context)
      const { rows } = await context.pool.query<Row>(recent, [days])
      if (rows.length === 0) context.say(`Nobody was refused in the last ${days} days.`)
      for (const row of rows) context.say(harmless(line(row)))
      const others = rows.filter(({ detail }) => detail['endedTokenOf'] === undefined)
      if (others.length === mostRows) context.say(`… and more: the last ${mostRows} kinds are shown.`)
    },
  },
}
