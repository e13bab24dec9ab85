export const textPercents = [100, 150, 200] as const
export type TextPercent = (typeof textPercents)[number]

/** How this resident wants the screen. It lasts for this resident alone. */
export class Comfort {
  #textPercent = $state<TextPercent>(100)
  #contrast = $state(false)
  #reach = $state(false)
  #curtain = $state(false)

  get textPercent(): TextPercent {
    return this.#textPercent
  }

  /** light on dark, without half tones */
  get contrast(): boolean {
    return this.#contrast
  }

  /** all that is touched stands in the lower half of the screen */
  get reach(): boolean {
    return this.#reach
  }

  /** the screen is black, for someone who listens and wants nobody to read along */
  get curtain(): boolean {
    return this.#curtain
  }

  nextTextSize(): void {
    const at = textPercents.indexOf(this.#textPercent)
    this.#textPercent = textPercents[(at + 1) % textPercents.length] ?? 100
  }

  toggleContrast(): void {
    this.#contrast = !this.#contrast
  }

  toggleReach(): void {
    this.#reach = !this.#reach
  }

  toggleCurtain(): void {
    this.#curtain = !this.#curtain
  }

  reset(): void {
    this.#textPercent = 100
    this.#contrast = false
    this.#reach = false
    this.#curtain = false
  }

  /** Writes itself on the root element, from which the styles follow. */
  show({ dataset }: Pick<HTMLElement, 'dataset'>): void {
    dataset['text'] = String(this.#textPercent)
    dataset['contrast'] = this.#contrast ? 'high' : 'usual'
    dataset['reach'] = this.#reach ? 'low' : 'usual'
    dataset['curtain'] = this.#curtain ? 'down' : 'up'
  }
}
