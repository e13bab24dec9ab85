import { maxSpokenLength } from '@lobbyline/server/contract'

/** Neither within "$3.25" nor after the letter of "8 a.m." or "E. 6th": the voice would stop there. */
const betweenSentences = /(?<=[.!?][”’"»)]*)(?<!(?:^|[\s.(])\p{L}\.)\s+|(?<=[。！？])\s*/u

/** A long text sentence by sentence, so that its beginning is heard at once; one without an end is cut between words. */
export const sentencesOf = (text: string): string[] => {
  return text.split(betweenSentences).flatMap((sentence) => {
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
