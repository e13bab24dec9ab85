import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { profileNames } from './escpos/profile.ts'
import { keypadActions } from './contract.ts'
import { parsePrinterAddress } from './printer/address.ts'

const printerSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-z-]{1,64}$/, 'lower-case letters, digits and dashes'),
  name: z.string().min(1).max(60).optional(),
  transport: z
    .string()
    .refine(
      (address) => parsePrinterAddress(address) !== null,
      'an address like tcp://192.168.1.50:9100, usb:/dev/usb/lp0 or serial:/dev/ttyUSB0?baud=38400',
    ),
  profile: z.enum(profileNames).default('epson-tm-t20'),
  drawerOpenIs: z.enum(['high', 'low']).optional(),
})

const usbId = z
  .string()
  .regex(/^[0-9a-f]{4}$/i, 'four digits like 0c2e')
  .transform((digits) => Number.parseInt(digits, 16))

export const placeSchema = z
  .string()
  .regex(/^(window:.{1,12}|kiosk:[0-9a-z-]{1,64})$/, 'window:3 or kiosk:the-id-of-the-kiosk')

const deviceSchema = z.strictObject({
  kind: z.enum(['scanner', 'keypad', 'light']),
  at: placeSchema,
  vendorId: usbId.optional(),
  productId: usbId.optional(),
  serialNumber: z.string().min(1).max(100).optional(),
  keys: z.partialRecord(z.enum(keypadActions), z.int().min(4).max(255)).optional(),
})

const configSchema = z.strictObject({
  serverUrl: z.url({ protocol: /^https?$/, error: 'an address like https://lobby.example.gov' }),
  deviceToken: z.string({ error: 'the token that enrolling this device gave' }).min(1),
  dataDir: z.string({ error: 'a folder that this agent may write to' }).min(1),
  printers: z.array(printerSchema, { error: 'a list of {"id", "transport", "profile"}' }).min(1),
  logo: z.string().min(1).optional(),
  devices: z.array(deviceSchema, { error: 'a list of {"kind", "at"}' }).optional(),
})

export type AgentConfig = z.infer<typeof configSchema>
export type PrinterConfig = AgentConfig['printers'][number]

export class ConfigError extends Error {}

const variables = {
  serverUrl: 'SERVER_URL',
  deviceToken: 'DEVICE_TOKEN',
  dataDir: 'DATA_DIR',
  printers: 'PRINTERS',
  devices: 'DEVICES',
  logo: 'LOGO',
} as const

const variableOf = (field: PropertyKey | undefined): string =>
  Object.entries(variables).find(([name]) => name === field)?.[1] ?? String(field)

const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ConfigError(`${name} is not valid JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

const explain = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path: [field, ...rest], message }) => {
      const place = rest.length === 0 ? '' : ` at ${rest.join('.')}`
      return field === undefined ? message : `${variableOf(field)} (${String(field)})${place}: ${message}`
    })
    .join('\n')

export const parseConfig = (value: unknown): AgentConfig => {
  const result = configSchema.safeParse(value)
  if (!result.success) throw new ConfigError(explain(result.error))
  const ids = result.data.printers.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new ConfigError(`PRINTERS (printers): the id ${twice} is given twice`)
  const taken = new Map<string, string>()
  for (const { id, transport } of result.data.printers) {
    const place = transport.replace(/\?.*/, '')
    const other = taken.get(place)
    if (other !== undefined)
      throw new ConfigError(`PRINTERS (printers): ${other} and ${id} are at the same address, ${place}`)
    taken.set(place, id)
  }
  return result.data
}

type Environment = Readonly<Record<string, string | undefined>>

/** From the JSON file named by `CONFIG_FILE`, if any, each variable that is set taking the place of its field. */
export const readConfig = async (env: Environment): Promise<AgentConfig> => {
  const file = env['CONFIG_FILE']
  const text = file === undefined ? '{}' : await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new ConfigError(`CONFIG_FILE: cannot read ${file}`)
  const fromFile = parseJson(text, 'CONFIG_FILE')
  const fromEnv = Object.entries(variables).flatMap(([field, name]) => {
    const value = env[name]
    if (value === undefined) return []
    return [[field, field === 'printers' || field === 'devices' ? parseJson(value, name) : value]]
  })
  return parseConfig({ ...Object(fromFile), ...Object.fromEntries(fromEnv) })
}
