import type { Kiosk } from '#lib/kiosk/kiosk.svelte.ts'
import { catalogs } from '#lib/words/index.ts'
import { Narrator } from './narrator.ts'
import { OwnWords } from './own-words.ts'
import { Speaking } from './speaking.svelte.ts'
import { ServerVoice } from './voice.ts'

const askAgainMs = 5_000

/** Gives the kiosk its voice. @returns what ends it */
export const startSpeaking = (kiosk: Kiosk): (() => void) => {
  const own = new OwnWords((language) => catalogs[language])
  const speaking = new Speaking({
    voice: new ServerVoice(),
    language: () => kiosk.language,
    isOwn: (spoken) => own.has(spoken, kiosk),
    volumeText: (level) => kiosk.words.speech.volume(level),
    listening: () => kiosk.notice(),
  })
  const narrator = new Narrator(speaking, () => ({
    chosen: kiosk.words.speech.chosen,
    unavailable: kiosk.words.question.unavailable,
  }))
  kiosk.speaker = speaking
  const endNarrator = narrator.start()
  const endEffect = $effect.root(() => {
    $effect(() => {
      // turned on or off, or in another language, nothing else on the screen need change
      if (speaking.isOn && kiosk.language) narrator.look()
    })
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const findVoices = async (): Promise<void> => {
    if (!(await speaking.findVoices())) timer = setTimeout(() => void findVoices(), askAgainMs)
  }
  void findVoices()
  return () => {
    clearTimeout(timer)
    endEffect()
    endNarrator()
    speaking.turn(false)
  }
}
