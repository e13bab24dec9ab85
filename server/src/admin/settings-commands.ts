import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { settingsOf } from '../domain/intakes/assessing.ts'
import { changeMisfit } from '../domain/offices/setting-change.ts'
import type { SettingRule, SettingRules } from '../domain/offices/setting-rules.ts'
import { orderMisfit, settingMisfit, type SettingMisfit } from '../domain/offices/setting-shape.ts'
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

/** " of 1 to 7", " of at least 1" */
const sizeWords = ({ from = 0, to = Infinity }: SettingRule): string => {
  if (to < Infinity) return ` of ${from} to ${to}`
  return from > 0 ? ` of at least ${from}` : ''
}

const kindWords = (known: unknown, rule: SettingRule): string => {
  if (typeof known === 'number') return `a whole number from ${rule.from ?? 0} to ${rule.to ?? 100_000_000}`
  if (typeof known === 'boolean') return 'true or false'
  if (typeof known === 'string') return rule.to ? `a text${sizeWords(rule)} characters` : 'a text'
  return Array.isArray(known)
    ? `a list${sizeWords(rule)}${rule.once ? ', none of it twice' : ''}`
    : 'an object'
}

const shapeWords = ({ known, rule, beside }: SettingMisfit): string => {
  if (beside)
    return `${rule.moreThan === undefined ? 'at least' : 'more than'} ${beside.name}, which is ${JSON.stringify(beside.value)}`
  if (rule.oneOf) return `one of ${rule.oneOf.join(', ')}`
  if (rule.date) return 'a day like 2027-01-01'
  if (known === undefined) return 'left out: there is no such part'
  const example: unknown = Array.isArray(known) ? known.slice(0, 3) : known
  return `${kindWords(known, rule)}, like ${JSON.stringify(example)}`
}

const misfitWords = (misfit: SettingMisfit): string => `${misfit.path} should be ${shapeWords(misfit)}`

const problemOf = (setting: string, value: unknown, known: Values, rules: SettingRules): string | null => {
  const command = commandFor(setting)
  if (command !== null) return `${setting} is set by ${command}`
  if (!Object.hasOwn(known, setting))
    return `There is no setting ${setting}: the settings are ${Object.keys(editable(known)).join(', ')}`
  const misfit = settingMisfit(known[setting], value, setting, rules)
  return misfit && misfitWords(misfit)
}

/** What --file sets, each as a whole. @throws UsageError that names every setting that is none of these, or that it may not be */
const readSettings = async (context: AdminContext, known: Values, rules: SettingRules): Promise<Values> => {
  const text = (await context.readFile(option(context, 'file'))).replace(/^\uFEFF/, '')
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    given = null
  }
  const values = settingsFile.safeParse(given)
  if (!values.success) throw new UsageError('--file should be JSON, like {"feeCents": 500, "maxDays": 3}')
  const problems = Object.entries(values.data).map(([setting, value]) =>
    problemOf(setting, value, known, rules),
  )
  const told = problems.filter((problem) => problem !== null)
  if (told.length > 0) throw new UsageError(told.join('\n'))
  return values.data
}

/** Those of `values` that are not so already. */
const changedFrom = (before: Values, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([setting, value]) => !isDeepStrictEqual(value, before[setting])),
  )

/** Money as money: who types dollars where cents are asked sees it. */
const valueWords = (setting: string, value: unknown): string =>
  setting.endsWith('Cents') && typeof value === 'number'
    ? `${value} ($${(value / 100).toFixed(2)})`
    : JSON.stringify(value)

const changeWords = (setting: string, before: Values, after: Values): string =>
  isDeepStrictEqual(before[setting], after[setting])
    ? `  ${setting}: ${valueWords(setting, after[setting])}, as it is; a change before that day ends then`
    : `  ${setting}: ${valueWords(setting, before[setting])} -> ${valueWords(setting, after[setting])}`

const knownService = (context: AdminContext): Service => {
  const service = services.get(word(context, 1, 'SERVICE'))
  if (service) return service
  throw new UsageError(`SERVICE is one of ${[...services.keys()].join(', ')}`)
}

const todayAt = ({ city }: OfficeState): CivilDate => businessDay(Date.now(), city.zone)

const settingsOn = (state: OfficeState, service: Service, day: CivilDate): Values =>
  settingsOf({ ...state, businessDay: day }, service) as Values

/** Of what was set before a rule came. */
const misfitsOf = (service: Service, settings: Values): SettingMisfit[] => {
  const defaults = service.defaults as Values
  const rules = service.settingRules
  const alone = Object.keys(defaults).map((setting) =>
    settingMisfit(defaults[setting], settings[setting], setting, rules),
  )
  return [...alone, orderMisfit(settings, rules)].filter((misfit) => misfit !== null)
}

/** What is set for that day: of today, what is in force; of a later day only what it sets itself, since what is set before it may change. */
const setOn = (state: OfficeState, service: Service, day: CivilDate): Values =>
  day > todayAt(state)
    ? (state.serviceSettings[service.id]?.find(({ from }) => from === day)?.values ?? {})
    : settingsOn(state, service, day)

const changesAfter = (state: OfficeState, service: Service, day: CivilDate) =>
  (state.serviceSettings[service.id] ?? []).filter(({ from }) => from > day)

export const settingsCommands: Readonly<Record<string, AdminCommand>> = {
  'show-service': {
    usage: 'show-service OFFICE SERVICE',
    about: 'the fees, limits and days of a service as they are today, and what is to change later, as JSON',
    onlyReads: true,
    run: async (context) => {
      const state = await loadState(context.pool, await existingOffice(context))
      const service = knownService(context)
      const today = todayAt(state)
      const settings = settingsOn(state, service, today)
      context.say(json(editable(settings)))
      for (const { from, values } of changesAfter(state, service, today)) {
        context.say(`From ${from} on:`)
        context.say(json(editable(values)))
      }
      for (const misfit of misfitsOf(service, settings)) context.say(`In force, but ${misfitWords(misfit)}`)
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
      const given = await readSettings(context, service.defaults as Values, service.settingRules)
      const before = settingsOn(state, service, from)
      const values = changedFrom(setOn(state, service, from), given)
      const body = { service: service.id, from, values }
      const command = checked('change-service-settings', body, { from: '--from' })
      const misfit = changeMisfit(state, service, command.body)
      if (misfit)
        throw new UsageError(`${misfitWords(misfit)}${misfit.day > from ? ` on ${misfit.day}` : ''}`)
      if (from < today) throw new UsageError(`--from should be ${today}, which is today, or later`)
      if (Object.keys(values).length === 0) return context.say('It is so already: nothing is changed.')
      await context.give(officeId, command)
      context.say(`From ${from} on:`)
      for (const setting of Object.keys(values)) {
        const later = changesAfter(state, service, from).find((change) => setting in change.values)
        const until = later ? `, until ${later.from}: ${valueWords(setting, later.values[setting])}` : ''
        context.say(`${changeWords(setting, before, values)}${until}`)
      }
    },
  },
  'show-line': {
    usage: 'show-line OFFICE',
    about: 'how long a call, a hold and a ticket’s paper wait, as JSON',
    onlyReads: true,
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
      const values = changedFrom(before, await readSettings(context, before, {}))
      const after: LineSettings = { ...before, ...values }
      const command = checked('change-line-settings', { lineSettings: after }, {})
      if (Object.keys(values).length === 0) return context.say('It is so already: nothing is changed.')
      await context.give(officeId, command)
      for (const setting of Object.keys(values)) context.say(changeWords(setting, before, values))
    },
  },
}
