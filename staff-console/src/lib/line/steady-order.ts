/**
 * The rows of a list while a hand is over it: nothing moves. Who left keeps the place until the hand goes away, who came stands
 * at the end.
 */
export const steadyOrder = (shown: readonly string[], wanted: readonly string[]): string[] => [
  ...shown,
  ...wanted.filter((id) => !shown.includes(id)),
]
