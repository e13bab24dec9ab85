import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { text } from '../contract/schemas.ts'
import { enrollDevice, revokeDevice } from '../devices/device-store.ts'
import { minPasswordLength } from '../staff/password.ts'
import { newSecretToken } from '../staff/secret-token.ts'
import { addStaff, setPassword } from '../staff/staff-store.ts'
import {
  existingOffice,
  option,
  UsageError,
  word,
  type AdminCommand,
  type AdminContext,
} from './admin-command.ts'

const rolesSchema = z.array(z.enum(['clerk', 'supervisor', 'oath', 'admin'])).min(1)
const kindSchema = z.enum(['kiosk', 'display', 'agent'])
const nameSchema = text(60, 1)
const loginSchema = z.string().regex(/^[a-z0-9._@-]{1,60}$/)
const idSchema = z.string().regex(/^[a-z0-9-]{1,64}$/)

const fit = <Value>(schema: z.ZodType<Value>, value: unknown, name: string): Value => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new UsageError(`${name}: ${parsed.error.issues[0]?.message ?? 'does not fit'}`)
  return parsed.data
}

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

export const accessCommands: Readonly<Record<string, AdminCommand>> = {
  'add-staff': {
    usage: 'add-staff OFFICE LOGIN --name NAME --roles clerk,supervisor,oath,admin [--password-stdin]',
    about: 'someone who signs in at the staff console',
    run: async (context) => {
      const officeId = await existingOffice(context)
      const login = fit(loginSchema, word(context, 1, 'LOGIN').toLowerCase(), 'LOGIN')
      const name = fit(nameSchema, option(context, 'name'), '--name')
      const roles = fit(rolesSchema, option(context, 'roles').split(','), '--roles')
      const { password, shown } = await newPassword(context)
      const added = await addStaff(context.pool, { id: randomUUID(), officeId, login, name, roles, password })
      if (!added) throw new UsageError(`Someone signs in as ${login} already`)
      context.say(`${name} may sign in as ${login}.${shown}`)
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
  'add-device': {
    usage: 'add-device OFFICE ID --kind kiosk|display|agent --name NAME [--printer ID]',
    about: 'a kiosk, a display or an agent; given again, it gets a new token and the old one ends',
    run: async (context) => {
      const device = {
        officeId: await existingOffice(context),
        id: fit(idSchema, word(context, 1, 'ID'), 'ID'),
        kind: fit(kindSchema, option(context, 'kind'), '--kind'),
        name: fit(nameSchema, option(context, 'name'), '--name'),
        printerId: context.options['printer'] ?? null,
        token: newSecretToken(),
      }
      if (!(await enrollDevice(context.pool, device)))
        throw new UsageError(`${device.id} is a device of another kind or office: choose another ID`)
      context.say(`The ${device.kind} ${device.id} is enrolled. Its token, shown only now: ${device.token}`)
      if (device.kind !== 'agent') context.say(`Open /${device.kind}#device=${device.token} on it once.`)
    },
  },
  'revoke-device': {
    usage: 'revoke-device ID',
    about: 'its token opens nothing any more',
    run: async (context) => {
      const id = word(context, 0, 'ID')
      if (!(await revokeDevice(context.pool, id))) throw new UsageError(`There is no device ${id} in use`)
      context.say(`The device ${id} is revoked.`)
    },
  },
}
