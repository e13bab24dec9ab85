/** Under which a person's name is found again: no accents, no case, no punctuation. "José Núñez-Ríos" is "jose nunez rios". */
export const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
