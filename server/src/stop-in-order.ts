/** What has been started, to be ended in the opposite order. */
export class StopInOrder {
  readonly #stops: { what: string; stop: () => Promise<void> }[] = []
  #stopping: Promise<boolean> | null = null

  add(what: string, stop: () => Promise<void>): void {
    this.#stops.push({ what, stop })
  }

  /** Ends everything once, and one after the other. A part that fails does not keep the rest from ending. @returns whether all did */
  stop(onError: (what: string, error: unknown) => void): Promise<boolean> {
    this.#stopping ??= this.#stopAll(onError)
    return this.#stopping
  }

  async #stopAll(onError: (what: string, error: unknown) => void): Promise<boolean> {
    let clean = true
    for (const { what, stop } of this.#stops.toReversed()) {
      try {
        await stop()
      } catch (error) {
        clean = false
        onError(what, error)
      }
    }
    return clean
  }
}
