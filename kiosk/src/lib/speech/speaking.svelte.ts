import { speeds } from '@lobbyline/server/contract'
import type { Language, Speed } from '@lobbyline/server/contract'
import type { Speaker } from '#lib/kiosk/speaker.ts'
import type { Spoken } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import type { Voice } from './voice.ts'

const usualVolume = 3
const loudest = 5
const usualSpeed: Speed = 'usual'

interface Ports {
  voice: Voice
  /** the language of the screen */
  language(): Language
  /** the interface's own texts, whose sounds may be kept */
  isOwn(spoken: Spoken): boolean
  /** how loud it is now, in words */
  volumeText(volume: number): string
  /** told before each thing that is said: someone is listening */
  listening(): void
}

/** Says one thing after the other; what is new silences what is being said. */
export class Speaking implements Speaker {
  readonly #ports: Ports
  #voices = $state.raw<readonly Language[]>([])
  #isOn = $state(false)
  #isPaused = $state(false)
  #speed = $state<Speed>(usualSpeed)
  #volume = usualVolume
  /** headphones are in */
  #isPrivate = false
  #last: readonly Spoken[] = []
  #saying: AbortController | null = null

  constructor(ports: Ports) {
    this.#ports = ports
    ports.voice.setVolume(usualVolume / loudest)
  }

  get canSpeak(): boolean {
    return this.#voices.includes(this.#ports.language())
  }

  get isOn(): boolean {
    return this.#isOn
  }

  get isPaused(): boolean {
    return this.#isPaused
  }

  get speed(): Speed {
    return this.#speed
  }

  /** @returns false while nobody answers */
  async findVoices(): Promise<boolean> {
    try {
      this.#voices = await this.#ports.voice.languages()
      return true
    } catch {
      return false
    }
  }

  turn(isOn: boolean): void {
    this.#isOn = isOn
    if (!isOn) this.stop()
  }

  /** Whoever plugs headphones in wants to listen, and nobody else should. */
  plug(isIn: boolean): void {
    this.#isPrivate = isIn
    this.turn(isIn)
  }

  speak(text: string, language: Language): void {
    this.say([{ text, language }])
  }

  /** Says these one after the other, instead of what is being said. */
  say(list: readonly Spoken[]): void {
    if (!this.#isOn) return
    this.stop()
    this.#last = list
    this.#begin(list)
  }

  /** Says these without making them what is repeated. */
  remark(list: readonly Spoken[]): void {
    if (!this.#isOn) return
    this.stop()
    this.#begin(list)
  }

  /** Says these when what is being said has ended. */
  add(list: readonly Spoken[]): void {
    if (!this.#isOn || list.length === 0) return
    if (this.#saying) this.#waiting.push(...list)
    else this.say(list)
  }

  repeat(): void {
    this.say(this.#last)
  }

  stop(): void {
    this.#saying?.abort()
    this.#saying = null
    this.#waiting = []
    this.goOn()
  }

  pause(): void {
    this.#isPaused = true
    this.#ports.voice.pause()
  }

  goOn(): void {
    this.#isPaused = false
    this.#ports.voice.goOn()
  }

  changeVolume(by: 1 | -1): void {
    this.#volume = Math.min(loudest, Math.max(1, this.#volume + by))
    this.#ports.voice.setVolume(this.#volume / loudest)
    this.remark([{ text: this.#ports.volumeText(this.#volume), language: this.#ports.language() }])
  }

  nextSpeed(): void {
    this.#speed = speeds[(speeds.indexOf(this.#speed) + 1) % speeds.length] ?? usualSpeed
    this.repeat()
  }

  reset(): void {
    this.stop()
    this.#last = []
    this.#isOn = this.#isPrivate
    this.#speed = usualSpeed
    this.#volume = usualVolume
    this.#ports.voice.setVolume(usualVolume / loudest)
  }

  #waiting: Spoken[] = []

  #begin(list: readonly Spoken[]): void {
    const saying = new AbortController()
    this.#saying = saying
    this.#waiting = [...list]
    void this.#sayAll(saying)
  }

  async #sayAll(saying: AbortController): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await this.#sayOne(next, saying.signal)
      if (saying.signal.aborted) return
    }
    this.#saying = null
  }

  async #sayOne(spoken: Spoken, signal: AbortSignal): Promise<void> {
    const { language } = spoken
    if (!this.#voices.includes(language)) return
    const isWhole = this.#ports.isOwn(spoken)
    for (const text of isWhole ? [spoken.text] : sentencesOf(spoken.text)) {
      this.#ports.listening()
      // a sentence that cannot be had is left out, and the next one is tried
      const order = { language, speed: this.#speed, text, keep: isWhole }
      await this.#ports.voice.say(order, signal).catch(() => {})
      if (signal.aborted) return
    }
  }
}
