import { maxSpokenLength } from '@lobbyline/server/contract'

/** A long text sentence by sentence, so that its beginning is heard at once; one without an end is cut between words. */
export const sentencesOf = (text: string): string[] => {
  const sentences = text.match(/[^.!?。！？]+[.!?。！？]*\s*/g) ?? [text]
  return sentences.flatMap((sentence) => {
    const parts: string[] = []
    let rest = sentence.trim()
    while (rest.length > maxSpokenLength) {
      const space = rest.lastIndexOf(' ', maxSpokenLength)
      const end = space > 0 ? space : maxSpokenLength
      parts.push(rest.slice(0, end))
      rest = rest.slice(end).trim()
    }
    return rest === '' ? parts : [...parts, rest]
  })
}
