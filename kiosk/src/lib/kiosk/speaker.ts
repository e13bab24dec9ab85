import type { Language, Speed } from '@lobbyline/server/contract'

/** What says the screens aloud. */
export interface Speaker {
  /** false where nothing can be said: the screens then offer nothing to listen to */
  readonly canSpeak: boolean
  /** this resident listens */
  readonly isOn: boolean
  readonly isPaused: boolean
  readonly speed: Speed
  /** begins or ends the listening */
  turn(isOn: boolean): void
  /** says this instead of what is being said */
  speak(text: string, language: Language): void
  stop(): void
  pause(): void
  goOn(): void
  /** says the last again, from its beginning */
  repeat(): void
  changeVolume(by: 1 | -1): void
  nextSpeed(): void
  /** for the next resident: quiet, and all settings as they were */
  reset(): void
}

export const silentSpeaker: Speaker = {
  canSpeak: false,
  isOn: false,
  isPaused: false,
  speed: 'usual',
  turn() {},
  speak() {},
  stop() {},
  pause() {},
  goOn() {},
  repeat() {},
  changeVolume() {},
  nextSpeed() {},
  reset() {},
}
