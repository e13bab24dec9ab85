import { jackEvent } from './jack.ts'
import { read, readControl } from './reading.ts'
import type { Spoken, StateWords } from './reading.ts'
import type { Speaking } from './speaking.svelte.ts'

/** A page that comes, or a dialog, sets the focus itself: that is no one's wish to hear it. */
const settlingMs = 400
const live = '[role="alert"], [role="status"], [aria-live], output'

/** The page, or the dialog above it. */
const screenNow = (): Element | null =>
  [...document.querySelectorAll('dialog[open]')].at(-1) ??
  document.querySelector('main')?.parentElement ??
  null

const headingOf = (screen: Element): string =>
  (screen.querySelector('h1') ?? screen.querySelector('h2'))?.textContent ?? ''

/** What pauses the speech or says it again: a finger there silences nothing. */
const steersSpeech = (element: Element): boolean => element.closest('[data-steers-speech]') !== null

/**
 * Reads the screens to someone who listens: each one when it comes, each control when it is reached, each key when it is typed, and
 * what changes by itself. Of these the screen is what is said again.
 */
export class Narrator {
  readonly #speaking: Speaking
  readonly #states: () => StateWords
  #screen: Element | null = null
  #heading = ''
  #cameAt = -Infinity
  #wasOn = false
  #isDue = false
  /** what each live place said last */
  #told = new WeakMap<Element, string>()

  constructor(speaking: Speaking, states: () => StateWords) {
    this.#speaking = speaking
    this.#states = states
  }

  /** @returns what ends it */
  start(): () => void {
    const observer = new MutationObserver(() => this.look())
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['lang', 'open'],
    })
    const ends = new AbortController()
    const options = { signal: ends.signal, capture: true }
    document.addEventListener('focusin', (event) => this.#reach(event.target), options)
    document.addEventListener('click', (event) => this.#press(event.target), options)
    document.addEventListener('pointerdown', (event) => this.#touch(event.target), options)
    document.addEventListener('input', (event) => this.#type(event), options)
    document.addEventListener('keydown', ({ code }) => this.#plug(code), options)
    return () => {
      observer.disconnect()
      ends.abort()
    }
  }

  /** Something may have changed; looked at once it has settled. */
  look(): void {
    if (this.#isDue) return
    this.#isDue = true
    requestAnimationFrame(() => {
      this.#isDue = false
      this.#tell()
    })
  }

  #tell(): void {
    const { isOn } = this.#speaking
    const screen = screenNow()
    if (!isOn || !screen) {
      this.#wasOn = isOn
      // A page that has gone is let go with all that was typed on it.
      this.#screen = null
      return
    }
    const heading = headingOf(screen)
    if (!this.#wasOn || screen !== this.#screen || heading !== this.#heading) {
      this.#wasOn = true
      this.#screen = screen
      this.#heading = heading
      this.#cameAt = performance.now()
      this.#liveChanges(screen)
      this.#speaking.say(read(screen, this.#states(), '[data-on-every-page]'))
    } else {
      const changes = this.#liveChanges(screen)
      if (changes.some(({ isAlert }) => isAlert)) this.#speaking.stop()
      this.#speaking.add(changes.flatMap(({ spoken }) => spoken))
    }
  }

  #liveChanges(screen: Element): { isAlert: boolean; spoken: Spoken[] }[] {
    return [...screen.querySelectorAll(live)].flatMap((place) => {
      const spoken = read(place, this.#states())
      const text = spoken.map((each) => each.text).join(' ')
      if (this.#told.get(place) === text) return []
      this.#told.set(place, text)
      return text === '' ? [] : [{ isAlert: place.matches('[role="alert"]'), spoken }]
    })
  }

  #reach(target: EventTarget | null): void {
    if (screenNow() !== this.#screen || performance.now() - this.#cameAt < settlingMs) return
    if (!(target instanceof Element && target.matches('button, a[href], input'))) return
    if (steersSpeech(target) && !target.matches(':focus-visible')) return
    this.#speaking.remark(readControl(target, this.#states()))
  }

  /** What was pressed is said as it stands afterwards. */
  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null
    if (!button || (!button.hasAttribute('aria-pressed') && !button.closest('[data-grid]'))) return
    const before = this.#screen
    requestAnimationFrame(() => {
      if (button.isConnected && screenNow() === before)
        this.#speaking.remark(readControl(button, this.#states()))
    })
  }

  /** A finger on the screen ends what is being said, except on what steers it. */
  #touch(target: EventTarget | null): void {
    if (!(target instanceof Element && steersSpeech(target))) this.#speaking.stop()
  }

  #type(event: Event): void {
    if (event instanceof InputEvent && event.data && event.target instanceof Element)
      this.#speaking.remark([{ text: event.data, language: 'en' }])
  }

  #plug(code: string): void {
    const jack = jackEvent(code)
    if (jack) this.#speaking.plug(jack === 'in')
    if (jack) this.look()
  }
}
