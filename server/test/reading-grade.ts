const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}’']+/gu) ?? []

const sentencesOf = (text: string): string[] => text.split(/[.!?:;\n]+/).filter((part) => /\p{L}/u.test(part))

/** Groups of vowels, without a silent e at the end: right for nine words in ten, which is enough for an average. */
export const englishSyllables = (word: string): number => {
  const letters = word.toLowerCase().replace(/[’']/g, '')
  const groups = letters.match(/[aeiouy]+/g)?.length ?? 0
  const isSilent = /[^aeiouyl]e$/.test(letters) || /[^aeiouytd]ed$/.test(letters)
  return Math.max(1, isSilent ? groups - 1 : groups)
}

/** A strong vowel, or any that bears an accent, makes a syllable; a weak one beside it belongs to it. */
export const spanishSyllables = (word: string): number => {
  const letters = word
    .toLowerCase()
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
  const nuclei = letters.match(/[iuü]?[aeoáéó][iuy](?![a-záéíóúüñ]*[íú]\b)|[iuü]?[aeoáéóíú]|[iuü]{1,2}|y\b/g)
  return Math.max(1, nuclei?.length ?? 0)
}

interface Measure {
  wordsPerSentence: number
  syllablesPerWord: number
}

const measure = (texts: readonly string[], syllablesIn: (word: string) => number): Measure => {
  const words = texts.flatMap(wordsOf)
  const sentences = texts.flatMap(sentencesOf)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return { wordsPerSentence: words.length / sentences.length, syllablesPerWord: syllables / words.length }
}

/** The school year that reads it with ease (Flesch and Kincaid, 1975). */
export const englishGrade = (texts: readonly string[]): number => {
  const { wordsPerSentence, syllablesPerWord } = measure(texts, englishSyllables)
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59
}

/** INFLESZ (Szigriszt-Pazos, scale by Barrio-Cantalejo 2008): from 55 normal, from 65 fairly easy, from 80 very easy. */
export const spanishEase = (texts: readonly string[]): number => {
  const { wordsPerSentence, syllablesPerWord } = measure(texts, spanishSyllables)
  return 206.835 - 62.3 * syllablesPerWord - wordsPerSentence
}
