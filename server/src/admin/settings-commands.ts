import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { settingsOf } from '../domain/intakes/assessing.ts'
import { settingMisfit } from '../domain/offices/setting-shape.ts'
import type { Service } from '../domain/service.ts'
import type { LineSettings, OfficeState } from '../domain/state.ts'
import { businessDay, type CivilDate } from '../domain/time.ts'
import { loadState } from '../office/load-state.ts'
import { services } from '../services/index.ts'
import {
  existingOffice,
  option,
  UsageError,
  word,
  type AdminCommand,
  type AdminContext,
} from './admin-command.ts'
import { checked } from './checked.ts'

type Values = Readonly<Record<string, unknown>>

const settingsFile = z.record(z.string(), z.json())

/** Lists and names that have a command of their own. */
const commandFor = (setting: string): string | null =>
  setting === 'streets' ? 'load-streets' : setting.startsWith('translator:') ? 'record-translator' : null

const editable = (values: object): Values =>
  Object.fromEntries(Object.entries(values).filter(([setting]) => commandFor(setting) === null))

const json = (values: object): string => JSON.stringify(values, null, 2)

const kinds: Readonly<Record<string, string>> = {
  number: 'a whole number from 0 to 100000000',
  boolean: 'true or false',
  string: 'a text',
}

const shapeWords = (known: unknown): string =>
  Array.isArray(known)
    ? `a list, like ${JSON.stringify(known.slice(0, 3))}`
    : `${kinds[typeof known] ?? 'an object'}, like ${JSON.stringify(known)}`

const problemOf = (setting: string, value: unknown, known: Values): string | null => {
  const command = commandFor(setting)
  if (command !== null) return `${setting} is set by ${command}`
  if (!Object.hasOwn(known, setting))
    return `There is no setting ${setting}: the settings are ${Object.keys(editable(known)).join(', ')}`
  const misfit = settingMisfit(known[setting], value, setting)
  return misfit && `${misfit.path} should be ${shapeWords(misfit.known)}`
}

/** What --file sets, each as a whole. @throws UsageError that names every setting that is none of these, or of another shape */
const readSettings = async (context: AdminContext, known: Values): Promise<Values> => {
  const text = (await context.readFile(option(context, 'file'))).replace(/^\uFEFF/, '')
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    given = null
  }
  const values = settingsFile.safeParse(given)
  if (!values.success) throw new UsageError('--file should be JSON, like {"feeCents": 500, "maxDays": 3}')
  const problems = Object.entries(values.data).map(([setting, value]) => problemOf(setting, value, known))
  const told = problems.filter((problem) => problem !== null)
  if (told.length > 0) throw new UsageError(told.join('\n'))
  return values.data
}

/** Those of `values` that are not so already. */
const changedFrom = (before: Values, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([setting, value]) => !isDeepStrictEqual(value, before[setting])),
  )

const changeWords = (setting: string, before: Values, after: Values): string =>
  `  ${setting}: ${JSON.stringify(before[setting])} -> ${JSON.stringify(after[setting])}`

const knownService = (context: AdminContext): Service => {
  const service = services.get(word(context, 1, 'SERVICE'))
  if (service) return service
  throw new UsageError(`SERVICE is one of ${[...services.keys()].join(', ')}`)
}

const todayAt = ({ city }: OfficeState): CivilDate => businessDay(Date.now(), city.zone)

const settingsOn = (state: OfficeState, service: Service, day: CivilDate): Values =>
  settingsOf({ ...state, businessDay: day }, service) as Values

const changesAfter = (state: OfficeState, service: Service, day: CivilDate) =>
  (state.serviceSettings[service.id] ?? []).filter(({ from }) => from > day)

export const settingsCommands: Readonly<Record<string, AdminCommand>> = {
  'show-service': {
    usage: 'show-service OFFICE SERVICE',
    about: 'the fees, limits and days of a service as they are today, and what is to change later, as JSON',
    run: async (context) => {
      const state = await loadState(context.pool, await existingOffice(context))
      const service = knownService(context)
      const today = todayAt(state)
      context.say(json(editable(settingsOn(state, service, today))))
      for (const { from, values } of changesAfter(state, service, today)) {
        context.say(`From ${from} on:`)
        context.say(json(editable(values)))
      }
    },
  },
  'set-service': {
    usage: 'set-service OFFICE SERVICE --file FILE.json [--from DATE]',
    about:
      'other fees, limits or days for a service, from today or a later day on; what is not in the file stays as it is',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const service = knownService(context)
      const state = await loadState(context.pool, officeId)
      const today = todayAt(state)
      const from = context.options['from'] ?? today
      const given = await readSettings(context, service.defaults as Values)
      const before = settingsOn(state, service, from)
      const values = changedFrom(before, given)
      const body = { service: service.id, from, values }
      const command = checked('change-service-settings', body, { from: '--from' })
      if (from < today) throw new UsageError(`--from should be ${today}, which is today, or later`)
      if (Object.keys(values).length === 0) return context.say('It is so already: nothing is changed.')
      await context.give(officeId, command)
      context.say(`From ${from} on:`)
      for (const setting of Object.keys(values)) {
        const later = changesAfter(state, service, from).find((change) => setting in change.values)
        const until = later ? `, until ${later.from}: ${JSON.stringify(later.values[setting])}` : ''
        context.say(`${changeWords(setting, before, values)}${until}`)
      }
    },
  },
  'show-line': {
    usage: 'show-line OFFICE',
    about: 'how long a call, a hold and a ticket’s paper wait, as JSON',
    run: async (context) => {
      const { lineSettings } = await loadState(context.pool, await existingOffice(context))
      context.say(json(lineSettings))
    },
  },
  'set-line': {
    usage: 'set-line OFFICE --file FILE.json',
    about: 'other waits for calls, holds and papers, from now on; what is not in the file stays as it is',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const before = { ...(await loadState(context.pool, officeId)).lineSettings }
      const values = changedFrom(before, await readSettings(context, before))
      const after: LineSettings = { ...before, ...values }
      const command = checked('change-line-settings', { lineSettings: after }, {})
      if (Object.keys(values).length === 0) return context.say('It is so already: nothing is changed.')
      await context.give(officeId, command)
      for (const setting of Object.keys(values)) context.say(changeWords(setting, before, values))
    },
  },
}
