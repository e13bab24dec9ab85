/**
 * Hears every click before all else, and lets none through that is the second of a double tap: hands that shake tap twice, and the
 * second tap is meant for the page that has just gone. Where fast taps are usual, within one `data-quick`, each counts.
 */
export const ignoreDoubleTaps = (): ((event: MouseEvent) => void) => {
  let begun: Element | null = null
  return (event) => {
    const place = event.target instanceof Element ? event.target.closest('[data-quick]') : null
    if (event.detail <= 1) begun = place
    else if (place === null || place !== begun) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}
