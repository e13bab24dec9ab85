/** How far this screen has followed the log, and who waits for it. */
export class Seen {
  #seq = 0
  #waiting: { seq: number; resolve: () => void }[] = []

  /** Resolves when fact `seq` is seen, or the log is a shorter one: after a restore it may never have that fact. */
  async reached(seq: number): Promise<void> {
    if (this.#seq < seq) await new Promise<void>((resolve) => this.#waiting.push({ seq, resolve }))
  }

  upTo(seq: number): void {
    const isShorter = seq < this.#seq
    this.#seq = seq
    const isOver = (each: { seq: number }): boolean => isShorter || each.seq <= seq
    for (const each of this.#waiting) if (isOver(each)) each.resolve()
    this.#waiting = this.#waiting.filter((each) => !isOver(each))
  }
}
