/** From a key in this page to the same press by way of agent and server, at most. */
const echoMs = 400

/** The presses that this page heard itself and that a device agent may tell again; without an agent they are forgotten. */
export class Echoes {
  #heard: number[] = []

  get awaited(): number {
    return this.#heard.length
  }

  expect(at: number): void {
    this.#heard = [...this.#recent(at), at]
  }

  /** Whether a press that is told now is one that was heard; each is told again once. */
  take(now: number): boolean {
    this.#heard = this.#recent(now)
    return this.#heard.shift() !== undefined
  }

  #recent(now: number): number[] {
    return this.#heard.filter((at) => now - at < echoMs)
  }
}
