import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** A weak box shows the first screen within a second: this much JavaScript at most, compressed. */
export const mostFirstScreenKb = 60

const firstScreen = ['/src/routes/+layout.svelte', '/src/routes/kiosk/+page.svelte']

const isFirst = (chunk: Rolldown.OutputChunk): boolean =>
  (chunk.isEntry && /\/entry\/(start|app)\./.test(chunk.fileName)) ||
  firstScreen.some((file) => chunk.moduleIds.some((id) => id.split('?')[0]?.endsWith(file)))

/** The files that the browser reads before the first screen stands: those pages, and all that they import at once. */
const filesOf = (chunks: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<Rolldown.OutputChunk>()
  const take = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) take(byName.get(name))
  }
  for (const chunk of chunks) if (isFirst(chunk)) take(chunk)
  return [...found]
}

/** A build whose first screen is too heavy fails, and says by how much; what it has is told in a file beside it. */
export const guardFirstScreen = (): Plugin => ({
  name: 'guard-first-screen',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const files = filesOf(chunks)
    if (files.length < firstScreen.length) this.error('the first screen is not in this build')
    const kb = files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1024
    if (kb > mostFirstScreenKb)
      this.error(`the first screen has ${kb.toFixed(1)} KB of JavaScript; at most ${mostFirstScreenKb} KB`)
    this.emitFile({ type: 'asset', fileName: 'first-screen.json', source: JSON.stringify({ jsGzipKb: kb }) })
    this.info(`the first screen has ${kb.toFixed(1)} KB of JavaScript`)
  },
})
