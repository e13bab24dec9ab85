/** For an accessible name that says more behind its first words: a price, an explanation, a key. */
export const beginningWith = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u')
