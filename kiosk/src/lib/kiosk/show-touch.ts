/** Long enough to be seen, however short the touch. */
const shownMs = 160

/**
 * What is touched says so in the very next picture. A browser's own `:active` waits to see whether the finger will scroll, and a
 * page that comes may take longer than that.
 */
export const showTouch = (target: EventTarget | null): void => {
  const button = target instanceof Element ? target.closest('button') : null
  if (!button || button.ariaDisabled === 'true') return
  button.dataset['touched'] = ''
  setTimeout(() => delete button.dataset['touched'], shownMs)
}
