import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const server = new URL('..', import.meta.url)
const spec = readFileSync(new URL('SPEC.md', server), 'utf8')

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '')

const groups = all(spec, /^## ([A-Z]+) · /gm)
const rules = all(spec, /^- \*\*([A-Z]+\d+)\*\* \S/gm)

/** Ids at the beginning of titles, in tests of this folder. */
const proved = globSync('{src,test}/**/*.test.ts', { cwd: server }).flatMap((file) =>
  all(readFileSync(new URL(file, server), 'utf8'), /['"`]\[([A-Z]+\d+)\]/g),
)

const groupOf = (id: string): string => id.replace(/\d+$/, '')

test('every rule is stated once, in the section of its letter', () => {
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([])
  for (const section of spec.split(/^## /m).slice(1)) {
    const [letter = ''] = section.split(' ')
    expect(all(section, /^- \*\*([A-Z]+\d+)\*\*/gm).filter((id) => groupOf(id) !== letter)).toEqual([])
  }
})

test('every rule has a test whose title begins with its id', () => {
  expect(rules.filter((id) => !proved.includes(id))).toEqual([])
})

test('no test names a rule that is not stated', () => {
  const begun = new Set(rules.map(groupOf))
  const unknown = proved.filter(
    (id) => !rules.includes(id) && (begun.has(groupOf(id)) || !groups.includes(groupOf(id))),
  )
  expect(unknown).toEqual([])
})
