const askEveryMs = 60_000

/** The file from which all others are fetched: its name has a hash of its content, and so of all that it names. */
const entry = /\/entry\/app\.[\w-]+\.js/

const isNewerThere = async (): Promise<boolean> => {
  const own = entry.exec(document.head.innerHTML)?.[0]
  try {
    const page = await fetch(location.pathname, { cache: 'no-cache' })
    const served = entry.exec(await page.text())?.[0]
    return page.ok && own !== undefined && served !== undefined && served !== own
  } catch {
    return false
  }
}

/**
 * Asks each minute whether the server has newer pages, and comes anew with them.
 *
 * @param isFree whether nobody is in the middle of something
 * @returns what ends it
 */
export const takeNewerBuilds = (isFree: () => boolean): (() => void) => {
  const timer = setInterval(() => {
    if (isFree()) void isNewerThere().then((isNewer) => isNewer && isFree() && location.reload())
  }, askEveryMs)
  return () => clearInterval(timer)
}
