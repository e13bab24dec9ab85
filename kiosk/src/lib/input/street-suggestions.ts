const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

const split = (typed: string): { number: string; street: string } => {
  const match = /^\s*(\d+\S*)\s+(.*)$/.exec(typed)
  return { number: match?.[1] ?? '', street: match?.[2] ?? '' }
}

/**
 * Streets of the city's list that fit what has been typed after the house number. Every typed word begins a word of the street, in
 * order, so that "pal" and "e 6" both help. A street that is written in full needs no help any more.
 */
export const streetSuggestions = (streets: readonly string[], typed: string, limit: number): string[] => {
  const wanted = words(split(typed).street)
  if (wanted.length === 0) return []
  const fits = (street: string): boolean => {
    let rest = words(street)
    for (const word of wanted) {
      const at = rest.findIndex((each) => each.startsWith(word))
      if (at < 0) return false
      rest = rest.slice(at + 1)
    }
    return true
  }
  const isWritten = (street: string) => words(street).join(' ') === wanted.join(' ')
  const found = streets.filter(fits)
  return found.some(isWritten) ? [] : found.slice(0, limit)
}

/** The house number stays, the street is written out, and a space waits for an apartment. */
export const withStreet = (typed: string, street: string): string => {
  const { number } = split(typed)
  return `${number === '' ? '' : `${number} `}${street} `
}
