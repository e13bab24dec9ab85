import { expect, type Page } from '@playwright/test'

const mostStops = 90
/** Longer than a screen takes to settle before it listens to the focus again. */
const settledMs = 500

/** A hundredth of a second of silence, with what it is instead of within it. */
const silence = (text: string): Buffer => {
  const samples = 80
  const wav = Buffer.alloc(44 + samples, 128)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(36 + samples, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(8000, 28)
  wav.writeUInt16LE(1, 32)
  wav.writeUInt16LE(8, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(samples, 40)
  return Buffer.concat([wav, Buffer.from(text)])
}

declare global {
  /** what has begun to sound since the last key */
  var sounding: string[]
}

/** Notes each sound that begins; whatever a key silences has never begun. */
const noteSounds = (headBytes: number): void => {
  globalThis.sounding = []
  addEventListener('keydown', () => (globalThis.sounding = []), { capture: true })
  const texts = new WeakMap<AudioBuffer, string>()
  window.AudioContext = class extends AudioContext {
    override async decodeAudioData(bytes: ArrayBuffer): Promise<AudioBuffer> {
      const text = new TextDecoder().decode(bytes.slice(headBytes))
      const buffer = await super.decodeAudioData(bytes)
      texts.set(buffer, text)
      return buffer
    }
  }
  window.AudioBufferSourceNode = class extends AudioBufferSourceNode {
    override start(): void {
      globalThis.sounding.push((this.buffer && texts.get(this.buffer)) ?? '')
      super.start()
    }
  }
}

/** Asks for the speech by its key, once the kiosk has fetched what hears keys. */
export const listen = async (page: Page): Promise<void> => {
  const button = page.getByRole('navigation').getByRole('button', { name: 'Listen' })
  await expect(button).toBeVisible()
  await page.keyboard.press('F2')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
}

/** Someone who sees nothing: knows only what is said, and has the keys of the keypad. */
export class Ear {
  #page: Page | null = null
  readonly heard: string[] = []
  #kept: string[] = []

  /** Whether the server can speak or not. */
  prepare = async (page: Page): Promise<void> => {
    this.#page = page
    await page.addInitScript(noteSounds, silence('').length)
    await page.route('**/api/voices', (route) => route.fulfill({ json: ['en', 'es'] }))
    await page.route('**/api/speech', (route) => {
      const { text, keep } = route.request().postDataJSON() as { text: string; keep: boolean }
      this.heard.push(text)
      if (keep) this.#kept.push(text)
      return route.fulfill({ body: silence(text), contentType: 'audio/wav' })
    })
  }

  /** What was said with leave to keep its sound. */
  get kept(): readonly string[] {
    return this.#kept
  }

  async hears(text: string | RegExp): Promise<void> {
    const isIt = (said: string): boolean => (typeof text === 'string' ? said === text : text.test(said))
    await expect
      .poll(() => this.heard.some(isIt), { message: `${String(text)} is said`, timeout: 15_000 })
      .toBe(true)
  }

  /** From one thing to the next until its name is said, and chooses it. */
  async selects(name: string): Promise<void> {
    await this.#page?.waitForTimeout(settledMs)
    let key = 'ArrowDown'
    for (let stops = 0; stops < mostStops; stops += 1) {
      const said = await this.#reach(key)
      if (said === name) {
        await this.press('Enter')
        return
      }
      // within a field the arrow to the side moves among its letters, and nothing is said
      key = said === null ? 'ArrowDown' : 'ArrowRight'
    }
    throw new Error(`“${name}” was never said`)
  }

  /** Letter by letter, with the keys that are on the screen. */
  async writes(text: string): Promise<void> {
    let before = ''
    for (const letter of text) {
      if (letter === before) await this.press('Enter')
      else await this.selects(letter === ' ' ? 'space' : letter)
      before = letter
    }
  }

  async press(key: string): Promise<void> {
    this.heard.length = 0
    await this.#page?.keyboard.press(key)
  }

  /** @returns the name of what is reached, or null where nothing is said */
  async #reach(key: string): Promise<string | null> {
    await this.press(key)
    const said = this.#page?.waitForFunction(() => globalThis.sounding[0], undefined, {
      polling: 'raf',
      timeout: 1_500,
    })
    return (await (await said?.catch(() => null))?.jsonValue()) ?? null
  }
}
