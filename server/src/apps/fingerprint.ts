import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

const made = new Set(['node_modules', 'build', '.svelte-kit'])

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return made.has(entry.name) ? [] : filesBelow(path)
    return entry.isFile() ? [path] : []
  })

/** The same for the same files with the same content, wherever they lie. What a build makes does not count. */
export const fingerprint = (
  root: string,
  parts: { folders: readonly string[]; files: readonly string[] },
): string => {
  const hash = createHash('sha256')
  const paths = [
    ...parts.folders.flatMap((folder) => filesBelow(join(root, folder))),
    ...parts.files.map((file) => join(root, file)),
  ]
  for (const path of paths.sort()) {
    const content = readFileSync(path)
    hash.update(`${path.slice(root.length).replaceAll(sep, '/')} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}
