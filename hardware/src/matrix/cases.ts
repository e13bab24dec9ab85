import { setTimeout as delay } from 'node:timers/promises'
import type { PrintOutcome } from '../contract.ts'
import type { Abilities } from '../emulator/emulated-printer.ts'
import { encodeSlip } from '../escpos/encode.ts'
import { profiles, type ProfileName } from '../escpos/profile.ts'
import { ticket } from '../fixtures/slips.ts'
import { openScene, type Scene } from './scene.ts'

/** When the fault strikes, by what the printer has of the job. */
export const phases = ['before', 'opening', 'middle', 'cut', 'after'] as const
export type Phase = (typeof phases)[number]

export const faultNames = [
  ...(['paper-out', 'cover-open', 'error', 'offline'] as const),
  ...(['unplugged', 'silent', 'slow', 'reboot'] as const),
  ...(['agent-killed', 'power-cut', 'server-away'] as const),
]
export type FaultName = (typeof faultNames)[number]

/** The rungs of the ladder of confidence. */
export const models = {
  'process-id': { profile: 'epson-tm-t20', abilities: {} },
  'gs-r': { profile: 'generic-80mm', abilities: { processId: false, asb: false } },
  'dle-eot': { profile: 'generic-80mm', abilities: { processId: false, asb: false, gsr: false } },
  mute: {
    profile: 'mute-80mm',
    abilities: { processId: false, asb: false, gsr: false, realTime: false },
  },
} as const satisfies Record<string, { profile: ProfileName; abilities: Partial<Abilities> }>
export type ModelName = keyof typeof models

export interface Case {
  model: ModelName
  fault: FaultName
  phase: Phase
}

export interface Result extends Case {
  told: string
  journal: string
  unmarked: number
  marked: number
  /** what is wrong, or empty */
  faults: string[]
}

const lastsMs = 250
/** A printer that can only be asked is first given time to answer. */
const lastsLongMs = 1_200
const first = 'A001'
const second = 'B002'

export const isFinal = (outcome: PrintOutcome | undefined): boolean =>
  outcome !== undefined && outcome !== 'stalled'

/** Counts turns and not time, so that a machine that stood still does not decide. */
export const until = async (isSo: () => boolean | Promise<boolean>, turns = 1_200): Promise<boolean> => {
  for (let turn = 0; turn < turns; turn++) {
    if (await isSo()) return true
    await delay(5)
  }
  return isSo()
}

const bytesAt = (phase: Phase, profile: ProfileName): number => {
  const { opening, rest } = encodeSlip(ticket, profiles[profile], { copy: 0, jobToken: 'AAAA' })
  const all = opening.length + rest().length
  switch (phase) {
    case 'before':
    case 'after':
      return 0
    case 'opening':
      return opening.length
    case 'middle':
      return Math.floor(all / 2)
    case 'cut': // the knife has cut, the question after it is one byte short
      return all - 1
  }
}

const strike = (scene: Scene, fault: FaultName): void => {
  switch (fault) {
    case 'agent-killed':
    case 'power-cut':
      return scene.kill()
    case 'server-away':
      return scene.setServerUp(false)
    default:
      return scene.station.setFault(fault)
  }
}

const mend = async (scene: Scene, { fault, phase }: Case): Promise<void> => {
  switch (fault) {
    case 'agent-killed':
      return scene.restart()
    case 'power-cut':
      // only what no byte depended on can be missing from the disk
      return scene.restart(phase === 'opening' && scene.unmarked(first) === 0 ? first : undefined)
    case 'server-away':
      return scene.setServerUp(true)
    default:
      return scene.station.setFault('ready')
  }
}

const suffer = async (scene: Scene, one: Case): Promise<void> => {
  const { fault, phase, model } = one
  const { promise: struck, resolve } = Promise.withResolvers<void>()
  const act = (): void => {
    strike(scene, fault)
    resolve()
  }
  if (phase === 'before') {
    act()
    await delay(50)
  } else if (phase !== 'after') scene.station.after(bytesAt(phase, models[model].profile), act)
  scene.give(first)
  if (phase === 'after') {
    await until(() => isFinal(scene.told(first).at(-1)))
    act()
  }
  await struck
  await delay((fault === 'silent' || fault === 'slow') && model !== 'process-id' ? lastsLongMs : lastsMs)
  scene.give(first)
  await mend(scene, one)
}

/** What paper, server and journal say in the end, and where they do not agree. */
const judge = async (scene: Scene, one: Case): Promise<Result> => {
  const faults: string[] = []
  const expect = (isSo: boolean, otherwise: string): void => void (isSo || faults.push(otherwise))

  expect(await until(() => isFinal(scene.told(first).at(-1))), 'no outcome')
  const outcome = scene.told(first).at(-1)
  scene.give(first)
  scene.give(second)
  expect(await until(() => isFinal(scene.told(second).at(-1))), 'the line does not go on')
  const unmarked = scene.unmarked(first)
  const whole = scene.whole(first)
  expect(unmarked <= 1, 'two unmarked copies')
  if (outcome === 'printed') expect(whole === 1, `told printed, ${whole} whole on the paper`)
  if (outcome === 'sent' && one.model !== 'mute')
    expect(whole === 1, `told sent, ${whole} whole on the paper`)
  if (outcome === 'failed' || outcome === 'expired')
    expect(unmarked === 0, `told ${outcome}, and it is there`)
  const next = scene.told(second).at(-1)
  expect(next === 'printed' || next === 'sent', `the next one is ${next}`)
  if (one.model === 'process-id') expect(scene.whole(second) === 1, 'the next one is not whole')
  expect(scene.marked(first) === 0, 'a copy that nobody asked for')
  if (outcome === 'unknown' || outcome === 'failed') {
    scene.give(first, 1)
    expect(await until(() => isFinal(scene.told(first, 1).at(-1))), 'no reprint')
    expect(scene.marked(first) >= 1, 'the reprint has no mark')
  }
  const agrees = await until(async () => (await scene.journal(first)) === outcome, 200)
  expect(agrees, 'journal and server differ')
  expect(scene.told(first).at(-1) === outcome, 'the server was told otherwise later')
  return {
    ...one,
    told: scene.told(first).join(' '),
    journal: await scene.journal(first),
    unmarked,
    marked: scene.marked(first),
    faults,
  }
}

export const runCase = async (one: Case): Promise<Result> => {
  const killable = one.fault === 'agent-killed' || one.fault === 'power-cut'
  const scene = await openScene({ ...models[one.model], killable })
  try {
    await until(() => scene.condition() === 'ready')
    await suffer(scene, one)
    return await judge(scene, one)
  } finally {
    await scene.close()
  }
}

/** Every fault in every phase on the best printer, and those that lesser printers meet in another way. */
export const allCases = (): Case[] => [
  ...faultNames.flatMap((fault) => phases.map((phase): Case => ({ model: 'process-id', fault, phase }))),
  ...(['gs-r', 'dle-eot', 'mute'] as const).flatMap((model) =>
    (['paper-out', 'cover-open', 'unplugged', 'silent', 'slow', 'reboot', 'agent-killed'] as const).flatMap(
      (fault) => phases.map((phase): Case => ({ model, fault, phase })),
    ),
  ),
]
