import { expect } from '@playwright/test'

interface Slip {
  id: string
  at: number
  printer: string
  lines: readonly string[]
  qr: readonly string[]
  bytesBase64: string
  png: string
}

export type PrinterFault = 'paper-out' | 'cover-open' | 'offline' | 'unplugged' | 'ready'

/** The slip's text as it is read on, over the ends of its lines. */
const runOn = (slip: Slip): string => slip.lines.join(' ').replace(/\s+/g, ' ')

/** What lies in the trays of the emulated printers. */
export class Paper {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  async slips(printer?: string): Promise<Slip[]> {
    const response = await fetch(
      `${this.#url}/api/slips${printer === undefined ? '' : `?printer=${printer}`}`,
    )
    return (await response.json()) as Slip[]
  }

  /**
   * Waits for a slip that says each of these texts; a pattern is for one line of it. Its bytes are those of one whole job, cut
   * and confirmed.
   */
  async expectSlip(...texts: readonly (string | RegExp)[]): Promise<Slip> {
    const says = (slip: Slip, text: string | RegExp): boolean =>
      typeof text === 'string' ? runOn(slip).includes(text) : slip.lines.some((line) => text.test(line))
    const matches = (slip: Slip): boolean => texts.every((text) => says(slip, text))
    let slip: Slip | undefined
    await expect
      .poll(
        async () => {
          const slips = await this.slips()
          slip = slips.find(matches)
          return slip ? 'there' : slips.map(({ lines }) => lines.join('\n')).join('\n\n')
        },
        { message: `paper with ${texts.join(', ')}` },
      )
      .toBe('there')
    if (!slip) throw new Error('no such paper')
    this.#expectWholeJob(Buffer.from(slip.bytesBase64, 'base64'))
    return slip
  }

  async countSlips(text: string): Promise<number> {
    return (await this.slips()).filter((slip) => runOn(slip).includes(text)).length
  }

  async picture(slip: Slip): Promise<Buffer> {
    const response = await fetch(this.#url + slip.png)
    return Buffer.from(await response.arrayBuffer())
  }

  async setCondition(printer: string, condition: PrinterFault): Promise<void> {
    await this.#post(`printers/${printer}/fault`, { condition })
  }

  async closesDrawer(printer: string): Promise<void> {
    await this.#post(`printers/${printer}/close-drawer`, {})
  }

  /** A scanner reads a code, a key of a keypad is pressed. */
  async uses(
    device: string,
    how: 'scan' | 'press',
    what: { text: string } | { action: string },
  ): Promise<void> {
    await this.#post(`devices/${device}/${how}`, what)
  }

  async #post(path: string, body: object): Promise<void> {
    const response = await fetch(`${this.#url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.ok).toBe(true)
  }

  /** `ESC @` first, a cut, the question "is it printed" after the cut, and no drawer pulse in between. */
  #expectWholeJob(bytes: Buffer): void {
    expect(bytes.indexOf(Buffer.from([0x1b, 0x40])), 'ESC @ comes first').toBe(0)
    const cut = bytes.lastIndexOf(Buffer.from([0x1d, 0x56]))
    expect(cut, 'the paper is cut').toBeGreaterThan(0)
    expect(bytes.indexOf(Buffer.from([0x1b, 0x70])), 'no drawer pulse in a slip').toBe(-1)
  }
}
