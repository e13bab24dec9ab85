import { setTimeout as wait } from 'node:timers/promises'
import type { PrinterCondition } from '../contract.ts'
import { encode, encodeDrawerKick } from '../escpos/encode.ts'
import type { Profile } from '../escpos/profile.ts'
import { testSlip } from '../fixtures/test-slip.ts'
import { createLink, type DrawerSense, type Link } from '../printer/link.ts'
import { canPrint } from '../printer/printer-status.ts'
import type { Transport, TransportState } from '../printer/transport.ts'
import { fine, missing, note, type Finding } from './finding.ts'

export interface PrinterToCheck {
  id: string
  /** its address, as configured */
  transport: string
  profile: Profile
  drawerOpenIs?: DrawerSense['openIs'] | undefined
}

export interface PrinterChecks {
  print: boolean
  drawer: boolean
  /** for an answer */
  patienceMs?: number
}

const advice: Record<Exclude<PrinterCondition, 'ready' | 'paper-low'>, string> = {
  'paper-out': 'put in a new roll, the printed side up, and close the cover',
  'cover-open': 'close the cover until it clicks',
  error: 'switch it off and on; where it goes on, look for paper in the cutter',
  offline: 'it is switched off, paused, or of a make that another profile fits',
}

interface Ears {
  state: TransportState | null
  /** its line was open, and was given up because nothing came */
  isSilent: boolean
  drawer: boolean | null
  answered: () => void
}

const heardBy = (transport: Transport, ears: Ears): Transport => ({
  ...transport,
  onState: (listener) =>
    transport.onState((state) => {
      ears.state = state
      if (state.state === 'closed') ears.isSilent = true
      listener(state)
    }),
})

/** Resolves with whether the printer answered in time; of one that never does, once all has left. */
const sendAndWait = async (link: Link, ears: Ears, bytes: Buffer, patienceMs: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const patience = setTimeout(() => resolve(false), patienceMs)
  ears.answered = () => resolve(true)
  link.setBusy(true)
  link.write(bytes, () => link.isMute() && resolve(false))
  const answered = await promise
  clearTimeout(patience)
  link.setBusy(false)
  return answered
}

const unreachable = ({ id, transport }: PrinterToCheck, state: TransportState | null): Finding =>
  missing(
    `${id} at ${transport} is not reached${state?.state === 'lost' ? ` (${state.reason})` : ''}`,
    'check its power, its cable and its address; a printer serves one program at a time: stop the agent while you look',
  )

const silent = ({ id, transport, profile }: PrinterToCheck): Finding =>
  missing(
    `${id} at ${transport}: its line is open, and it does not answer as ${profile.name} does`,
    'see that it is switched on; where it prints all the same, give it a profile that may say nothing, like mute-80mm: nobody then knows whether a slip came out',
  )

/** Asks one printer how it is and, on request, prints a test slip and opens the drawer. */
export const checkPrinter = async (
  printer: PrinterToCheck,
  transport: Transport,
  { print, drawer, patienceMs = 15_000 }: PrinterChecks,
): Promise<Finding[]> => {
  const { id, profile, drawerOpenIs } = printer
  const ears: Ears = { state: null, isSilent: false, drawer: null, answered: () => {} }
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const sense =
    drawerOpenIs === undefined
      ? null
      : { openIs: drawerOpenIs, changed: (open: boolean) => void (ears.drawer = open) }
  const link = createLink(heardBy(transport, ears), profile, { heartbeatMs: 60_000, answerMs: 1_500 }, sense)
  const tooLate = setTimeout(open, Math.min(5_000, patienceMs))
  link.open({
    opened: open,
    lost: () => {},
    condition: () => {},
    confirmed: () => ears.answered(),
    reached: () => ears.answered(),
  })
  await opened
  clearTimeout(tooLate)
  try {
    if (!link.isOpen()) return [unreachable(printer, ears.state)]
    const condition = await link.ask()
    if (ears.isSilent) return [silent(printer)]
    // Printers that serve another program take the connection and end it at once.
    if (!link.isOpen()) return [unreachable(printer, ears.state)]
    if (condition !== 'ready' && condition !== 'paper-low')
      return [missing(`${id} answers: ${condition}`, advice[condition])]
    const name = `${id} (${profile.name})`
    const findings = link.isMute()
      ? [note(`${name} is reached, and says nothing about itself`)]
      : [fine(`${name} answers: ${condition}`)]
    if (ears.drawer !== null) findings.push(fine(`${id}: its drawer is ${ears.drawer ? 'open' : 'closed'}`))
    if (print) findings.push(await printTest(printer, link, ears, patienceMs))
    if (drawer && canPrint(link.condition())) findings.push(await kick(printer, link, ears, patienceMs))
    return findings
  } finally {
    link.close()
  }
}

const printTest = async (
  { id, profile }: PrinterToCheck,
  link: Link,
  ears: Ears,
  patienceMs: number,
): Promise<Finding> => {
  const bytes = encode(testSlip(profile), profile, { copy: 0, jobToken: 'TEST' })
  const answered = await sendAndWait(link, ears, bytes, patienceMs)
  if (answered && profile.confirmation.processId)
    return fine(`${id}: the test slip is on paper, it says so itself`)
  if (!profile.confirmation.processId)
    return note(`${id}: the test slip went out; this kind cannot say that it printed: look at the paper`)
  return missing(
    `${id}: did not confirm the test slip`,
    'if the slip came out, this printer needs a profile that does not confirm, like generic-80mm',
  )
}

const kick = async (
  { id, profile }: PrinterToCheck,
  link: Link,
  ears: Ears,
  patienceMs: number,
): Promise<Finding> => {
  const answered = await sendAndWait(link, ears, encodeDrawerKick(profile, { jobToken: 'KICK' }), patienceMs)
  // The drawer takes a moment to spring open.
  for (let looks = 0; looks < 10 && ears.drawer === false; looks++) {
    await wait(100)
    await link.ask()
  }
  const seen = ears.drawer === null ? 'whether it is open, this printer is not told to feel' : ''
  if (!answered && !profile.confirmation.processId)
    return note(`${id}: the drawer's pulse went out; this kind cannot say that it came: look at the drawer`)
  if (!answered)
    return missing(`${id}: did not answer to the drawer's pulse`, 'check the cable to the drawer')
  return ears.drawer === false
    ? missing(`${id}: the pulse went out, and the drawer stayed closed`, 'check its cable and its lock')
    : fine(`${id}: the drawer's pulse went out${ears.drawer === true ? ', and it is open' : `; ${seen}`}`)
}
