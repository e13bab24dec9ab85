import type { Database } from '../database/pool.ts'
import { languages } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { readRecording, recordedLanguages } from './recording-store.ts'
import type { Sound } from './recording-store.ts'
import type { SoundCache } from './sound-cache.ts'
import type { Synthesizer } from './synthesizer.ts'
import { spokenText, voices, wordsPerMinute } from './voices.ts'
import type { Utterance } from './voices.ts'

interface Parts {
  pool: Database
  /** null: nothing but recordings can be heard */
  synthesizer: Synthesizer | null
  cache: SoundCache | null
}

/** What the public's screens say aloud: a person's recording where there is one, else the machine's voice. */
export class Speech {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The languages in which at least something can be said. */
  async languages(): Promise<readonly Language[]> {
    const recorded = await recordedLanguages(this.#parts.pool)
    return languages.filter(
      (language) => recorded.has(language) || (this.#parts.synthesizer && voices[language] !== null),
    )
  }

  /**
   * `keep`: the text is the interface's own. What a person typed is said and forgotten.
   * @returns null when nobody can say it
   */
  async say({ text, ...how }: Utterance, { keep }: { keep: boolean }): Promise<Sound | null> {
    const { pool, synthesizer, cache } = this.#parts
    const utterance = { ...how, text: spokenText(text) }
    // what a person typed is no parameter of a query either: a database may log them
    const recording = keep ? await readRecording(pool, utterance.language, utterance.text) : null
    if (recording) return recording
    const voice = voices[utterance.language]
    if (!synthesizer || voice === null) return null
    const known = keep ? await cache?.read(voice, utterance) : null
    if (known) return { audio: known, mediaType: 'audio/wav' }
    const order = { voice, wordsPerMinute: wordsPerMinute[utterance.speed], text: utterance.text }
    const audio = await synthesizer.speak(order)
    if (audio && keep) await cache?.write(voice, utterance, audio)
    return audio && { audio, mediaType: 'audio/wav' }
  }
}
