import { z } from 'zod'
import { createClient, paths, protocolVersion, type Client } from '../contract.ts'
import { fine, missing, type Finding } from './finding.ts'

const patienceMs = 5_000
const mark = 'DEVICE_TOKEN (deviceToken)'
const addDevice = 'npm run admin -- add-device OFFICE ID --kind agent --name NAME'

const pathOf = (at: string): string => at.slice(at.indexOf(' ') + 1)

const reasonOf = (error: unknown): string =>
  error instanceof Error ? String(error.cause instanceof Error ? error.cause.message : error.message) : ''

const addressFinding = async (serverUrl: string): Promise<Finding> => {
  const away = (reason: string): Finding =>
    missing(`${serverUrl} does not answer (${reason})`, 'check the address, the network and the server')
  try {
    const { ok, status, headers } = await fetch(new URL(pathOf(paths.health), serverUrl), {
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const elsewhere = status >= 300 && status < 400 ? headers.get('location') : null
    if (elsewhere !== null)
      return missing(
        `${serverUrl} only points to ${new URL(elsewhere, serverUrl).origin}; the agent follows nobody with its token`,
        'write that address as SERVER_URL (serverUrl)',
      )
    return ok ? fine(`${serverUrl} answers`) : away(`it answers ${status}`)
  } catch (error) {
    return away(reasonOf(error))
  }
}

const documentSchema = z.object({ info: z.object({ title: z.literal('Lobbyline'), version: z.string() }) })

/** null: the server speaks as this agent does. */
const versionFinding = async (client: Client): Promise<Finding | null> => {
  const asked = await client.query('openApi', {})
  const document = documentSchema.safeParse(asked.ok ? asked.value : null)
  if (!document.success)
    return missing(
      'it does not say which version of Lobbyline it is',
      'check the address: another program may answer there',
    )
  const { version } = document.data.info
  return version === String(protocolVersion)
    ? null
    : missing(
        `it is of another version of Lobbyline (protocol ${version}, this agent ${protocolVersion}), and lets this agent not in`,
        'install the same version on the server and on this machine',
      )
}

const tokenFinding = async (client: Client, token: string): Promise<Finding> => {
  const asked = await client.query('enrollDevice', { body: { token } })
  if (asked.ok) {
    const { kind, deviceId } = asked.value
    if (kind === 'agent') return fine(`it knows this ${mark} as that of the agent ${deviceId}`)
    return missing(
      `this ${mark} is that of the ${kind} ${deviceId}, not of an agent`,
      `write the agent's own; if there is none yet, on the server: ${addDevice}`,
    )
  }
  const { code } = asked.error
  if (code === 'unauthenticated' || code === 'invalid-body')
    return missing(
      `it does not know this ${mark}: it is wrong, or was renewed or revoked`,
      [
        'copy it whole, as the server gave it; if it is lost, on the server: npm run admin -- renew-token ID',
        `if the device is not there or was revoked: ${addDevice}`,
        '(npm run admin -- list shows what is there, security-events whose token this was)',
      ].join('\n'),
    )
  return missing(
    `it could not say whether it knows this ${mark} (${code})`,
    'ask again in a minute; if it stays so, look into the log of the server',
  )
}

/**
 * Whether the server is there, speaks as this agent does, and knows its token. Nothing here opens the live connection: the handshake
 * would take the device from the agent that serves it. To enroll an agent changes nothing, the server only looks its token up; one
 * that it does not know is written down there, as it is when an agent shows it.
 */
export const serverFindings = async (config: {
  serverUrl: string
  deviceToken: string
}): Promise<Finding[]> => {
  const address = await addressFinding(config.serverUrl)
  if (address.mark === 'missing') return [address]
  const client = createClient({
    base: new URL(config.serverUrl).origin,
    timeoutMs: patienceMs,
    fetch: (at, init) => fetch(at, { ...init, redirect: 'error' }),
  })
  return [address, (await versionFinding(client)) ?? (await tokenFinding(client, config.deviceToken))]
}
