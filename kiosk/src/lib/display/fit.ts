/** Sets what is too wide for its element smaller than its style would, until it is whole. */
export const fit = (line: HTMLElement): (() => void) => {
  const measure = (): void => {
    line.style.fontSize = ''
    const share = line.clientWidth / line.scrollWidth
    if (share < 1)
      line.style.fontSize = `${Math.floor(Number.parseFloat(getComputedStyle(line).fontSize) * share)}px`
  }
  const resizes = new ResizeObserver(measure)
  resizes.observe(line)
  document.fonts.addEventListener('loadingdone', measure)
  return () => {
    resizes.disconnect()
    document.fonts.removeEventListener('loadingdone', measure)
  }
}
