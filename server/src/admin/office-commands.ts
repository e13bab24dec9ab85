import { ownWords } from '../contract/schemas.ts'
import { isAgentOf, kiosksWith } from '../devices/device-store.ts'
import { useOfWindow, windowsWith, type WindowUse } from '../domain/offices/window.ts'
import type { OfficeState, Opening } from '../domain/state.ts'
import { businessDay } from '../domain/time.ts'
import { ensureOffice, loadState } from '../office/load-state.ts'
import { lineSettings } from './line-settings.ts'
import { hoursWords, readHours } from './opening-hours.ts'
import { services } from '../services/index.ts'
import { importStreets } from '../services/yard-sale/import-streets.ts'
import { yardSale } from '../services/yard-sale/index.ts'
import { noTranslators } from '../services/translators.ts'
import {
  existingOffice,
  listOption,
  option,
  UsageError,
  word,
  type AdminCommand,
  type AdminContext,
} from './admin-command.ts'
import { checked, shouldBe } from './checked.ts'
import { nobodyCalls, windowNotices } from './window-notices.ts'
import {
  namedFields,
  noPrinter,
  refuseWrongWindow,
  windowCalled,
  windowLabel,
  windowWords,
} from './window-options.ts'

const translatorName = ownWords(80, 1)
const shownProblems = 20

/** Lists and names without a date of their own hold from ever since. */
const ever = '2000-01-01'

/** @throws UsageError where another name of the city is in force from a later date on: `--city` would have no effect */
const refuseOverridden = (state: OfficeState, cityName: string): void => {
  const today = businessDay(Date.now(), state.city.zone)
  const inForce = state.serviceSettings[yardSale.id]?.findLast(
    ({ from, values }) => from <= today && 'cityName' in values,
  )
  if (!inForce || inForce.from <= ever || inForce.values['cityName'] === cityName) return
  const name = JSON.stringify(inForce.values['cityName'])
  throw new UsageError(
    `--city has no effect: set-service made cityName ${name} from ${inForce.from} on. Change it there, and leave --city out`,
  )
}

const cityNames = {
  name: '--name',
  office: '--office',
  address: '--address',
  phone: '--phone',
  zone: '--zone',
}

const windowNames = { label: '--label', printerId: '--printer', lines: '--lines' }

/** Who sits at a window is one of the staff, or was. */
const nameOf = async ({ pool }: AdminContext, staffId: string | null): Promise<string | null> => {
  if (staffId === null) return null
  const { rows } = await pool.query<{ name: string }>('select name from staff where id = $1', [staffId])
  return rows[0]?.name ?? 'Somebody'
}

const useWords = (label: string, clerk: string | null): Record<WindowUse, string> => ({
  clerk: `${clerk} sits at window ${label}: they, or a supervisor, should close it first`,
  waiting: `Somebody waits for window ${label}: a clerk should send them to another line first`,
  till: `Window ${label} had a till today, whose papers name it: remove it tomorrow`,
})

const openingWords = (opening: Opening): string =>
  `--hours "${hoursWords(opening)}" --closed ${opening.closedDays.join(',') || 'none'}`

const officeIdPattern = /^[a-z0-9-]{1,64}$/

