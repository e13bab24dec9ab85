import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GlobalFonts } from '@napi-rs/canvas'

export const ownFonts = new URL('../../fonts/', import.meta.url)

const register = (url: string, family: string): void => {
  if (GlobalFonts.registerFromPath(fileURLToPath(url), family) === null)
    throw new Error(`Cannot load the font ${url}`)
}

const asset = (path: string): string => import.meta.resolve(path)

for (const weight of [400, 700, 800])
  register(
    new URL(`atkinson-hyperlegible-mono-latin-${weight}-normal.woff2`, ownFonts).href,
    'Lobbyline Mono',
  )

/** A part of a typeface: the characters it has, and its files, loaded when the first of them is to be drawn. */
interface Face {
  family: string
  has: (codePoint: number) => boolean
  files: readonly string[]
  loaded: boolean
}

const parseRange = (range: string): readonly [number, number] => {
  const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

const within = (ranges: string): Face['has'] => {
  const pairs = ranges.split(',').map(parseRange)
  return (codePoint) => pairs.some(([from, to]) => codePoint >= from && codePoint <= to)
}

/** The parts of one package, whose own table says which characters each part has. */
const facesOf = (pack: string, prefix: string, weights: readonly (number | 'wght')[]): Face[] => {
  const table = JSON.parse(readFileSync(fileURLToPath(asset(`${pack}/unicode.json`)), 'utf8')) as Record<
    string,
    string
  >
  return Object.entries(table).map(([bracketed, ranges]) => {
    const part = bracketed.replace(/[[\]]/g, '')
    return {
      family: `Lobbyline ${prefix} ${part}`,
      has: within(ranges),
      files: weights.map((weight) => `${pack}/files/${prefix}-${part}-${weight}-normal.woff2`),
      loaded: false,
    }
  })
}

const latin = facesOf('@fontsource/noto-sans', 'noto-sans', [400, 700]).reverse()
const arabic = facesOf('@fontsource/noto-sans-arabic', 'noto-sans-arabic', [400, 700])
const chinese = facesOf('@fontsource-variable/noto-sans-sc', 'noto-sans-sc', ['wght'])
const korean = facesOf('@fontsource-variable/noto-sans-kr', 'noto-sans-kr', ['wght'])

const load = (face: Face): void => {
  if (face.loaded) return
  for (const file of face.files) register(asset(file), face.family)
  face.loaded = true
}

/**
 * CSS font families that draw these characters, all of them bundled: paper looks the same on every machine. Chinese characters in
 * a line of Korean are drawn as Koreans write them.
 */
export const fontsFor = (text: string): string => {
  const far = /\p{Script=Hangul}/u.test(text) ? [...korean, ...chinese] : [...chinese, ...korean]
  const faces = [...latin, ...arabic, ...far]
  const needed = new Set<Face>(latin.slice(0, 1))
  for (const character of new Set(text)) {
    const face = faces.find(({ has }) => has(character.codePointAt(0) ?? 0))
    if (face !== undefined) needed.add(face)
  }
  for (const face of needed) load(face)
  return faces
    .filter((face) => needed.has(face))
    .map(({ family }) => `"${family}"`)
    .join(', ')
}

/** The monospaced face of what the printer writes itself, and of the number on a ticket. */
export const monoFonts = '"Lobbyline Mono"'
