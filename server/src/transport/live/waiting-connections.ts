interface Connection {
  once(event: 'close', listener: () => void): unknown
  close(discard: boolean): unknown
}

/**
 * Connections of which nobody has been let in yet. Where a network has too many, the one that has waited longest goes: whoever
 * holds many open keeps nobody out, for a screen is let in within a moment, and one that is let go comes back by itself.
 */
export class WaitingConnections {
  readonly #most: number
  readonly #byNetwork = new Map<string, Set<Connection>>()
  readonly #networks = new WeakMap<Connection, string>()

  constructor(mostOfNetwork: number) {
    this.#most = mostOfNetwork
  }

  add(connection: Connection, network: string): void {
    const waiting = this.#byNetwork.get(network) ?? new Set()
    this.#byNetwork.set(network, waiting.add(connection))
    this.#networks.set(connection, network)
    connection.once('close', () => this.remove(connection))
    const [longest] = waiting
    if (waiting.size > this.#most) longest?.close(true)
  }

  remove(connection: Connection): void {
    const network = this.#networks.get(connection) ?? ''
    const waiting = this.#byNetwork.get(network)
    waiting?.delete(connection)
    if (waiting?.size === 0) this.#byNetwork.delete(network)
  }
}
