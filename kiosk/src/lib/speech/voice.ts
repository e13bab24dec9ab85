import { audienceHeader, paths } from '@lobbyline/server/contract'
import type { Language, SpeechOrder } from '@lobbyline/server/contract'

/** Makes sounds and plays them. */
export interface Voice {
  /** The languages it has; none where nothing can be said. Rejects while nobody answers. */
  languages(): Promise<readonly Language[]>
  /** Resolves when it is said, or cannot be; at once after `stop`. */
  say(order: SpeechOrder, signal: AbortSignal): Promise<void>
  /** from 0, silent, to 1 */
  setVolume(volume: number): void
  pause(): void
  goOn(): void
}

const headers = { 'content-type': 'application/json', [audienceHeader]: 'kiosk' }
const [, voicesPath = ''] = paths.voices.split(' ')
const [, speechPath = ''] = paths.speech.split(' ')

/** The server's voice. Sounds are fetched, played and dropped: nothing of them stays in the browser. */
export class ServerVoice implements Voice {
  #audio: AudioContext | null = null
  #loudness: GainNode | null = null
  #volume = 1

  async languages(): Promise<readonly Language[]> {
    const response = await fetch(voicesPath, { headers })
    if (!response.ok) throw new Error('the server does not say what it speaks')
    return (await response.json()) as Language[]
  }

  async say(order: SpeechOrder, signal: AbortSignal): Promise<void> {
    const response = await fetch(speechPath, {
      method: 'POST',
      headers,
      signal,
      body: JSON.stringify(order),
    })
    if (!response.ok) return
    const { audio, loudness } = this.#output()
    const buffer = await audio.decodeAudioData(await response.arrayBuffer())
    if (signal.aborted) return
    const source = new AudioBufferSourceNode(audio, { buffer })
    source.connect(loudness)
    const { promise, resolve } = Promise.withResolvers<undefined>()
    source.onended = () => resolve(undefined)
    signal.addEventListener('abort', () => source.stop(), { once: true })
    source.start()
    await promise
  }

  setVolume(volume: number): void {
    this.#volume = volume
    if (this.#loudness) this.#loudness.gain.value = volume
  }

  pause(): void {
    void this.#audio?.suspend()
  }

  goOn(): void {
    void this.#audio?.resume()
  }

  #output(): { audio: AudioContext; loudness: GainNode } {
    this.#audio ??= new AudioContext()
    if (!this.#loudness) {
      this.#loudness = new GainNode(this.#audio, { gain: this.#volume })
      this.#loudness.connect(this.#audio.destination)
    }
    return { audio: this.#audio, loudness: this.#loudness }
  }
}
