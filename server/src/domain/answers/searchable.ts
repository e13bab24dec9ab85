/** Whether this is enough to search for: two characters, or one that is Chinese, a family name by itself. */
export const isSearchable = (typed: string): boolean => {
  const text = typed.trim()
  return text.length >= 2 || /^\p{Script=Han}$/u.test(text)
}
