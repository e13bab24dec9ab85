import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ownWords } from '../contract/schemas.ts'
import {
  changeDevice,
  deviceInUse,
  enrollDevice,
  printersAt,
  renewToken,
  revokeDevice,
  type DeviceKind,
} from '../devices/device-store.ts'
import { minPasswordLength } from '../staff/password.ts'
import { newSecretToken } from '../staff/secret-token.ts'
import type { Role } from '../domain/command.ts'
import {
  addStaff,
  changeStaff,
  isFormerStaff,
  removeStaff,
  restoreStaff,
  setPassword,
} from '../staff/staff-store.ts'
import {
  existingOffice,
  listOption,
  option,
  UsageError,
  word,
  type AdminCommand,
  type AdminContext,
} from './admin-command.ts'
import { noPrinter } from './window-options.ts'

const roleNames = ['clerk', 'supervisor', 'oath', 'admin'] as const

const rolesSchema = z.array(z.enum(roleNames)).min(1)
const kindSchema = z.enum(['kiosk', 'display', 'agent'])
const nameSchema = ownWords(60, 1)
const loginSchema = z.string().regex(/^[a-z0-9._@-]{1,60}$/)
const idSchema = z.string().regex(/^[a-z0-9-]{1,64}$/)

const fit = <Value>(schema: z.ZodType<Value>, value: unknown, name: string, shouldBe: string): Value => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new UsageError(`${name} should be ${shouldBe}`)
  return parsed.data
}

const isName = 'a name of 1 to 60 characters, with no card’s number in it'
const isId = 'lower-case letters, digits and dashes, 64 at most'

const rolesOf = (context: AdminContext): Role[] =>
  fit(
    rolesSchema,
    listOption(context, 'roles') ?? [],
    '--roles',
    `some of ${roleNames.join(',')}, with commas between them`,
  )

/** One line of standard input when it is asked for, else a new one that is shown this once: never an argument, which others can see. */
const newPassword = async (context: AdminContext): Promise<{ password: string; shown: string }> => {
  if (!('password-stdin' in context.options)) {
    const password = randomBytes(12).toString('base64url')
    return { password, shown: ` Password, shown only now: ${password}` }
  }
  const password = (await context.readInput()).split(/\r?\n/, 1)[0] ?? ''
  if (password.length < minPasswordLength || password.length > 200)
    throw new UsageError(`A password has at least ${minPasswordLength} characters`)
  return { password, shown: '' }
}

const tokenWords = (kind: DeviceKind, token: string): string =>
  kind === 'agent'
    ? `Its DEVICE_TOKEN, shown only now: ${token}`
    : `Its token, shown only now: ${token}\nOpen PUBLIC_URL/${kind}#device=${token} on it once, with the address of your server.`

/** Its tickets would come out nowhere, and nobody would be told. */
const refuseUnknownPrinter = async (
  { pool }: AdminContext,
  { officeId, printerId }: { officeId: string; printerId: string | null },
): Promise<void> => {
  if (printerId === null) return
  const { rowCount } = await pool.query('select from printer where office = $1 and id = $2', [
    officeId,
    printerId,
  ])
  if (rowCount === 0) throw new UsageError(`There is no printer ${printerId}: add-printer first`)
}

