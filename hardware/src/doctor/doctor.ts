import { appendFile, mkdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { AgentConfig } from '../config.ts'
import { readLogo } from '../escpos/logo.ts'
import { profiles } from '../escpos/profile.ts'
import { FolderTakenError, FolderUnusableError, takeFolder } from '../data-folder.ts'
import type { HidPort } from '../hid/hid-port.ts'
import type { Transport } from '../printer/transport.ts'
import { fine, missing, type Finding, type Section } from './finding.ts'
import { hidFindings } from './hid-findings.ts'
import { checkPrinter, type PrinterChecks } from './printer-check.ts'
import { serverFindings } from './server-check.ts'
import { serialFindings, serialPorts, usbFindings, usbPrinters } from './system-ports.ts'

export interface DoctorOptions {
  /** or what is wrong with it: then only the machine is looked at */
  config: AgentConfig | { problems: readonly string[] }
  checks: PrinterChecks
  hid: HidPort
  transportOf: (address: string) => Transport
}

const logoFinding = async ({ logo }: AgentConfig): Promise<Finding[]> => {
  if (logo === undefined) return []
  const reason = await readLogo(logo, profiles['epson-tm-t20'].dots).then(
    () => null,
    (error: unknown) => String(error),
  )
  return reason === null
    ? []
    : [
        missing(
          `LOGO (logo): ${logo} cannot be read (${reason}); papers come out without it`,
          'give a PNG, JPEG or SVG that this user can read, or leave the field out',
        ),
      ]
}

/** Most printers serve one connection at a time: with the agent running they would only seem to be gone. */
const agentFinding = ({ dataDir }: AgentConfig): Promise<Finding[]> =>
  takeFolder(dataDir).then(
    async (letGo) => {
      await letGo()
      return []
    },
    (error: unknown) =>
      error instanceof FolderTakenError
        ? [missing('The agent is running, and has the printers', 'stop it while you look')]
        : [
            missing(
              error instanceof FolderUnusableError
                ? error.message
                : `${dataDir} cannot be used (${String(error)})`,
              'give this user the right to write there',
            ),
          ],
  )

/**
 * No drawer opens without a record, not even for the one who sets it up.
 * @returns why there is none, or null
 */
const recordKick = async ({ dataDir }: AgentConfig, printerId: string): Promise<Finding | null> => {
  const line = { at: new Date().toISOString(), printerId, reason: 'doctor', user: userInfo().username }
  try {
    await mkdir(dataDir, { recursive: true })
    await appendFile(join(dataDir, 'drawer-tests.jsonl'), `${JSON.stringify(line)}\n`)
    return null
  } catch (error) {
    return missing(
      `${printerId}: its drawer stays closed, for no record of it can be written (${String(error)})`,
      `give this user the right to write to ${dataDir}`,
    )
  }
}

/** Looks at everything that this machine has and this agent needs, and says in plain words what is missing. */
export const examine = async ({ config, checks, hid, transportOf }: DoctorOptions): Promise<Section[]> => {
  const known = 'printers' in config ? config : null
  const problems = 'problems' in config ? config.problems : []
  const configuration = known
    ? [
        fine(`printers: ${known.printers.length}, other devices: ${known.devices?.length ?? 0}`),
        ...(await logoFinding(known)),
        ...(await agentFinding(known)),
      ]
    : problems.map((problem) => missing(problem, 'see hardware/README.md for what to write'))
  const printers: Finding[] = []
  for (const { id, transport, profile, drawerOpenIs } of known?.printers ?? []) {
    const noRecord = known && checks.drawer ? await recordKick(known, id) : null
    const printer = { id, transport, profile: profiles[profile], drawerOpenIs }
    const allowed = { ...checks, drawer: checks.drawer && noRecord === null }
    printers.push(...(await checkPrinter(printer, transportOf(transport), allowed)))
    if (noRecord !== null) printers.push(noRecord)
  }
  return [
    { title: 'Configuration', findings: configuration },
    ...(known ? [{ title: 'Server', findings: await serverFindings(known) }] : []),
    ...(known ? [{ title: 'Printers', findings: printers }] : []),
    { title: 'USB printers of this machine', findings: usbFindings(await usbPrinters(), process.platform) },
    { title: 'Serial ports of this machine', findings: serialFindings(await serialPorts()) },
    { title: 'Scanners, keypads and lights', findings: await hidFindings(hid, known?.devices ?? []) },
  ]
}
