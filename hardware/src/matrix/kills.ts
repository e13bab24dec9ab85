import { setTimeout as delay } from 'node:timers/promises'
import { isFinal, until } from './cases.ts'
import { openScene, type Scene } from './scene.ts'

/** As `Math.random`, but the same again for the same seed. */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/** Finer than a timer, and the printer's side goes on meanwhile. */
const pass = async (milliseconds: number): Promise<void> => {
  for (const end = performance.now() + milliseconds; performance.now() < end;)
    await new Promise((resolve) => setImmediate(resolve))
}

/** Every other time by the clock, for what happens before the first byte and after the last; else at a byte. */
const killInTheMiddle = async (
  scene: Scene,
  number: string,
  byClock: boolean,
  share: number,
): Promise<void> => {
  if (byClock) {
    scene.give(number)
    await pass(share * 8)
    return scene.kill()
  }
  scene.station.after(1 + Math.floor(share * 14_000), () => scene.kill())
  scene.give(number)
  await delay(60)
  scene.station.after(Infinity, () => {})
  scene.kill()
}

export interface Kills {
  printed: number
  unknown: number
  faults: string[]
}

/** Kills the agent again and again while it prints, and gives each job again until there is an outcome. */
export const killWhilePrinting = async (times: number, seed: number): Promise<Kills> => {
  const random = randomFrom(seed)
  const scene = await openScene({ killable: true })
  const kills: Kills = { printed: 0, unknown: 0, faults: [] }
  const expect = (isSo: boolean, otherwise: string): void => void (isSo || kills.faults.push(otherwise))
  try {
    for (let index = 0; index < times; index++) {
      const number = `K${String(index).padStart(3, '0')}`
      await until(() => scene.condition() === 'ready')
      await killInTheMiddle(scene, number, index % 2 === 0, random())
      await scene.restart()
      expect(await until(() => isFinal(scene.told(number).at(-1))), `${number}: no outcome`)
      scene.give(number)
      const outcome = scene.told(number).at(-1)
      if (outcome === 'printed') kills.printed += 1
      if (outcome === 'unknown') kills.unknown += 1
      expect(outcome === 'printed' || outcome === 'unknown', `${number}: ${outcome}`)
      expect(scene.unmarked(number) <= 1, `${number}: ${scene.unmarked(number)} unmarked copies`)
      if (outcome === 'printed') expect(scene.whole(number) === 1, `${number}: told printed, not whole`)
      expect((await scene.journal(number)) === outcome, `${number}: journal and server differ`)
    }
  } finally {
    await scene.close()
  }
  return kills
}