export const accessCommands: Readonly<Record<string, AdminCommand>> = {
  'add-staff': {
    usage: 'add-staff OFFICE LOGIN --name NAME --roles clerk,supervisor,oath,admin [--password-stdin]',
    about: 'someone who signs in at the staff console',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const login = fit(
        loginSchema,
        word(context, 1, 'LOGIN').toLowerCase(),
        'LOGIN',
        'letters, digits and . _ @ -, 60 at most',
      )
      const name = fit(nameSchema, option(context, 'name'), '--name', isName)
      const roles = rolesOf(context)
      const { password, shown } = await newPassword(context)
      const added = await addStaff(context.pool, { id: randomUUID(), officeId, login, name, roles, password })
      if (!added)
        throw new UsageError(
          (await isFormerStaff(context.pool, login))
            ? `${login} is the login of someone who was removed: restore-staff brings them back, anybody else needs another`
            : `Someone signs in as ${login} already`,
        )
      context.say(`${name} may sign in as ${login}.${shown}`)
    },
  },
  'change-staff': {
    usage: 'change-staff LOGIN [--name NAME] [--roles clerk,supervisor,oath,admin]',
    about: 'another name or other roles for someone, who stays signed in; what is not named stays as it is',
    run: async (context) => {
      const login = word(context, 0, 'LOGIN')
      const { name, roles } = context.options
      if (name === undefined && roles === undefined)
        throw new UsageError('Say what to change: --name or --roles')
      const changed = await changeStaff(context.pool, login, {
        ...(name === undefined ? {} : { name: fit(nameSchema, name, '--name', isName) }),
        ...(roles === undefined ? {} : { roles: rolesOf(context) }),
      })
      if (!changed) throw new UsageError(`Nobody signs in as ${login}`)
      context.say(`${login} is ${changed.name} now: ${changed.roles.join(', ')}.`)
    },
  },
  'set-password': {
    usage: 'set-password LOGIN [--password-stdin]',
    about: 'a new password, which ends the sessions of the old one',
    run: async (context) => {
      const login = word(context, 0, 'LOGIN')
      const { password, shown } = await newPassword(context)
      if (!(await setPassword(context.pool, login, password)))
        throw new UsageError(`Nobody signs in as ${login}`)
      context.say(`The password of ${login} is changed.${shown}`)
    },
  },
  'remove-staff': {
    usage: 'remove-staff LOGIN',
    about: 'someone leaves: their login and sessions end now, their name stays with what they did',
    run: async (context) => {
      const login = word(context, 0, 'LOGIN')
      const left = await removeStaff(context.pool, login)
      if (!left) throw new UsageError(`Nobody signs in as ${login}`)
      context.say(`${left.name} does not sign in as ${login} any more.`)
      if (left.window !== null)
        context.say(
          `They still sit at window ${left.window}: a supervisor should take over whoever is in front and close it, under "Windows and colleagues".`,
        )
      if (left.openTills > 0) context.say('Their till is still open: a supervisor should count and close it.')
    },
  },
  'restore-staff': {
    usage: 'restore-staff LOGIN [--password-stdin]',
    about: 'someone who was removed is back, with a new password and the roles they had',
    run: async (context) => {
      const login = word(context, 0, 'LOGIN')
      const { password, shown } = await newPassword(context)
      if (!(await restoreStaff(context.pool, login, password)))
        throw new UsageError(`Nobody who was removed has the login ${login}`)
      context.say(`${login} may sign in again.${shown}`)
    },
  },
  'add-device': {
    usage: 'add-device OFFICE ID --kind kiosk|display|agent --name NAME [--printer ID]',
    about:
      'a kiosk, a display or an agent beside printers; for a kiosk, --printer is where its tickets come out',
    run: async (context) => {
      const device = {
        officeId: await existingOffice(context),
        id: fit(idSchema, word(context, 1, 'ID'), 'ID', isId),
        kind: fit(kindSchema, option(context, 'kind'), '--kind', 'one of kiosk, display, agent'),
        name: fit(nameSchema, option(context, 'name'), '--name', isName),
        printerId: fit(idSchema.nullable(), context.options['printer'] ?? null, '--printer', isId),
        token: newSecretToken(),
      }
      if (await deviceInUse(context.pool, device.id))
        throw new UsageError(
          `There is a device ${device.id} already: change-device changes it, renew-token gives it a new token`,
        )
      await refuseUnknownPrinter(context, device)
      if (!(await enrollDevice(context.pool, device)))
        throw new UsageError(`${device.id} is a device of another kind or office: choose another ID`)
      context.say(`The ${device.kind} ${device.id} is enrolled. ${tokenWords(device.kind, device.token)}`)
      if (device.kind !== 'kiosk') return
      const printerId = (await deviceInUse(context.pool, device.id))?.printerId ?? null
      context.say(
        printerId === null
          ? 'It has no printer: tickets are on its screen only, until change-device names one.'
          : `Its tickets come out of ${printerId}.`,
      )
    },
  },
  'change-device': {
    usage: 'change-device ID [--name NAME] [--printer ID|none]',
    about:
      'another name, or for a kiosk another printer, without a new token; what is not named stays as it is',
    run: async (context) => {
      const id = word(context, 0, 'ID')
      const { name, printer } = context.options
      if (name === undefined && printer === undefined)
        throw new UsageError('Say what to change: --name or --printer')
      const device = await deviceInUse(context.pool, id)
      if (!device) throw new UsageError(`There is no device ${id} in use`)
      if (printer !== undefined && device.kind !== 'kiosk')
        throw new UsageError(`${id} is no kiosk: a window’s printer is set by change-window`)
      const printerId =
        printer === noPrinter ? null : fit(idSchema.optional(), printer, '--printer', `${isId}; or none`)
      if (printerId) await refuseUnknownPrinter(context, { officeId: device.officeId, printerId })
      const change = {
        ...(name === undefined ? {} : { name: fit(nameSchema, name, '--name', isName) }),
        ...(printerId === undefined ? {} : { printerId }),
      }
      await changeDevice(context.pool, id, change)
      context.say(`The ${device.kind} ${id} is changed.`)
    },
  },
  'renew-token': {
    usage: 'renew-token ID',
    about:
      'a new token for a device; the old one opens nothing any more, and its connections end within seconds',
    run: async (context) => {
      const id = word(context, 0, 'ID')
      const token = newSecretToken()
      const kind = await renewToken(context.pool, id, token)
      if (!kind) throw new UsageError(`There is no device ${id} in use`)
      context.say(`The ${kind} ${id} has a new token. ${tokenWords(kind, token)}`)
    },
  },
  'revoke-device': {
    usage: 'revoke-device ID',
    about: 'a device is gone: its token opens nothing any more; add-device brings it back, where it was',
    run: async (context) => {
      const id = word(context, 0, 'ID')
      if (!(await revokeDevice(context.pool, id))) throw new UsageError(`There is no device ${id} in use`)
      context.say(`The device ${id} is revoked.`)
      const printers = await printersAt(context.pool, id)
      if (printers.length > 0)
        context.say(
          `Nothing is printed at ${printers.join(', ')} any more: add-printer gives each to another agent.`,
        )
    },
  },
}