export const officeCommands: Readonly<Record<string, AdminCommand>> = {
  'init-office': {
    usage: 'init-office ID --name CITY --office NAME --address LINE --phone PHONE --zone IANA_ZONE',
    about: 'opens an office, which is one lobby with one line; ID is a word of your choice, like city-hall',
    run: async (context) => {
      const officeId = word(context, 0, 'ID')
      if (!officeIdPattern.test(officeId)) throw new UsageError('ID is lower-case letters, digits and dashes')
      const city = {
        name: option(context, 'name'),
        office: option(context, 'office'),
        address: option(context, 'address'),
        phone: option(context, 'phone'),
        zone: option(context, 'zone'),
      }
      const command = checked('open-office', { city, lineSettings }, cityNames)
      await ensureOffice(context.pool, officeId)
      await context.give(officeId, command)
      context.say(`The office ${officeId} is open.`)
      context.say(
        'Its fees, limits and dates are an example’s: show-service and set-service make them yours.',
      )
    },
  },
  'change-office': {
    usage: 'change-office OFFICE [--name CITY] [--office NAME] [--address LINE] [--phone PHONE]',
    about:
      'another name, address or phone for an office; what is not named stays as it is, and its zone always does',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const { zone: _, ...before } = (await loadState(context.pool, officeId)).city
      const { name, office, address, phone } = { ...before, ...context.options }
      const command = checked('change-office', { city: { name, office, address, phone } }, cityNames)
      const after = command.body.city
      const changed = (['name', 'office', 'address', 'phone'] as const).filter(
        (field) => after[field] !== before[field],
      )
      if (changed.length === 0) return context.say('It is so already: nothing is changed.')
      await context.give(officeId, command)
      for (const field of changed) context.say(`  ${field}: "${before[field]}" -> "${after[field]}"`)
    },
  },
  'add-printer': {
    usage: 'add-printer OFFICE ID --name NAME --device AGENT',
    about:
      'a printer that an agent owns, which names it by the same ID in its PRINTERS; one that is there already gets this name and agent',
    run: async (context) => {
      const printerId = word(context, 1, 'ID')
      const deviceId = option(context, 'device')
      const body = { printerId, name: option(context, 'name'), deviceId }
      if (printerId === noPrinter)
        throw new UsageError(`ID cannot be ${noPrinter}, which stands for no printer: choose another`)
      const officeId = await existingOffice(context)
      const command = checked('add-printer', body, { printerId: 'ID', name: '--name', deviceId: '--device' })
      if (!(await isAgentOf(context.pool, officeId, deviceId)))
        throw new UsageError(`There is no agent ${deviceId}: add-device first`)
      const before = (await loadState(context.pool, officeId)).printers[printerId]
      await context.give(officeId, command)
      context.say(
        before
          ? `The printer ${printerId} is changed: it was "${before.name}" of agent ${before.deviceId}.`
          : `The printer ${printerId} is added.`,
      )
    },
  },
  'remove-printer': {
    usage: 'remove-printer OFFICE ID',
    about: 'a printer is gone; what still prints there has to be changed first',
    run: async (context) => {
      const printerId = word(context, 1, 'ID')
      const officeId = await existingOffice(context)
      const state = await loadState(context.pool, officeId)
      const command = checked('remove-printer', { printerId }, { printerId: 'ID' })
      if (!state.printers[printerId])
        throw new UsageError(`There is no printer ${printerId}: list says which there are`)
      const windows = windowsWith(state, printerId).map(
        ({ label }) => `Window ${label} prints there: change-window it first`,
      )
      const kiosks = (await kiosksWith(context.pool, officeId, printerId)).map(
        (id) => `The kiosk ${id} prints there: change-device it first`,
      )
      if (windows.length + kiosks.length > 0) throw new UsageError([...windows, ...kiosks].join('\n'))
      await context.give(officeId, command)
      context.say(`The printer ${printerId} is removed. Take it out of its agent’s PRINTERS too.`)
    },
  },
  'add-window': {
    usage: 'add-window OFFICE LABEL [--printer ID] [--lines SERVICE,SERVICE]',
    about: 'a window, known to everyone by its LABEL; without --lines it calls from every line',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const body = { printerId: null, lines: null, ...namedFields(context), label: windowLabel(context) }
      const command = checked('add-window', body, { ...windowNames, label: 'LABEL' })
      refuseWrongWindow(await loadState(context.pool, officeId), command.body, { services })
      await context.give(officeId, command)
      context.say(`Window ${command.body.label} is added.`)
    },
  },
  'change-window': {
    usage: 'change-window OFFICE LABEL [--label NEW] [--printer ID|none] [--lines SERVICE,SERVICE|all]',
    about: 'another label, printer or lines for a window, at any time; what is not named stays as it is',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const state = await loadState(context.pool, officeId)
      const before = windowCalled(state, windowLabel(context))
      const { id: windowId, label, printerId, lines } = before
      const named = namedFields(context)
      if (Object.keys(named).length === 0)
        throw new UsageError(
          `Say what to change: --label, --printer or --lines. Window ${label} is ${windowWords(before)}.`,
        )
      const body = { windowId, label, printerId, lines, ...named }
      const command = checked('change-window', body, windowNames)
      const after = { ...before, ...command.body }
      refuseWrongWindow(state, after, { services, windowId })
      await context.give(officeId, command)
      const now = after.label === label ? 'changed: it is' : `window ${after.label} now,`
      context.say(`Window ${label} is ${now} ${windowWords(after)}.`)
      const clerk = await nameOf(context, before.clerkId)
      for (const notice of windowNotices({ state, before, after, services, clerk })) context.say(notice)
    },
  },
  'remove-window': {
    usage: 'remove-window OFFICE LABEL',
    about: 'a window is gone, once nobody sits there or waits for it; its label is free for another one',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const loaded = await loadState(context.pool, officeId)
      const state = { ...loaded, businessDay: businessDay(Date.now(), loaded.city.zone) }
      const before = windowCalled(state, windowLabel(context))
      const { id: windowId, label } = before
      const use = useOfWindow(state, windowId)
      const clerk = await nameOf(context, before.clerkId)
      if (use) throw new UsageError(useWords(label, clerk)[use])
      await context.give(officeId, checked('remove-window', { windowId }, {}))
      context.say(`Window ${label} is removed.`)
      const notice = nobodyCalls({ state, before, after: { ...before, lines: [] }, services })
      if (notice) context.say(notice)
    },
  },
  'show-hours': {
    usage: 'show-hours OFFICE',
    about: 'when the counter is open and on which days it is not, as set-hours takes it',
    onlyReads: true,
    run: async (context) => {
      const { opening } = await loadState(context.pool, await existingOffice(context))
      context.say(openingWords(opening))
    },
  },
  'set-hours': {
    usage: 'set-hours OFFICE [--hours WEEK] [--closed DAYS|none]',
    about:
      'when the counter is open, on which days it is not; outside them the kiosk says when it opens; what is not named stays as it is',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const { hours, closed } = context.options
      const { opening: before } = await loadState(context.pool, officeId)
      if (hours === undefined && closed === undefined)
        throw new UsageError(`Say what to change: --hours or --closed. It is ${openingWords(before)}`)
      const week = hours === undefined ? before.week : readHours(hours)
      if (week === undefined) throw new UsageError(`--hours should be ${shouldBe['week']}`)
      const closedDays =
        closed === undefined ? before.closedDays : closed === 'none' ? [] : listOption(context, 'closed')
      const command = checked(
        'change-opening',
        { opening: { week, closedDays } },
        { week: '--hours', closedDays: '--closed' },
      )
      await context.give(officeId, command)
      context.say(`It was ${openingWords(before)}`)
      context.say(`It is ${openingWords(command.body.opening)}`)
    },
  },
  'load-streets': {
    usage: 'load-streets OFFICE FILE.csv [--city CITY]',
    about:
      'the city’s streets, for suggestions and to tell who lives in it: street,from,to,side,city as columns; replaces the list',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const { streets, problems } = importStreets(await context.readFile(word(context, 1, 'FILE.csv')))
      for (const { line, code } of problems.slice(0, shownProblems))
        context.say(`Line ${line}: ${code}; left out.`)
      if (problems.length > shownProblems)
        context.say(`${problems.length - shownProblems} more lines are left out.`)
      if (streets.length === 0) throw new UsageError('FILE.csv has no street: the list stays as it was')
      const cityName = context.options['city']
      if (cityName !== undefined) refuseOverridden(await loadState(context.pool, officeId), cityName)
      const values = { streets, ...(cityName === undefined ? {} : { cityName }) }
      const body = { service: yardSale.id, from: ever, values }
      await context.give(officeId, checked('change-service-settings', body, {}))
      context.say(`${streets.length} streets are in.`)
    },
  },
  'record-translator': {
    usage: 'record-translator OFFICE LANGUAGE --name NAME',
    about:
      'who reviewed declarations and oath in es, zh-Hans, tl or vi; until then they are marked as not reviewed',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const setting = `translator:${word(context, 1, 'LANGUAGE')}`
      if (!(setting in noTranslators)) throw new UsageError('LANGUAGE is one of es, zh-Hans, tl, vi')
      const name = translatorName.safeParse(option(context, 'name'))
      if (!name.success) throw new UsageError('--name should be a name of at most 80 characters')
      for (const { id, defaults } of services.values()) {
        if (!(setting in defaults)) continue
        const body = { service: id, from: ever, values: { [setting]: name.data } }
        await context.give(officeId, checked('change-service-settings', body, {}))
      }
      context.say(`${name.data} is recorded as the translator.`)
    },
  },
}
