import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

export interface Configuration {
  /** the demo city on a PostgreSQL of our own, or a city's own database */
  mode: 'demo' | 'production'
  host: string
  port: number
  dataDir: string
  databaseUrl: string | null
  /** as browsers and phones reach the server, without a slash at the end */
  publicUrl: string
  /** whose `x-forwarded-for` is believed */
  trustedProxies: readonly string[]
  paperPort: number
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

const loopbackNames = ['localhost', '127.0.0.1', '::1']

export const isLoopback = (host: string): boolean => loopbackNames.includes(host)

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')

/** Over the network in clear: passwords and answers can be read on the way. */
export const isInClear = ({ publicUrl }: Pick<Configuration, 'publicUrl'>): boolean =>
  publicUrl.startsWith('http:') && !isLoopback(hostOf(publicUrl))

const port = (fallback: number) =>
  z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: 'a port number from 0 to 65535',
    })
    .transform(Number)
    .default(fallback)

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const isProxy = (proxy: string): boolean => {
  if (proxy === 'loopback') return true
  const [address = '', bits, ...more] = proxy.split('/')
  const family = isIP(address)
  const longest = family === 6 ? 128 : 32
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= longest)
  return family !== 0 && more.length === 0 && fits
}

const variables = z.object({
  PORT: port(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'an address like postgres://user:password@host:5432/lobbyline',
    })
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address like https://lobby.example.gov' })
    .refine((url) => !URL.canParse(url) || `${new URL(url).origin}/` === new URL(url).href, {
      error: 'an address without a path, like https://lobby.example.gov',
    })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .refine((addresses) => addresses.every(isProxy), {
      error: 'addresses, networks or "loopback", separated by commas, like 10.0.0.0/8,loopback',
    }),
  PAPER_PORT: port(8081),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).optional(),
})

const wrong = ({ issues }: z.ZodError): ConfigurationError =>
  new ConfigurationError(
    issues.map(({ path, message }) => `${String(path[0])} should be ${message}`).join('\n'),
  )

/** For what needs nothing but the database. @throws ConfigurationError */
export const readDatabaseUrl = (environment: Readonly<Record<string, string | undefined>>): string => {
  const { DATABASE_URL } = environment
  const parsed = variables.pick({ DATABASE_URL: true }).safeParse(DATABASE_URL ? { DATABASE_URL } : {})
  if (!parsed.success) throw wrong(parsed.error)
  if (parsed.data.DATABASE_URL === undefined)
    throw new ConfigurationError(
      'DATABASE_URL should be the address of the city’s database; the demo city sets itself up',
    )
  return parsed.data.DATABASE_URL
}

/**
 * Reads every variable at once; an empty one counts as not set.
 * @throws ConfigurationError that names each wrong variable and says what it should be
 */
export const readConfiguration = (
  environment: Readonly<Record<string, string | undefined>>,
): Configuration => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in variables.shape && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) throw wrong(parsed.error)
  const { data } = parsed
  const mode = data.DATABASE_URL === undefined ? 'demo' : 'production'
  if (mode === 'demo' && !isLoopback(data.HOST))
    throw new ConfigurationError(
      `HOST should be one of ${loopbackNames.join(', ')} in the demo, whose passwords are public; for a city, set DATABASE_URL`,
    )
  if (mode === 'demo' && data.PUBLIC_URL !== undefined && !isLoopback(hostOf(data.PUBLIC_URL)))
    throw new ConfigurationError(
      'DATABASE_URL should be set for a city; without it this is the demo, whose passwords are public, and PUBLIC_URL should be this machine’s',
    )
  if (mode === 'demo' && data.TRUSTED_PROXIES.length > 0)
    throw new ConfigurationError(
      'DATABASE_URL should be set for a city; without it this is the demo, which no proxy should let others see: leave TRUSTED_PROXIES out',
    )
  if (mode === 'production' && data.PUBLIC_URL === undefined)
    throw new ConfigurationError(
      'PUBLIC_URL should be the address that browsers and phones use, like https://lobby.example.gov',
    )
  if (mode === 'demo' && data.PORT === data.PAPER_PORT && data.PORT !== 0)
    throw new ConfigurationError('PAPER_PORT should be another port than PORT')
  return {
    mode,
    host: data.HOST,
    port: data.PORT,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL ?? null,
    publicUrl: new URL(data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).origin,
    trustedProxies: data.TRUSTED_PROXIES,
    paperPort: data.PAPER_PORT,
    logLevel: data.LOG_LEVEL ?? (mode === 'demo' ? 'warn' : 'info'),
  }
}
