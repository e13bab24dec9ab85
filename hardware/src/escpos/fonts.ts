import { fileURLToPath } from 'node:url'
import { GlobalFonts } from '@napi-rs/canvas'

export const ownFonts = new URL('../../fonts/', import.meta.url)

const notoSubsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'greek', 'devanagari'] as const
const notoFamily = (subset: string): string => `Lobbyline Noto ${subset}`

const register = (url: string, family: string): void => {
  if (GlobalFonts.registerFromPath(fileURLToPath(url), family) === null)
    throw new Error(`Cannot load the font ${url}`)
}

for (const weight of [400, 700, 800])
  register(
    new URL(`atkinson-hyperlegible-mono-latin-${weight}-normal.woff2`, ownFonts).href,
    'Lobbyline Mono',
  )
for (const subset of notoSubsets)
  for (const weight of [400, 700])
    register(
      import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff2`),
      notoFamily(subset),
    )

const notoStack = notoSubsets.map((subset) => `"${notoFamily(subset)}"`).join(', ')

/** CSS font families for a canvas, all of them bundled: paper looks the same on every machine. */
export const monoFonts = `"Lobbyline Mono", ${notoStack}`
export const textFonts = notoStack
