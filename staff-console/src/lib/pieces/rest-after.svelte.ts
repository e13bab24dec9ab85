/** Longer than from one press to the next of two in one breath, shorter than to read what a button says. */
const restMs = 300

/** What is at hand says something new: who presses now meant what it said before. For a component, while it stands. */
export const restAfter = (change: () => unknown, rest: (isResting: boolean) => void): void => {
  $effect(() => {
    void change()
    rest(true)
    const rested = setTimeout(() => rest(false), restMs)
    return () => clearTimeout(rested)
  })
}
