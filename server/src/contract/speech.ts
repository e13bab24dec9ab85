import type { Language } from '../domain/language.ts'

export const speeds = ['slow', 'usual', 'fast'] as const
export type Speed = (typeof speeds)[number]

/** A longer text is said sentence by sentence. */
export const maxSpokenLength = 400

export interface SpeechOrder {
  language: Language
  speed: Speed
  text: string
  /** the text is the interface's own, so that its sound may be kept; what a person told is said and forgotten */
  keep: boolean
}
