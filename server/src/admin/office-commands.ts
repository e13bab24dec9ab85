import { z } from 'zod'
import { commandSchemas } from '../contract/schemas.ts'
import type { CommandKind, Command } from '../domain/command.ts'
import { ensureOffice } from '../office/load-state.ts'
import { lineSettings } from './line-settings.ts'
import { existingOffice, listOption, option, UsageError, word, type AdminCommand } from './admin-command.ts'

/** Checked as at the edge of the server: what comes from a terminal is no better than what comes from a browser. */
const checked = (kind: CommandKind, body: unknown): Command => {
  const parsed = commandSchemas[kind].safeParse(body)
  if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
  return { kind, body: parsed.data } as Command
}

const officeIdPattern = /^[a-z0-9-]{1,64}$/

export const officeCommands: Readonly<Record<string, AdminCommand>> = {
  'init-office': {
    usage: 'init-office ID --name CITY --office NAME --address LINE --phone PHONE --zone IANA_ZONE',
    about: 'opens an office: one lobby with one line',
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
      const command = checked('open-office', { city, lineSettings })
      await ensureOffice(context.pool, officeId)
      await context.give(officeId, command)
      context.say(`The office ${officeId} is open.`)
    },
  },
  'add-printer': {
    usage: 'add-printer OFFICE ID --name NAME --device AGENT',
    about: 'a printer that an agent owns; the agent names it by the same ID',
    run: async (context) => {
      const printerId = word(context, 1, 'ID')
      const body = { printerId, name: option(context, 'name'), deviceId: option(context, 'device') }
      await context.give(await existingOffice(context), checked('add-printer', body))
      context.say(`The printer ${printerId} is added.`)
    },
  },
  'add-window': {
    usage: 'add-window OFFICE LABEL [--printer ID] [--lines SERVICE,SERVICE]',
    about: 'a window; without --lines it calls from every line',
    run: async (context) => {
      const label = word(context, 1, 'LABEL')
      const body = {
        label,
        printerId: context.options['printer'] ?? null,
        lines: listOption(context, 'lines'),
      }
      await context.give(await existingOffice(context), checked('add-window', body))
      context.say(`Window ${label} is added.`)
    },
  },
}
