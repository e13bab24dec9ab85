/** What this version writes: `v` of its facts, and the office's format, which keeps nodes that know only older ones from writing. */
export const format = 1
