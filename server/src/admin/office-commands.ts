import { commandSchemas, text } from '../contract/schemas.ts'
import type { CommandKind, Command } from '../domain/command.ts'
import { ensureOffice } from '../office/load-state.ts'
import { lineSettings } from './line-settings.ts'
import { services } from '../services/index.ts'
import { noTranslators } from '../services/translators.ts'
import { existingOffice, listOption, option, UsageError, word, type AdminCommand } from './admin-command.ts'

/** What the fields of a command are called at a terminal, and what fits there where that is not plain to see. */
const shouldBe: Readonly<Record<string, string>> = {
  zone: 'a time zone by its IANA name, like America/Los_Angeles',
  name: 'a name of at most 60 characters',
  office: 'a name of at most 60 characters',
  deviceId: 'the ID of an agent: lower-case letters, digits and dashes',
  printerId: 'the ID of a printer: lower-case letters, digits and dashes',
  lines: 'services with commas between them, like pet-tag,bus-pass,other',
}

/** Checked as at the edge of the server: what comes from a terminal is no better than what comes from a browser. */
const checked = (kind: CommandKind, body: unknown, names: Readonly<Record<string, string>>): Command => {
  const parsed = commandSchemas[kind].safeParse(body)
  if (parsed.success) return { kind, body: parsed.data } as Command
  const problems = parsed.error.issues.map(({ path, message }) => {
    const field = String(path.findLast((part) => typeof part === 'string' && part in names) ?? path.at(-1))
    return `${names[field] ?? field} should be ${shouldBe[field] ?? `something else: ${message}`}`
  })
  throw new UsageError([...new Set(problems)].join('\n'))
}

const translatorName = text(80, 1)

const cityNames = {
  name: '--name',
  office: '--office',
  address: '--address',
  phone: '--phone',
  zone: '--zone',
}

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
    },
  },
  'add-printer': {
    usage: 'add-printer OFFICE ID --name NAME --device AGENT',
    about: 'a printer that an agent owns; the agent names it by the same ID in its PRINTERS',
    run: async (context) => {
      const printerId = word(context, 1, 'ID')
      const body = { printerId, name: option(context, 'name'), deviceId: option(context, 'device') }
      await context.give(
        await existingOffice(context),
        checked('add-printer', body, { printerId: 'ID', name: '--name', deviceId: '--device' }),
      )
      context.say(`The printer ${printerId} is added.`)
    },
  },
  'add-window': {
    usage: 'add-window OFFICE LABEL [--printer ID] [--lines SERVICE,SERVICE]',
    about: 'a window, known to everyone by its LABEL; without --lines it calls from every line',
    run: async (context) => {
      const label = word(context, 1, 'LABEL')
      const body = {
        label,
        printerId: context.options['printer'] ?? null,
        lines: listOption(context, 'lines'),
      }
      await context.give(
        await existingOffice(context),
        checked('add-window', body, { label: 'LABEL', printerId: '--printer', lines: '--lines' }),
      )
      context.say(`Window ${label} is added.`)
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
        const body = { service: id, from: '2000-01-01', values: { [setting]: name.data } }
        await context.give(officeId, checked('change-service-settings', body, {}))
      }
      context.say(`${name.data} is recorded as the translator.`)
    },
  },
}
