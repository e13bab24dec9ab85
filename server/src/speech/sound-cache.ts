import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Utterance } from './voices.ts'

/** About 300 MB at three seconds each: every text of five languages at three speeds, several times over. */
const mostFiles = 2_500

/**
 * Sounds of the interface's own texts, by the hash of all that makes them: a file's name tells nothing. What a resident typed is
 * never given to it.
 */
export class SoundCache {
  readonly #folder: string
  #count: number | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  #path(voice: string, { language, speed, text }: Utterance): string {
    const hash = createHash('sha256')
      .update(JSON.stringify([language, voice, speed, text]))
      .digest('hex')
    return join(this.#folder, `${hash}.wav`)
  }

  read(voice: string, utterance: Utterance): Promise<Buffer | null> {
    return readFile(this.#path(voice, utterance)).catch(() => null)
  }

  /** A cache that cannot be written is none: the sound was made anyway. */
  async write(voice: string, utterance: Utterance, sound: Buffer): Promise<void> {
    const draft = join(this.#folder, `${randomUUID()}.part`)
    try {
      await mkdir(this.#folder, { recursive: true })
      await this.#makeRoom()
      await writeFile(draft, sound)
      await rename(draft, this.#path(voice, utterance))
      this.#count = (this.#count ?? 0) + 1
    } catch {
      await rm(draft, { force: true }).catch(() => {})
    }
  }

  /** The older half goes at once, so that it is seldom looked at. */
  async #makeRoom(): Promise<void> {
    this.#count ??= (await readdir(this.#folder)).length
    if (this.#count < mostFiles) return
    const names = await readdir(this.#folder)
    const aged = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name))).mtimeMs })),
    )
    const old = aged.sort((one, other) => one.at - other.at).slice(0, Math.ceil(aged.length / 2))
    await Promise.all(old.map(({ name }) => rm(join(this.#folder, name), { force: true })))
    this.#count = aged.length - old.length
  }
}
